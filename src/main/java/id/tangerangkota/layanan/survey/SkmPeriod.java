package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time for which the satisfaction survey is published: a year ({@code 2026}), a half
 * ({@code 2026-s1}) or a quarter ({@code 2026-q3}).
 *
 * @param part null for the whole year, s or q else
 * @param number of the part, 0 for the whole year
 */
public record SkmPeriod(int year, @Nullable Part part, int number) {

	private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:-(?:s([12])|q([1-4])))?");

	/** How a year is divided. */
	public enum Part {

		HALF(6), QUARTER(3);

		private final int months;

		Part(int months) {
			this.months = months;
		}

	}

	/** What {@link #toString()} wrote, nothing for other texts. */
	public static Optional<SkmPeriod> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int year = Integer.parseInt(matcher.group(1));
		if (matcher.group(2) != null) {
			return Optional.of(new SkmPeriod(year, Part.HALF, Integer.parseInt(matcher.group(2))));
		}
		return Optional.of((matcher.group(3) != null)
				? new SkmPeriod(year, Part.QUARTER, Integer.parseInt(matcher.group(3))) : new SkmPeriod(year, null, 0));
	}

	/** The half a day is in. */
	public static SkmPeriod half(LocalDate day) {
		return new SkmPeriod(day.getYear(), Part.HALF, (day.getMonthValue() + 5) / 6);
	}

	public static SkmPeriod quarter(LocalDate day) {
		return new SkmPeriod(day.getYear(), Part.QUARTER, (day.getMonthValue() + 2) / 3);
	}

	public static SkmPeriod year(LocalDate day) {
		return new SkmPeriod(day.getYear(), null, 0);
	}

	public Days days() {
		if (this.part == null) {
			return new Days(LocalDate.of(this.year, 1, 1), LocalDate.of(this.year, 12, 31));
		}
		YearMonth first = YearMonth.of(this.year, (this.number - 1) * this.part.months + 1);
		return new Days(first.atDay(1), first.plusMonths(this.part.months - 1L).atEndOfMonth());
	}

	/** As addresses write it. */
	@Override
	public String toString() {
		return (this.part == null) ? Integer.toString(this.year)
				: this.year + ((this.part == Part.HALF) ? "-s" : "-q") + this.number;
	}

}
