package id.tangerangkota.layanan.complaint;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Text the portal itself writes into complaints. It is kept in both languages; pages show
 * the part of their reader, while feeds and files hold both, the second one marked.
 */
public final class BothLanguages {

	private static final String ENGLISH = "\n\n(English) ";

	/** Kinds of entries that are written so. */
	private static final Set<String> ENTRIES = Set.of("OUTAGE_ENDED", "OUTAGE_AGAIN");

	private BothLanguages() {
	}

	public static String of(String indonesian, String english) {
		return indonesian + ENGLISH + english;
	}

	/** What stands in an entry of a kind, for a reader. */
	public static @Nullable String in(Locale locale, String kind, @Nullable String text) {
		return (text != null && ENTRIES.contains(kind)) ? in(locale, text) : text;
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
