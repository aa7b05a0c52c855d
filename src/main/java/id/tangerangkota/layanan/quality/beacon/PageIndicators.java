package id.tangerangkota.layanan.quality.beacon;

import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.indicator.Values;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How fast the portal's own pages are, by three of four views; of the city, because pages
 * are of all services.
 */
@Configuration(proxyBeanMethods = false)
class PageIndicators {

	private static final double P75 = 0.75;

	private static final double MEDIAN = 0.5;

	/** Its unit is the thousandth. */
	private static final double CLS_PART = 0.001;

	private static final double SECOND = 1000;

	@Bean
	Indicator pageLcp(PageTimings timings) {
		return new Timed("page-lcp", PageMeasure.LCP, Unit.MILLISECONDS, P75, 1, timings);
	}

	@Bean
	Indicator pageInp(PageTimings timings) {
		return new Timed("page-inp", PageMeasure.INP, Unit.MILLISECONDS, P75, 1, timings);
	}

	@Bean
	Indicator pageCls(PageTimings timings) {
		return new Timed("page-cls", PageMeasure.CLS, Unit.COUNT, P75, CLS_PART, timings);
	}

	@Bean
	Indicator homeToService(PageTimings timings) {
		return new Timed("home-to-service", PageMeasure.HOME_TO_SERVICE, Unit.MILLISECONDS, MEDIAN, SECOND, timings);
	}

	/**
	 * A percentile of what browsers told. Numerators are how many were good, denominators
	 * how many there were.
	 *
	 * @param factor from the measure's unit to the one people read
	 */
	private record Timed(String id, PageMeasure measure, Unit unit, double share, double factor,
			PageTimings timings) implements Indicator {

		@Override
		public QualityDimension dimension() {
			return QualityDimension.EFFICIENCY;
		}

		@Override
		public Level reach() {
			return Level.CITY;
		}

		@Override
		public double value(Sum sum) {
			return this.factor * Values.percentile(sum, this.share, this.measure.ends());
		}

		@Override
		public List<Fact> count(LocalDate day) {
			if (!this.timings.isAnythingTold(day)) {
				throw new SourceMissing("beacon");
			}
			return List.of(new Fact(null, null, this.timings.day(this.measure, day)));
		}

	}

}
