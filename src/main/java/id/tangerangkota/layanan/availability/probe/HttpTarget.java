package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A page or an interface over HTTP or HTTPS. 401, 403 and 429 are no failures unless
 * expected: the site turns checks away.
 *
 * @param expected statuses that are as they should be, of the last answer
 * @param followRedirects whether up to three redirects are followed; else the redirect
 * itself is judged
 * @param present text that must be in the first 64 KB, null when it does not matter
 * @param absent text that must not be there, null when it does not matter
 * @param title whether the page's title is wanted, to look at an address nobody has
 * verified
 */
public record HttpTarget(WebAddress address, Method method, StatusRanges expected, boolean followRedirects,
		@Nullable String present, @Nullable String absent, boolean title, Duration timeout,
		@Nullable Duration slow) implements Target {

	private static final int LONGEST_TEXT = 500;

	public HttpTarget {
		Target.checkTimes(timeout, slow);
		checkText(present, method);
		checkText(absent, method);
		if (title && method == Method.HEAD) {
			throw new InvalidTarget(Reason.RULE, "HEAD brings no title");
		}
	}

	/** GET as usual: 200 to 399, redirects followed, 5 seconds. */
	public static HttpTarget get(WebAddress address) {
		return new HttpTarget(address, Method.GET, StatusRanges.USUAL, true, null, null, false, USUAL_TIMEOUT, null);
	}

	/**
	 * GET as usual of an address as people type it.
	 * @throws InvalidTarget if it is none that can be checked
	 */
	public static HttpTarget get(String url) {
		return get(WebAddress.parse(url));
	}

	/** The same with another method. */
	public HttpTarget by(Method method) {
		return new HttpTarget(this.address, method, this.expected, this.followRedirects, this.present, this.absent,
				this.title, this.timeout, this.slow);
	}

	/** The same with other statuses. */
	public HttpTarget expecting(StatusRanges expected) {
		return new HttpTarget(this.address, this.method, expected, this.followRedirects, this.present, this.absent,
				this.title, this.timeout, this.slow);
	}

	/** The same with a redirect taken as the answer. */
	public HttpTarget staying() {
		return new HttpTarget(this.address, this.method, this.expected, false, this.present, this.absent, this.title,
				this.timeout, this.slow);
	}

	/** The same with texts that must and must not be there. */
	public HttpTarget reading(@Nullable String present, @Nullable String absent) {
		return new HttpTarget(this.address, this.method, this.expected, this.followRedirects, present, absent,
				this.title, this.timeout, this.slow);
	}

	/** The same with the title told. */
	public HttpTarget titled() {
		return new HttpTarget(this.address, this.method, this.expected, this.followRedirects, this.present, this.absent,
				true, this.timeout, this.slow);
	}

	/** The same with other limits of time. */
	public HttpTarget within(Duration timeout, @Nullable Duration slow) {
		return new HttpTarget(this.address, this.method, this.expected, this.followRedirects, this.present, this.absent,
				this.title, timeout, slow);
	}

	@Override
	public Host host() {
		return this.address.host();
	}

	/** Whether anybody reads the body. */
	boolean readsText() {
		return this.present != null || this.absent != null || this.title;
	}

	private static void checkText(@Nullable String text, Method method) {
		if (text == null) {
			return;
		}
		if (text.isBlank() || text.length() > LONGEST_TEXT) {
			throw new InvalidTarget(Reason.RULE, "A text has 1 to " + LONGEST_TEXT + " characters");
		}
		if (method == Method.HEAD) {
			throw new InvalidTarget(Reason.RULE, "HEAD brings no text");
		}
	}

	/** Methods that change nothing. */
	public enum Method {

		/** Asks for the page. */
		GET,

		/** Asks for the headers only. */
		HEAD

	}

}
