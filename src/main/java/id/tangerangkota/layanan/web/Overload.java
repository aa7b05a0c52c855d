package id.tangerangkota.layanan.web;

import java.time.Duration;

/**
 * The portal has too much to do to answer now: answered with 503 and when to come back.
 */
public class Overload extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	public Overload(Duration retryAfter) {
		super("Too much to do", null, false, false);
		this.retryAfter = retryAfter;
	}

	public Duration retryAfter() {
		return this.retryAfter;
	}

}
