package id.tangerangkota.layanan.privacy.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What people type into the forms of this module, checked and made even. */
final class Typed {

	static final int LONGEST_TEXT = 2000;

	static final int LONGEST_LINE = 150;

	private static final int LONGEST_NAME = 100;

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private Typed() {
	}

	static MaskedText masked(@Nullable String typed) {
		return MaskedText.of(TypedText.text(typed));
	}

	/** Refuses what is too long, or missing where it must not. */
	static void check(String field, @Nullable String typed, boolean required, int longest, Errors errors) {
		String text = TypedText.text(typed);
		if (required && text.isEmpty()) {
			errors.rejectValue(field, "privacy.error.missing");
		}
		else if (text.length() > longest) {
			errors.rejectValue(field, "privacy.error.long", new Object[] { longest, text.length() }, null);
		}
	}

	/** A name as on the card: one word is enough, and letters of any script. */
	static void checkName(String field, @Nullable String typed, Errors errors) {
		String name = TypedText.line(typed);
		if (name.isEmpty()) {
			errors.rejectValue(field, "privacy.error.name.missing");
		}
		else if (name.length() > LONGEST_NAME) {
			errors.rejectValue(field, "privacy.error.long", new Object[] { LONGEST_NAME, name.length() }, null);
		}
		else if (name.chars().anyMatch(Character::isDigit) || name.chars().noneMatch(Character::isLetter)
				|| name.chars().anyMatch(Character::isISOControl)) {
			errors.rejectValue(field, "privacy.error.name.form");
		}
	}

	/**
	 * Date and time in the city; what is wrong with them is put on the two fields.
	 * @return null when something is wrong
	 */
	static @Nullable Instant moment(String dateField, @Nullable String date, String timeField, @Nullable String time,
			Instant now, Errors errors) {
		LocalDate day = date(date);
		LocalTime hour = TypedText.time(time);
		if (day == null) {
			errors.rejectValue(dateField, "privacy.error.date");
		}
		if (hour == null) {
			errors.rejectValue(timeField, "privacy.error.time");
		}
		if (day == null || hour == null) {
			return null;
		}
		Instant moment = day.atTime(hour).atZone(ZONE).toInstant();
		if (moment.isAfter(now)) {
			errors.rejectValue(dateField, "privacy.error.future");
			return null;
		}
		return moment;
	}

	private static @Nullable LocalDate date(@Nullable String typed) {
		try {
			LocalDate date = LocalDate.parse(TypedText.line(typed));
			// Years of four digits, as the database and people know them.
			return (date.getYear() >= 2000 && date.getYear() <= 9999) ? date : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
