package id.tangerangkota.layanan.web;

import java.time.Duration;

/** Somebody tried too often: answered with 429 and when the next try is possible. */
public class TooManyTries extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	public TooManyTries(Duration retryAfter) {
		super("Too many tries", null, false, false);
		this.retryAfter = retryAfter;
	}

	/** Rounded up to whole seconds. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
