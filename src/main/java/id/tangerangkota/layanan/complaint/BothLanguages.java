package id.tangerangkota.layanan.complaint;

import java.util.Locale;

/**
 * Text the portal itself writes into complaints. It is kept in both languages; pages show
 * the part of their reader, while feeds and files hold both, the second one marked.
 */
public final class BothLanguages {

	private static final String ENGLISH = "\n\n(English) ";

	private BothLanguages() {
	}

	public static String of(String indonesian, String english) {
		return indonesian + ENGLISH + english;
	}

	/**
	 * The part for a reader. Never of what people wrote: they may write the mark, too.
	 * @return all of it where it has no parts
	 */
	public static String in(Locale locale, String text) {
		int mark = text.lastIndexOf(ENGLISH);
		if (mark < 0) {
			return text;
		}
		return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? text.substring(mark + ENGLISH.length())
				: text.substring(0, mark);
	}

}
