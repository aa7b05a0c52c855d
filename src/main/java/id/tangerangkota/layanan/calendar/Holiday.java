package id.tangerangkota.layanan.calendar;

import java.time.LocalDate;

import org.springframework.util.Assert;

/**
 * A day on which the offices are closed.
 *
 * @param name in Indonesian, up to 120 characters
 * @param nameEn in English, up to 120 characters
 * @param source where the day is from, up to 400 characters
 */
public record Holiday(LocalDate day, HolidayKind kind, String name, String nameEn, Certainty certainty, String source) {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_SOURCE = 400;

	public Holiday {
		Assert.isTrue(isPossible(day), "Not a year holidays are kept of");
		Assert.isTrue(isText(name, LONGEST_NAME) && isText(nameEn, LONGEST_NAME), "A holiday has short names");
		Assert.isTrue(isText(source, LONGEST_SOURCE), "A holiday has a source");
	}

	/** Whether the list can hold the day, which a slip of the finger may put anywhere. */
	public static boolean isPossible(LocalDate day) {
		return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
	}

	private static boolean isText(String text, int longest) {
		return !text.isBlank() && text.length() <= longest;
	}

}
