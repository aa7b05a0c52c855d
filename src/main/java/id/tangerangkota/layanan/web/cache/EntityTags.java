package id.tangerangkota.layanan.web.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Makes entity tags and compares them. */
final class EntityTags {

	private static final int BYTES = 16;

	private EntityTags() {
	}

	/** A strong tag: other bytes, other tag. */
	static String of(byte[] body, String contentType, String suffix) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(contentType.getBytes(StandardCharsets.UTF_8));
			byte[] hash = digest.digest(body);
			byte[] start = new byte[BYTES];
			System.arraycopy(hash, 0, start, 0, BYTES);
			return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + suffix + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Weak comparison, as {@code If-None-Match} wants it. */
	static boolean matches(String ifNoneMatch, String tag) {
		if (ifNoneMatch.equals(tag)) {
			return true;
		}
		String header = ifNoneMatch.strip();
		if (header.equals("*")) {
			return true;
		}
		int at = header.indexOf(tag);
		while (at >= 0) {
			int end = at + tag.length();
			if (isBorder(header, at - 1) && isBorder(header, end)) {
				return true;
			}
			at = header.indexOf(tag, end);
		}
		return false;
	}

	/** The tag holds its own quotes, so only what could lengthen it matters. */
	private static boolean isBorder(String header, int index) {
		if (index < 0 || index >= header.length()) {
			return true;
		}
		char c = header.charAt(index);
		return c == ',' || c == ' ' || c == '\t' || c == '/';
	}

}
