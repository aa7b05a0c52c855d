package id.tangerangkota.layanan.quality.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.quality.Period;

/** How long a time somebody looks at. */
enum DashboardSpan {

	WEEK("minggu"), MONTH("bulan"), QUARTER("triwulan"), YEAR("tahun"),

	/** From a day to a day. */
	FREE("bebas");

	private static final int MONTHS_OF_QUARTER = 3;

	private final String code;

	DashboardSpan(String code) {
		this.code = code;
	}

	static Optional<DashboardSpan> of(String code) {
		return Arrays.stream(values()).filter((span) -> span.code.equals(code)).findFirst();
	}

	/** As addresses write it. */
	String code() {
		return this.code;
	}

	/** The one of the calendar that a day lies in; of free times the day alone. */
	Period around(LocalDate day) {
		return switch (this) {
			case WEEK -> {
				LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
				yield new Period(monday, monday.plusDays(6));
			}
			case MONTH -> new Period(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
			case QUARTER -> {
				LocalDate first = day.withMonth((day.getMonthValue() - 1) / MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1)
					.withDayOfMonth(1);
				yield new Period(first, first.plusMonths(MONTHS_OF_QUARTER).minusDays(1));
			}
			case YEAR -> new Period(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
			case FREE -> new Period(day, day);
		};
	}

	/** The one before: of the calendar, or as many days. */
	Period before(Period period) {
		return (this == FREE) ? period.before() : around(period.from().minusDays(1));
	}

}
