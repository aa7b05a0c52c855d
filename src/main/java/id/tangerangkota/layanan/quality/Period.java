package id.tangerangkota.layanan.quality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.quality.Scorecard.Part;

import org.springframework.util.Assert;

/**
 * Days of the city (Asia/Jakarta), both included.
 *
 * @param from not after the last
 */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		Assert.isTrue(!from.isAfter(to), "A period has a day");
	}

	/** How many days it has. */
	public int days() {
		return (int) (this.to.toEpochDay() - this.from.toEpochDay()) + 1;
	}

	/** Its months or weeks (from Monday), in their order; the ends are cut to it. */
	public List<Period> parts(Part part) {
		List<Period> parts = new ArrayList<>();
		LocalDate start = this.from;
		while (!start.isAfter(this.to)) {
			LocalDate end = (part == Part.MONTH) ? start.with(TemporalAdjusters.lastDayOfMonth())
					: start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
			parts.add(new Period(start, end.isAfter(this.to) ? this.to : end));
			start = end.plusDays(1);
		}
		return parts;
	}

	/** As many days just before it. */
	public Period before() {
		return new Period(this.from.minusDays(days()), this.from.minusDays(1));
	}

}
