package id.tangerangkota.layanan.survey;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The year whose opinions everybody may read. It begins and ends with quarters, so that
 * pages say the same all quarter long.
 *
 * @param running whether the quarter that is not over is part of it, for the survey is
 * too young for anything else
 */
public record OpinionYear(Days days, boolean running) {

	private static final int QUARTER = 3;

	private static final int YEAR = 12;

	/**
	 * The last four quarters that are over; or up to yesterday, until people could answer
	 * in a whole one.
	 * @param first on which anybody answered, null when nobody has
	 */
	public static OpinionYear of(LocalDate today, @Nullable LocalDate first) {
		LocalDate quarter = start(today);
		if (first == null || firstWhole(first).plusMonths(QUARTER).isAfter(quarter)) {
			return new OpinionYear(new Days(quarter.minusMonths(YEAR - QUARTER), today.minusDays(1)), true);
		}
		return new OpinionYear(new Days(quarter.minusMonths(YEAR), quarter.minusDays(1)), false);
	}

	private static LocalDate firstWhole(LocalDate first) {
		LocalDate quarter = start(first);
		return first.equals(quarter) ? quarter : quarter.plusMonths(QUARTER);
	}

	private static LocalDate start(LocalDate day) {
		return SkmPeriod.quarter(day).days().first();
	}

}
