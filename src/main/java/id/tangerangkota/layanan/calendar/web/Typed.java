package id.tangerangkota.layanan.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What administrators type into the forms of this module, checked and made even. */
final class Typed {

	private Typed() {
	}

	/** One line, with single spaces and without what could be a NIK. */
	static String line(@Nullable String typed) {
		return (typed != null) ? SixteenDigits.mask(typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()) : "";
	}

	/** Refuses what is missing or too long. */
	static void check(String field, @Nullable String typed, int longest, Errors errors) {
		String line = line(typed);
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
			LocalDate day = LocalDate.parse(line(typed));
			return Holiday.isPossible(day) ? day : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** With a colon as browsers send it, or a full stop as people write it; else null. */
	static @Nullable LocalTime time(@Nullable String typed) {
		try {
			return LocalTime.parse(line(typed).replace('.', ':'));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The value of that name, null where there is none. */
	static <E extends Enum<E>> @Nullable E choice(E[] values, @Nullable String typed) {
		return Arrays.stream(values).filter((value) -> value.name().equals(typed)).findFirst().orElse(null);
	}

}
