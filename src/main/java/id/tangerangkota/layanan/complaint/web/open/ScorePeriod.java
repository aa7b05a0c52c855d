package id.tangerangkota.layanan.complaint.web.open;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, a quarter or a year: {@code 2026-11}, {@code 2026-t4} (triwulan),
 * {@code 2026}.
 *
 * @param to inclusive
 */
record ScorePeriod(String code, Length length, LocalDate from, LocalDate to) {

	private static final Pattern FORM = Pattern.compile("(20\\d{2})(?:-(?:(0[1-9]|1[0-2])|t([1-4])))?");

	private static final int MONTHS = 12;

	private static final int QUARTERS = 8;

	private static final int YEARS = 5;

	/** How long it is. */
	enum Length {

		MONTH, QUARTER, YEAR

	}

	static Optional<ScorePeriod> parse(String code) {
		Matcher form = FORM.matcher(code);
		if (!form.matches()) {
			return Optional.empty();
		}
		try {
			int year = Integer.parseInt(form.group(1));
			return Optional.of((form.group(2) != null) ? month(YearMonth.of(year, Integer.parseInt(form.group(2))))
					: (form.group(3) != null) ? quarter(LocalDate.of(year, 3 * Integer.parseInt(form.group(3)), 1))
							: year(year));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	static ScorePeriod month(YearMonth month) {
		return new ScorePeriod(month.toString(), Length.MONTH, month.atDay(1), month.atEndOfMonth());
	}

	static ScorePeriod quarter(LocalDate day) {
		int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
		YearMonth last = YearMonth.of(day.getYear(), 3 * quarter);
		return new ScorePeriod(day.getYear() + "-t" + quarter, Length.QUARTER, last.minusMonths(2).atDay(1),
				last.atEndOfMonth());
	}

	static ScorePeriod year(int year) {
		return new ScorePeriod(String.valueOf(year), Length.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	/** Those one can choose, of each length the newest first. */
	static List<ScorePeriod> until(LocalDate today) {
		List<ScorePeriod> periods = new ArrayList<>();
		for (int back = 0; back < MONTHS; back++) {
			periods.add(month(YearMonth.from(today).minusMonths(back)));
		}
		for (int back = 0; back < QUARTERS; back++) {
			periods.add(quarter(today.minusMonths(3L * back)));
		}
		for (int back = 0; back < YEARS; back++) {
			periods.add(year(today.getYear() - back));
		}
		return periods;
	}

	boolean isRunning(LocalDate today) {
		return !this.to.isBefore(today);
	}

}
