package id.tangerangkota.layanan.availability.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What the staff type into the forms of this module, checked and made even. */
final class Written {

	static final int LONGEST_TEXT = 2000;

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private static final int MOST_DIGITS = 9;

	private Written() {
	}

	/** Refuses what is too long, or missing where it must not. */
	static void check(String field, @Nullable String typed, boolean required, int longest, Errors errors) {
		String text = TypedText.text(typed);
		if (required && text.isEmpty()) {
			errors.rejectValue(field, "monitoring.error.missing");
		}
		else if (text.length() > longest) {
			errors.rejectValue(field, "monitoring.error.long", new Object[] { longest, text.length() }, null);
		}
	}

	/** A whole number; the least there may be where it is none or out of bounds. */
	static int number(String field, @Nullable String typed, int least, int most, Errors errors) {
		String digits = TypedText.line(typed).replaceAll("[. ]", "");
		if (digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
			int number = Integer.parseInt(digits);
			if (number >= least && number <= most) {
				return number;
			}
		}
		errors.rejectValue(field, "monitoring.error.number", new Object[] { least, most }, null);
		return least;
	}

	/**
	 * Seconds, with a comma or a full stop before parts of them; null where it is none,
	 * and that is said.
	 */
	static @Nullable Duration seconds(String field, @Nullable String typed, Errors errors) {
		String text = TypedText.line(typed).replace(',', '.');
		if (text.matches("[0-9]{1,5}(?:\\.[0-9]{1,3})?")) {
			return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
		}
		errors.rejectValue(field, "monitoring.error.seconds");
		return null;
	}

	/** As it is typed again. */
	static String seconds(Duration duration) {
		return new BigDecimal(duration.toMillis()).movePointLeft(3)
			.stripTrailingZeros()
			.toPlainString()
			.replace('.', ',');
	}

	/** Null where it is no day; the field then says so, unless nothing was typed. */
	static @Nullable LocalDate date(String field, @Nullable String typed, boolean required, Errors errors) {
		if (TypedText.line(typed).isEmpty() && !required) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(TypedText.line(typed));
			if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
				return date;
			}
		}
		catch (DateTimeException ex) {
			// It is said below.
		}
		errors.rejectValue(field, "monitoring.error.date");
		return null;
	}

	/** With a colon as browsers send it, or a full stop as people write it. */
	static @Nullable LocalTime time(String field, @Nullable String typed, Errors errors) {
		LocalTime time = TypedText.time(typed);
		if (time == null) {
			errors.rejectValue(field, "monitoring.error.time");
		}
		return time;
	}

	/** The version of a text that a form brings back, negative where it brings none. */
	static int version(@Nullable String typed) {
		return (typed != null && typed.matches("[0-9]{1,6}")) ? Integer.parseInt(typed) : -1;
	}

}
