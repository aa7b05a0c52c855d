package id.tangerangkota.layanan.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;

import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What administrators type into the forms of this module, checked and made even. */
final class Typed {

	private Typed() {
	}

	/** Refuses what is missing or too long. */
	static void check(String field, @Nullable String typed, int longest, Errors errors) {
		String line = TypedText.maskedLine(typed);
		if (line.isBlank()) {
			errors.rejectValue(field, "calendar.error.missing");
		}
		else if (line.length() > longest) {
			errors.rejectValue(field, "calendar.error.long", new Object[] { longest, line.length() }, null);
		}
	}

	/** Null where it is no day the list can hold. */
	static @Nullable LocalDate date(@Nullable String typed) {
		try {
			LocalDate day = LocalDate.parse(TypedText.maskedLine(typed));
			return Holiday.isPossible(day) ? day : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
