package id.tangerangkota.layanan.web.security;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.ServletRequest;

/**
 * Names a request, so that the reference on an error page leads to its lines in the log.
 * No secret, hence no secure random numbers.
 */
public final class RequestId {

	/** The response header. */
	public static final String HEADER = "X-Request-Id";

	static final int LENGTH = 12;

	private static final String ATTRIBUTE = RequestId.class.getName();

	/** Without letters and digits that look alike when read out. */
	private static final byte[] ALPHABET = { '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g',
			'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z' };

	private RequestId() {
	}

	/** The name of the request, given on the first call. */
	public static String of(ServletRequest request) {
		String id = (String) request.getAttribute(ATTRIBUTE);
		if (id == null) {
			id = next();
			request.setAttribute(ATTRIBUTE, id);
		}
		return id;
	}

	@SuppressWarnings("deprecation")
	private static String next() {
		byte[] id = new byte[LENGTH];
		long random = ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE;
		for (int i = 0; i < LENGTH; i++) {
			id[i] = ALPHABET[(int) (random % ALPHABET.length)];
			random /= ALPHABET.length;
		}
		// Latin 1 without a decoder: this runs for every request.
		return new String(id, 0, 0, LENGTH);
	}

}
