package id.tangerangkota.layanan.complaint.web.open;

import java.util.Locale;

import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.web.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * An agency in the scoreboard. {@code in} and {@code out} are the two sides of the sum:
 * what came is somewhere.
 *
 * @param code null for the whole city, and for those no agency has yet
 * @param median days, null without any
 * @param inTime share of the resolved ones, null without any
 * @param rating mean, null when too few rated
 * @param solved share of those that were really solved, null when too few said
 * @param fewRatings whether the mean says little
 * @param bars the same numbers as a picture
 */
record Score(@Nullable String code, String name, AgencyCount count, long in, long out, @Nullable String median,
		@Nullable String inTime, @Nullable String rating, @Nullable String solved, boolean fewRatings, Bars bars) {

	private static final int FEW_RATINGS = 30;

	/**
	 * Lengths of the picture, which is {@link #WIDTH} wide for the largest sum.
	 *
	 * @param closed up to where closed ones reach
	 * @param open from there up to where open ones in time reach
	 * @param overdue from there up to where overdue ones reach
	 * @param rest from there to the end: rejected, merged, referred, handed on
	 */
	record Bars(int closed, int open, int overdue, int rest) {

		static final int WIDTH = 600;

	}

	static Score of(@Nullable String code, String name, AgencyCount count, long largest, Locale locale) {
		long in = count.received() + count.transferredIn();
		long rest = count.rejected() + count.merged() + count.referred() + count.transferredOut();
		long out = count.open() + count.closed() + rest;
		Double median = count.medianDays();
		return new Score(code, name, count, in, out, (median != null) ? number(median, 1, locale) : null,
				(count.resolved() > 0) ? number(100.0 * count.inTime() / count.resolved(), 0, locale) : null,
				count.isRated() ? number((double) count.ratingSum() / count.ratings(), 1, locale) : null,
				count.isJudged() ? number(100.0 * count.reallySolved() / count.judged(), 0, locale) : null,
				count.isRated() && count.ratings() < FEW_RATINGS, bars(count, rest, Math.max(largest, 1)));
	}

	private static Bars bars(AgencyCount count, long rest, long largest) {
		long overdue = Math.min(count.overdue(), count.open());
		long open = count.open() - overdue;
		return new Bars(scaled(count.closed(), largest), scaled(count.closed() + open, largest),
				scaled(count.closed() + count.open(), largest), scaled(count.closed() + count.open() + rest, largest));
	}

	private static int scaled(long number, long largest) {
		return (int) Math.round((double) Bars.WIDTH * number / largest);
	}

	private static String number(double number, int digits, Locale locale) {
		return NumberText.upTo(number, digits, locale);
	}

}
