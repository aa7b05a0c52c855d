package id.tangerangkota.layanan.complaint.open;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What an entry of a complaint's way is called. */
public final class EntryKeys {

	/** Of the keys of all texts. */
	public static final String PREFIX = "complaint.entry.";

	/** Their code says what the kind does not. */
	private static final Set<String> TOLD_APART = Set.of("REJECTED", "REFERRED");

	/** Their code is the agency it went to. */
	private static final Set<String> TO_AN_AGENCY = Set.of("VERIFIED", "FORWARDED");

	private EntryKeys() {
	}

	/**
	 * Key of the text, such as {@code complaint.entry.answered} or
	 * {@code complaint.entry.rejected.not-ours}. The text calls the agency {@code 0}.
	 */
	public static String of(String kind, @Nullable String code) {
		String key = PREFIX + plain(kind);
		if (code != null && TOLD_APART.contains(kind)) {
			return key + "." + plain(code);
		}
		if (kind.equals("CONFIRMED")) {
			return key + "." + confirmedBy(code);
		}
		return key;
	}

	private static String confirmedBy(@Nullable String role) {
		if ("CITIZEN".equals(role)) {
			return "citizen";
		}
		return "INSPECTOR".equals(role) ? "inspector" : "staff";
	}

	/** Which agency the text is about: the one it went to, else the one that did it. */
	public static @Nullable String agency(String kind, @Nullable String code, @Nullable String by) {
		return TO_AN_AGENCY.contains(kind) ? code : by;
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
