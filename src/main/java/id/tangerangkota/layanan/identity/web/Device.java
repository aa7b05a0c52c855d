package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.identity.SignInAttempt;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What a request tells about the device it comes from. */
final class Device {

	/** Sent to the sign-in pages only. */
	private static final String COOKIE = "PERANGKAT";

	private static final java.time.Duration LIFE = java.time.Duration.ofDays(400);

	static final String UNKNOWN = "?";

	/** In this order, because most browsers claim to be others as well. */
	private static final Map<String, String> BROWSERS = ordered("SamsungBrowser", "Samsung Internet", "OPR/", "Opera",
			"UCBrowser", "UC Browser", "Edg", "Edge", "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome",
			"Chrome", "Chrome", "Safari", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
			"Windows", "Windows", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

	private Device() {
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

	static SignInAttempt attempt(HttpServletRequest request) {
		return new SignInAttempt(request.getRemoteAddr(), token(request),
				name(request.getHeader(HttpHeaders.USER_AGENT)));
	}

	static String name(HttpServletRequest request) {
		return name(request.getHeader(HttpHeaders.USER_AGENT));
	}

	/** Browser and system, such as {@code Chrome, Android}; never the header itself. */
	static String name(@Nullable String userAgent) {
		return find(BROWSERS, userAgent) + ", " + find(SYSTEMS, userAgent);
	}

	/** What is known of a name made above; nothing where neither part is. */
	static Optional<String> known(String name) {
		return Arrays.stream(name.split(", "))
			.filter((part) -> !part.equals(UNKNOWN))
			.reduce((browser, system) -> browser + ", " + system);
	}

	private static String find(Map<String, String> names, @Nullable String userAgent) {
		if (userAgent == null) {
			return UNKNOWN;
		}
		return names.entrySet()
			.stream()
			.filter((entry) -> userAgent.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(UNKNOWN);
	}

	private static @Nullable String token(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(COOKIE)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

	static void remember(HttpServletRequest request, HttpServletResponse response, String token, String door) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, token)
					.path(door)
					.maxAge(LIFE)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Strict")
					.build()
					.toString());
	}

}
