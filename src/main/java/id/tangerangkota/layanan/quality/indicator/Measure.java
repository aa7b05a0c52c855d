package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Unit;

/** An indicator of two functions: what is counted on a day, and how a sum is read. */
record Measure(String id, QualityDimension dimension, Unit unit, Level reach, Reading reading,
		Function<LocalDate, List<Fact>> counting, boolean ofAddress, boolean lasting) implements Indicator {

	Measure(String id, QualityDimension dimension, Unit unit, Level reach, Reading reading,
			Function<LocalDate, List<Fact>> counting) {
		this(id, dimension, unit, reach, reading, counting, false, false);
	}

	/** Of services. */
	Measure(String id, QualityDimension dimension, Unit unit, Reading reading,
			Function<LocalDate, List<Fact>> counting) {
		this(id, dimension, unit, Level.SERVICE, reading, counting);
	}

	/** The same, counted at addresses. */
	Measure atAddresses() {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, true,
				this.lasting);
	}

	/** The same, of what there is on every day. */
	Measure everyDay() {
		return new Measure(this.id, this.dimension, this.unit, this.reach, this.reading, this.counting, this.ofAddress,
				true);
	}

	@Override
	public List<Fact> count(LocalDate day) {
		return this.counting.apply(day);
	}

}
