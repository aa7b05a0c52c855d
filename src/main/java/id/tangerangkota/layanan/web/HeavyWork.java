package id.tangerangkota.layanan.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs work that keeps a core busy: on a few platform threads, because virtual ones are
 * not time-sliced, behind a short queue. A flood of it slows nothing else.
 */
public class HeavyWork implements AutoCloseable {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	private final String name;

	private final ThreadPoolExecutor threads;

	/**
	 * Starts no thread yet.
	 * @param name of the threads
	 * @param threads how many pieces of work at once, at least 1
	 * @param queue how many may wait, at least 1
	 */
	public HeavyWork(String name, int threads, int queue) {
		this.name = name;
		this.threads = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue),
				new CustomizableThreadFactory(name + "-"));
	}

	/**
	 * Does the work and waits for it.
	 * @throws Overload if too much waits already, or it takes too long
	 */
	public <T> T run(Callable<T> work) {
		Future<T> result;
		try {
			result = this.threads.submit(work);
		}
		catch (RejectedExecutionException ex) {
			throw new Overload(RETRY_AFTER);
		}
		try {
			return result.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Work of " + this.name + " failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			result.cancel(true);
			throw new Overload(RETRY_AFTER);
		}
		catch (TimeoutException ex) {
			result.cancel(true);
			throw new Overload(RETRY_AFTER);
		}
	}

	/** How many pieces of work wait. */
	public int waiting() {
		return this.threads.getQueue().size();
	}

	@Override
	public void close() {
		this.threads.shutdown();
	}

}
