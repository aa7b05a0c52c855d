package id.tangerangkota.layanan.web.security;

/** What may stand in a parameter. */
final class TypedText {

	private TypedText() {
	}

	/** PostgreSQL takes neither a NUL nor half a character. */
	static boolean isSound(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == 0 || Character.isLowSurrogate(c)) {
				return false;
			}
			if (Character.isHighSurrogate(c)) {
				i++;
				if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
					return false;
				}
			}
		}
		return true;
	}

}
