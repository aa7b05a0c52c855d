package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of two functions: what is counted on a day, and how a sum is read.
 *
 * @param reports the indicator that tells how many reports it is made of
 * @param due days on which it is counted
 */
record Measure(String id, QualityDimension dimension, Unit unit, Level reach, Reading reading,
		Function<LocalDate, List<Fact>> counting, boolean ofAddress, boolean lasting, @Nullable String reports,
		Predicate<LocalDate> due) implements Indicator {

	Measure(String id, QualityDimension dimension, Unit unit, Level reach, Reading reading,
			Function<LocalDate, List<Fact>> counting) {
		this(id, dimension, unit, reach, reading, counting, false, false, null, (day) -> true);
	}

	/** Of services. */
	Measure(String id, QualityDimension dimension, Unit unit, Reading reading,
			Function<LocalDate, List<Fact>> counting) {
		this(id, dimension, unit, Level.SERVICE, reading, counting);
	}

	/** The same, counted at addresses. */
	Measure atAddresses() {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, true,
				this.lasting, this.reports, this.due);
	}

	/** The same, of what there is on every day. */
	Measure everyDay() {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, this.ofAddress,
				true, this.reports, this.due);
	}

	/** The same, made of reports that another indicator counts. */
	Measure ofReports(String counted) {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, this.ofAddress,
				this.lasting, counted, this.due);
	}

	/** The same, on certain days alone. */
	Measure dueOn(Predicate<LocalDate> days) {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, this.ofAddress,
				this.lasting, this.reports, days);
	}

	@Override
	public Set<LocalDate> daysOff(Subject subject, Period period) {
		return period.from().datesUntil(period.to().plusDays(1)).filter(this.due.negate()).collect(Collectors.toSet());
	}

	@Override
	public List<Fact> count(LocalDate day) {
		return this.due.test(day) ? this.counting.apply(day) : List.of();
	}

}
