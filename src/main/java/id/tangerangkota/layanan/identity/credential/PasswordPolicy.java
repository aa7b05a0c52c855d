package id.tangerangkota.layanan.identity.credential;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import me.gosimple.nbvcxz.resources.DictionaryUtil;

import org.springframework.stereotype.Component;

/**
 * Which passwords are refused: short ones, those many people have, and those whoever
 * knows the person or the city would try first. It asks for no mix of signs and lets no
 * password expire (ASVS 5.0, 6.2).
 */
@Component
public class PasswordPolicy {

	/** The least number of characters. */
	public static final int SHORTEST = 10;

	/** The greatest number of characters. */
	public static final int LONGEST = PasswordHashing.LONGEST;

	private static final int FEW_SIGNS = 4;

	/** A word this long is worth noticing, and a run this long of the NIK's digits. */
	private static final int NOTICED = 4;

	private static final int NOTICED_DIGITS = 6;

	/** So many characters beside a well-known word make a password of their own. */
	private static final int OWN = 8;

	private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Set<String> OF_THE_CITY = Set.of("tangerang", "tangerangkota", "kotatangerang", "pemkot",
			"pemkottangerang", "tangeranglive", "layanan", "laksa", "diskominfo", "cisadane", "akhlakulkarimah",
			"banten", "indonesia", "walikota", "katasandi", "password", "sandi", "rahasia", "bismillah", "sayang",
			"cintaku", "alhamdulillah", "merdeka");

	private static final String SUBSTITUTES = "@4301!5$7";

	private static final String SUBSTITUTED = "aaeoiisst";

	private final Set<String> common;

	PasswordPolicy() {
		this.common = Collections
			.unmodifiableSet(new HashSet<>(DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet()));
	}

	/** Why a password is refused. */
	public enum Reason {

		/** Fewer than {@link #SHORTEST} characters. */
		SHORT,

		/** More than {@link #LONGEST} characters. */
		LONG,

		/** Few different signs, or signs in a row. */
		SIMPLE,

		/** Many people have it. */
		COMMON,

		/** A word of the city or of such portals, little more. */
		OF_THE_CITY,

		/** The person's own NIK, birth date, name or address, little more. */
		OWN_DATA

	}

	/**
	 * Why a password cannot be taken, nothing when it can.
	 * @param own what is known about the person: name, address, NIK
	 */
	public Optional<Reason> objection(String password, Collection<String> own) {
		String normal = PasswordHashing.normal(password);
		int length = normal.codePointCount(0, normal.length());
		if (normal.length() > LONGEST) {
			return Optional.of(Reason.LONG);
		}
		if (length < SHORTEST) {
			return Optional.of(Reason.SHORT);
		}
		String lower = normal.toLowerCase(Locale.ROOT);
		if (lower.chars().distinct().count() <= FEW_SIGNS || isRow(lower)) {
			return Optional.of(Reason.SIMPLE);
		}
		if (isCommon(lower)) {
			return Optional.of(Reason.COMMON);
		}
		if (OF_THE_CITY.stream().anyMatch((word) -> leavesLittle(lower, word))) {
			return Optional.of(Reason.OF_THE_CITY);
		}
		return own.stream().anyMatch((fact) -> isMadeOf(lower, fact.toLowerCase(Locale.ROOT)))
				? Optional.of(Reason.OWN_DATA) : Optional.empty();
	}

	/**
	 * As it is, with the usual signs for letters, and without digits and signs around it.
	 */
	private boolean isCommon(String lower) {
		if (this.common.contains(lower)) {
			return true;
		}
		String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
		return this.common.contains(withLetters(lower)) || (core.length() >= NOTICED
				&& lower.length() - core.length() < OWN && this.common.contains(withLetters(core)));
	}

	private static boolean isRow(String text) {
		int steps = 0;
		for (int i = 2; i < text.length(); i++) {
			int step = text.charAt(i) - text.charAt(i - 1);
			steps += (Math.abs(step) <= 1 && step == text.charAt(i - 1) - text.charAt(i - 2)) ? 1 : 0;
		}
		return steps >= text.length() - 3;
	}

	private static boolean leavesLittle(String lower, String word) {
		return withLetters(lower).contains(word) && lower.length() - word.length() < OWN;
	}

	private static boolean isMadeOf(String lower, String fact) {
		if (fact.chars().allMatch(Character::isDigit)) {
			for (int i = 0; i + NOTICED_DIGITS <= fact.length(); i++) {
				if (lower.contains(fact.substring(i, i + NOTICED_DIGITS))) {
					return true;
				}
			}
			return false;
		}
		// A whole name or address is long, and nothing but its parts each.
		String whole = SEPARATORS.matcher(fact).replaceAll("");
		String run = SEPARATORS.matcher(lower).replaceAll("");
		if (whole.length() >= NOTICED && run.contains(whole) && run.length() - whole.length() < OWN) {
			return true;
		}
		for (String word : SEPARATORS.split(fact)) {
			if (word.length() >= NOTICED && leavesLittle(lower, word)) {
				return true;
			}
		}
		return false;
	}

	private static String withLetters(String text) {
		StringBuilder letters = new StringBuilder(text);
		for (int i = 0; i < text.length(); i++) {
			int place = SUBSTITUTES.indexOf(text.charAt(i));
			if (place >= 0) {
				letters.setCharAt(i, SUBSTITUTED.charAt(place));
			}
		}
		return letters.toString();
	}

}
