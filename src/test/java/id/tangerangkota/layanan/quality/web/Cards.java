package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

/** Cards by hand. */
final class Cards {

	private static final Period PERIOD = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

	private final Map<QualityDimension, Dimension> dimensions = new EnumMap<>(QualityDimension.class);

	private int version = 1;

	private final List<Measured> indicators = new ArrayList<>();

	Cards() {
		for (QualityDimension dimension : QualityDimension.values()) {
			this.dimensions.put(dimension, new Dimension(dimension, null, 0,
					new Perceived(null, null, null, 0, null, null, null, null), null));
		}
	}

	/** The words that people are asked in from here on. */
	Cards asked(int version) {
		this.version = version;
		return this;
	}

	/** People's score with an interval of a width on both sides. */
	Cards with(QualityDimension dimension, @Nullable Double measured, @Nullable Double perceived, double width,
			long n) {
		Perceived said = (perceived != null)
				? new Perceived(perceived, perceived - width, perceived + width, n, 384L, null, null, this.version)
				: new Perceived(null, null, null, n, 384L, null, null, this.version);
		this.dimensions.put(dimension, new Dimension(dimension, measured, (measured != null) ? 1 : 0, said,
				(measured != null && perceived != null) ? perceived - measured : null));
		return this;
	}

	Cards coverage(QualityDimension dimension, double measured, double coverage) {
		this.dimensions.put(dimension, new Dimension(dimension, measured, coverage,
				new Perceived(null, null, null, 0, null, null, null, null), null));
		return this;
	}

	Cards indicator(String id, QualityDimension dimension, double value, double score, int gaps) {
		Scale scale = new Scale(id, 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(100, 100)), 99.9, 10);
		this.indicators.add(new Measured(id, dimension, Sum.of(1, 1), value, score, scale, 90, gaps));
		return this;
	}

	/** A measured indicator, alone in its dimension. */
	Cards scored(QualityDimension dimension, double score, Scale scale) {
		this.indicators.add(new Measured(scale.indicator(), dimension, Sum.of(1, 1), 50.0, score, scale, 90, 0));
		return with(dimension, score, null, 0, 500);
	}

	Cards counted(String id, int weight, Sum sum) {
		Scale scale = new Scale(id, 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(100_000, 100)), 30_000,
				weight);
		this.indicators.add(new Measured(id, QualityDimension.AVAILABILITY, sum, 1.0, 50.0, scale, 1, 0));
		return this;
	}

	Card card() {
		return new Card(Subject.CITY, PERIOD, this.dimensions, this.indicators);
	}

}
