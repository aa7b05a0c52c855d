package id.tangerangkota.layanan.availability.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;

/**
 * An http or https address in one spelling. Holds no credentials and no fragment; its
 * path and query are ASCII.
 *
 * @param encrypted whether it is https
 * @param port from 1 to 65535; which of them may be asked is a setting of the prober
 * @param path with the query, begins with a slash
 */
public record WebAddress(boolean encrypted, Host host, int port, String path) {

	/** The longest address in characters; browsers and servers agree on about this. */
	public static final int LONGEST = 2048;

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	/** Signs a request line must not hold as they are, though people type them. */
	private static final String ESCAPED = "\"<>^`{|}";

	public WebAddress {
		Port.check(port);
		if (path.length() > LONGEST) {
			throw new InvalidTarget(Reason.LENGTH, "Longer than " + LONGEST);
		}
		if (!path.startsWith("/") || path.chars().anyMatch((sign) -> sign <= ' ' || sign >= 0x7f || sign == '\\')) {
			throw new InvalidTarget(Reason.CHARACTERS, "No path: " + path);
		}
	}

	/**
	 * Reads an address as people type it or as a redirect gives it.
	 * @throws InvalidTarget if it is none that can be checked
	 */
	public static WebAddress parse(String typed) {
		String text = typed.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			throw new InvalidTarget(Reason.LENGTH, "Nothing, or longer than " + LONGEST);
		}
		if (text.chars().anyMatch((sign) -> sign < ' ' || sign == 0x7f || sign == '\\')) {
			throw new InvalidTarget(Reason.CHARACTERS, "Control characters or a backslash");
		}
		int colon = text.indexOf(':');
		String scheme = (colon < 0) ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
		if (!(scheme.equals("http") || scheme.equals("https")) || !text.startsWith("//", colon + 1)) {
			throw new InvalidTarget(Reason.SCHEME, "Neither http:// nor https://");
		}
		return of(scheme.equals("https"), text.substring(colon + 3));
	}

	/**
	 * Where a {@code Location} leads to, seen from here (RFC 3986, 5.2).
	 * @throws InvalidTarget if checks cannot go there
	 */
	WebAddress resolve(String location) {
		String text = location.strip();
		if (text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
			return parse(text);
		}
		if (text.startsWith("//")) {
			return parse((this.encrypted ? "https:" : "http:") + text);
		}
		String here = this.path.split("\\?", 2)[0];
		String whole = switch (text.isEmpty() ? '#' : text.charAt(0)) {
			case '/' -> text;
			case '?' -> here + text;
			case '#' -> this.path;
			default -> here.substring(0, here.lastIndexOf('/') + 1) + text;
		};
		return parse(origin() + withoutDots(whole));
	}

	private static WebAddress of(boolean encrypted, String rest) {
		int end = 0;
		while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
			end++;
		}
		String authority = rest.substring(0, end);
		if (authority.indexOf('@') >= 0) {
			throw new InvalidTarget(Reason.CREDENTIALS, "User name or password in the address");
		}
		int colon = authority.lastIndexOf(':');
		boolean hasPort = colon > authority.lastIndexOf(']');
		String name = hasPort ? authority.substring(0, colon) : authority;
		if (name.indexOf(':') >= 0 && !name.startsWith("[")) {
			throw new InvalidTarget(Reason.HOST, "IPv6 without brackets");
		}
		int port = encrypted ? HTTPS : HTTP;
		if (hasPort && colon < authority.length() - 1) {
			port = Port.parse(authority.substring(colon + 1));
		}
		return new WebAddress(encrypted, new Host(name), port, path(rest.substring(end)));
	}

	private static String path(String text) {
		String path = text.split("#", 2)[0];
		StringBuilder encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
		for (byte sign : path.getBytes(StandardCharsets.UTF_8)) {
			if (sign <= ' ' || sign == 0x7f || ESCAPED.indexOf(sign) >= 0) {
				encoded.append("%%%02X".formatted(sign));
			}
			else {
				encoded.append((char) sign);
			}
		}
		// Most are the same, and a country of them is some megabytes.
		return (encoded.length() == 1) ? "/" : encoded.toString();
	}

	private static String withoutDots(String path) {
		int end = (path.indexOf('?') < 0) ? path.length() : path.indexOf('?');
		Deque<String> kept = new ArrayDeque<>();
		String[] segments = path.substring(0, end).split("/", -1);
		for (int i = 1; i < segments.length; i++) {
			boolean last = i == segments.length - 1;
			if (segments[i].equals("..")) {
				kept.pollLast();
			}
			else if (!segments[i].equals(".")) {
				kept.addLast(segments[i]);
				continue;
			}
			if (last) {
				kept.addLast("");
			}
		}
		return "/" + String.join("/", kept) + path.substring(end);
	}

	/** What the {@code Host} header says. */
	String authority() {
		boolean usual = this.port == (this.encrypted ? HTTPS : HTTP);
		return usual ? this.host.inUrl() : this.host.inUrl() + ":" + this.port;
	}

	private String origin() {
		return (this.encrypted ? "https://" : "http://") + authority();
	}

	@Override
	public String toString() {
		return origin() + this.path;
	}

}
