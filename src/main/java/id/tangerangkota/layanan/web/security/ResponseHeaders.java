package id.tangerangkota.layanan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every response, whoever writes it: a page, the page cache, an error or
 * the server itself. The one place where they are set.
 */
public final class ResponseHeaders {

	private static final String REFERRER_POLICY = "Referrer-Policy";

	private static final String[][] ALWAYS = {
			{ "Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
							+ "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
							+ "frame-ancestors 'none'; require-trusted-types-for 'script'" },
			{ "X-Content-Type-Options", "nosniff" }, { REFERRER_POLICY, "strict-origin-when-cross-origin" },
			{ "Permissions-Policy", "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()" },
			{ "Cross-Origin-Opener-Policy", "same-origin" } };

	/** What other sites and programs may load. */
	private static final String[] OPEN = { "/api", "/open311", "/feed", "/lencana", "/status.json" };

	private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

	private ResponseHeaders() {
	}

	/** As {@link #apply}, for a response that may have got them already. */
	public static void applyOnce(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(ALWAYS[0][0])) {
			apply(request, response);
		}
	}

	/** Sets the headers. Nothing is kept unless a page says otherwise later on. */
	public static void apply(HttpServletRequest request, HttpServletResponse response) {
		for (String[] header : ALWAYS) {
			response.setHeader(header[0], header[1]);
		}
		if (isOpen(request.getRequestURI())) {
			response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
			response.setHeader("Access-Control-Allow-Origin", "*");
			response.setHeader("Access-Control-Expose-Headers", "*");
			if ("OPTIONS".equals(request.getMethod())) {
				response.setHeader("Access-Control-Allow-Methods", "GET, POST");
				response.setHeader("Access-Control-Allow-Headers", "*");
			}
		}
		else {
			response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		}
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", TWO_YEARS);
		}
		response.setHeader("Cache-Control", "no-store");
		response.setHeader(RequestId.HEADER, RequestId.of(request));
	}

	/**
	 * For a page whose address holds something that lets one in: no link or file on it
	 * tells anybody where it was found.
	 */
	public static void noReferrer(HttpServletResponse response) {
		response.setHeader(REFERRER_POLICY, "no-referrer");
	}

	/** The server has no path for a request it could not read. */
	private static boolean isOpen(@Nullable String path) {
		if (path == null) {
			return false;
		}
		for (String prefix : OPEN) {
			if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
				return true;
			}
		}
		return false;
	}

}
