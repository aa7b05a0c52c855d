package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something the database is asked again and again, one time after the other, by somebody
 * who cannot wait for long: a server that is gone without a word keeps a connection
 * waiting for minutes.
 */
final class Question {

	private final Runnable asking;

	private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);

	Question(Runnable asking) {
		this.asking = asking;
	}

	/**
	 * Asks, unless it still waits for the last answer.
	 * @param patience how long to wait for an answer to what is asked now
	 * @return false when nobody answers
	 */
	synchronized boolean isAnswered(Duration patience) {
		boolean waiting = !this.asked.isDone();
		if (!waiting) {
			this.asked = CompletableFuture.runAsync(this.asking, Thread.ofVirtual().name("checks-asking")::start);
		}
		try {
			this.asked.get(waiting ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

}
