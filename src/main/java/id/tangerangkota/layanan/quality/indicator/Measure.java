package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

/** An indicator of two functions: what is counted on a day, and how a sum is read. */
record Measure(String id, QualityDimension dimension, Unit unit, Level reach, ToDoubleFunction<Sum> reading,
		Function<LocalDate, List<Fact>> counting) implements Indicator {

	/** Of services. */
	Measure(String id, QualityDimension dimension, Unit unit, ToDoubleFunction<Sum> reading,
			Function<LocalDate, List<Fact>> counting) {
		this(id, dimension, unit, Level.SERVICE, reading, counting);
	}

	@Override
	public double value(Sum sum) {
		return this.reading.applyAsDouble(sum);
	}

	@Override
	public List<Fact> count(LocalDate day) {
		return this.counting.apply(day);
	}

}
