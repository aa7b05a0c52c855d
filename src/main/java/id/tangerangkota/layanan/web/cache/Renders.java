package id.tangerangkota.layanan.web.cache;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets one request make a page while the others that want it wait. */
class Renders {

	private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();

	private final Duration patience;

	Renders(Duration patience) {
		this.patience = patience;
	}

	/**
	 * True for the one who is to make the page and to call {@link #done} then; false for
	 * the others, when it is made or took too long.
	 */
	boolean begin(String key) {
		CountDownLatch other = this.running.putIfAbsent(key, new CountDownLatch(1));
		if (other == null) {
			return true;
		}
		try {
			other.await(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	void done(String key) {
		CountDownLatch latch = this.running.remove(key);
		if (latch != null) {
			latch.countDown();
		}
	}

}
