package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.time.YearMonth;

import id.tangerangkota.layanan.survey.Days;

/**
 * A time as whole months and the days around them.
 *
 * @param firstMonth first day of the first whole month
 * @param endMonth first day after the last whole month; not after {@code firstMonth}
 * where there is none
 */
record Spans(LocalDate first, LocalDate last, LocalDate firstMonth, LocalDate endMonth) {

	static Spans of(Days days) {
		LocalDate first = days.first();
		LocalDate firstMonth = (first.getDayOfMonth() == 1) ? first : YearMonth.from(first).plusMonths(1).atDay(1);
		LocalDate endMonth = YearMonth.from(days.last().plusDays(1)).atDay(1);
		return firstMonth.isBefore(endMonth) ? new Spans(first, days.last(), firstMonth, endMonth)
				: new Spans(first, days.last(), first, first);
	}

}
