package id.tangerangkota.layanan.vault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives other nodes the time that their habits need. */
final class Pause {

	private Pause() {
	}

	static void of(Duration time) throws InterruptedException {
		// Nobody counts it down.
		boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
		if (never) {
			throw new IllegalStateException("Cut short");
		}
	}

}
