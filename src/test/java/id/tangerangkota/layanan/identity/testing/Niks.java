package id.tangerangkota.layanan.identity.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** NIKs for tests, each used once. */
public final class Niks {

	private static final AtomicInteger SERIAL = new AtomicInteger();

	private Niks() {
	}

	/** One that no test used before. */
	public static String next() {
		int serial = SERIAL.incrementAndGet();
		return "367101%02d0590%04d".formatted(1 + serial / 9000 % 28, 1 + serial % 9000);
	}

}
