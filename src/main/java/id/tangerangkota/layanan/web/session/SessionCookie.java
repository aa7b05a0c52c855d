package id.tangerangkota.layanan.web.session;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.util.StringUtils;

/**
 * The cookie that holds the session's id, for as long as the browser is open. Over TLS
 * its name makes sure that no other site of the city, and nobody on the line, has set it.
 */
class SessionCookie implements CookieSerializer {

	static final String PLAIN = "SESI";

	static final String SECURE = "__Host-" + PLAIN;

	/** Whether the request has the cookie of its kind, whatever is in it. */
	static boolean isSent(HttpServletRequest request) {
		// Most requests have no cookie at all.
		return request.getHeader(HttpHeaders.COOKIE) != null && find(request) != null;
	}

	static void expire(HttpServletRequest request, HttpServletResponse response) {
		write(request, response, "");
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, String value) {
		ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(name(request), value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax");
		if (value.isEmpty()) {
			cookie.maxAge(Duration.ZERO);
		}
		replace(response, cookie.build());
	}

	/** A session that begins where another was found to be over sets the cookie twice. */
	private static void replace(HttpServletResponse response, ResponseCookie cookie) {
		List<String> others = response.getHeaders(HttpHeaders.SET_COOKIE)
			.stream()
			.filter((header) -> !header.startsWith(cookie.getName() + "="))
			.toList();
		response.setHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		others.forEach((header) -> response.addHeader(HttpHeaders.SET_COOKIE, header));
	}

	private static String name(HttpServletRequest request) {
		return request.isSecure() ? SECURE : PLAIN;
	}

	/**
	 * The first of them: a browser sends one, and each would be a question to the table.
	 */
	private static @Nullable Cookie find(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			String name = name(request);
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(name)) {
					return cookie;
				}
			}
		}
		return null;
	}

	@Override
	public void writeCookieValue(CookieValue value) {
		write(value.getRequest(), value.getResponse(),
				StringUtils.hasText(value.getCookieValue()) ? value.getCookieValue() : "");
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		Cookie cookie = find(request);
		return (cookie != null && SessionIds.isValid(cookie.getValue())) ? List.of(cookie.getValue()) : List.of();
	}

}
