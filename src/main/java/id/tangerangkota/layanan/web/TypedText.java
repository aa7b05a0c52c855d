package id.tangerangkota.layanan.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** What people type into forms and addresses, made even; nothing typed is empty. */
public final class TypedText {

	private TypedText() {
	}

	/** One line, with single spaces. */
	public static String line(@Nullable String typed) {
		return (typed != null) ? typed.strip().replaceAll("\\s+", " ") : "";
	}

	/**
	 * One line, with single spaces, without signs nobody sees and without what could be a
	 * NIK.
	 */
	public static String maskedLine(@Nullable String typed) {
		return (typed != null) ? SixteenDigits.mask(typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()) : "";
	}

	/** Several lines, without blank ends and with one kind of line ends. */
	public static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip().replace("\r\n", "\n").replace('\r', '\n') : "";
	}

	/**
	 * A parameter without blank ends; null where nothing is left, for forms send their
	 * empty fields too.
	 */
	public static @Nullable String given(@Nullable String typed) {
		return (typed != null && !typed.isBlank()) ? typed.strip() : null;
	}

	/**
	 * As {@link #given(String)}, of a parameter by its name.
	 * @param longest in characters, blank ends included
	 * @throws InvalidParameter if it is longer
	 */
	public static @Nullable String given(String parameter, @Nullable String typed, int longest) {
		String given = given(typed);
		if (given != null && typed != null && typed.length() > longest) {
			throw new InvalidParameter(parameter, "must not be longer than " + longest + " characters");
		}
		return given;
	}

	/** With a colon as browsers send it, or a full stop as people write it; else null. */
	public static @Nullable LocalTime time(@Nullable String typed) {
		try {
			return LocalTime.parse(line(typed).replace('.', ':'));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The value of that name, null where there is none. */
	public static <E extends Enum<E>> @Nullable E choice(E[] values, @Nullable String typed) {
		return Arrays.stream(values).filter((value) -> value.name().equals(typed)).findFirst().orElse(null);
	}

}
