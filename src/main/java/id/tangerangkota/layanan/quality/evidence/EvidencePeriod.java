package id.tangerangkota.layanan.quality.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.survey.SkmPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A time that evidence is collected for: a month ({@code 2026-11}), a quarter
 * ({@code 2026-q4}), a half ({@code 2026-s2}) or a year ({@code 2026}).
 *
 * @param month null unless it is one
 * @param part null for a month
 */
public record EvidencePeriod(@Nullable YearMonth month, @Nullable SkmPeriod part, Period days) {

	public static EvidencePeriod of(YearMonth month) {
		return new EvidencePeriod(month, null, new Period(month.atDay(1), month.atEndOfMonth()));
	}

	public static EvidencePeriod of(SkmPeriod part) {
		return new EvidencePeriod(null, part, new Period(part.days().first(), part.days().last()));
	}

	/** What {@link #code()} wrote, nothing for other texts. */
	public static Optional<EvidencePeriod> parse(String text) {
		if (!text.matches("20\\d\\d-\\d\\d")) {
			return SkmPeriod.parse(text).map(EvidencePeriod::of);
		}
		try {
			return Optional.of(of(YearMonth.parse(text)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** As addresses write it. */
	public String code() {
		return (this.month != null) ? this.month.toString() : String.valueOf(this.part);
	}

	/**
	 * Its days that are over; nothing before its second day.
	 * @param today the day it is in the city
	 */
	public Optional<Period> over(LocalDate today) {
		LocalDate last = this.days.to().isBefore(today) ? this.days.to() : today.minusDays(1);
		return last.isBefore(this.days.from()) ? Optional.empty() : Optional.of(new Period(this.days.from(), last));
	}

}
