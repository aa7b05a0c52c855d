package id.tangerangkota.layanan.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the next page says about what was done on this one. Put before a redirect, shown
 * by the layout in the language of the page it comes to, and gone.
 *
 * @param key of the text
 * @param arguments of the text
 */
public record Flash(Kind kind, String key, List<String> arguments) {

	/** How it is meant. */
	public enum Kind {

		/** It was done. */
		SUCCESS,

		/** Good to know. */
		INFO,

		/** It has consequences, or was not done. */
		WARNING;

		/** As the banner of the layout calls it. */
		public String banner() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private static final String ATTRIBUTE = "kabar";

	/** Neither in a key nor in an encoded argument. */
	private static final String SEPARATOR = " ";

	public Flash {
		Assert.isTrue(!key.contains(SEPARATOR), "A key has no space");
		arguments = List.copyOf(arguments);
	}

	/**
	 * Keeps it for the next page; of several the last.
	 * @throws IllegalStateException if there is no session, which a form of the portal
	 * always has
	 */
	public static void put(HttpServletRequest request, Kind kind, String key, String... arguments) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			throw new IllegalStateException("Nobody would see it: there is no session");
		}
		session.setAttribute(ATTRIBUTE, new Flash(kind, key, List.of(arguments)).text());
	}

	/** What there is to say, once. */
	static @Nullable Flash take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
			return null;
		}
		session.removeAttribute(ATTRIBUTE);
		return parse(text);
	}

	private String text() {
		StringBuilder text = new StringBuilder(this.kind.name()).append(SEPARATOR).append(this.key);
		for (String argument : this.arguments) {
			text.append(SEPARATOR).append(URLEncoder.encode(argument, StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	/** Null for a text another version of the portal may have written. */
	private static @Nullable Flash parse(String text) {
		String[] parts = text.split(SEPARATOR, -1);
		if (parts.length < 2 || Arrays.stream(Kind.values()).noneMatch((kind) -> kind.name().equals(parts[0]))) {
			return null;
		}
		return new Flash(Kind.valueOf(parts[0]), parts[1],
				Arrays.stream(parts)
					.skip(2)
					.map((argument) -> URLDecoder.decode(argument, StandardCharsets.UTF_8))
					.toList());
	}

}
