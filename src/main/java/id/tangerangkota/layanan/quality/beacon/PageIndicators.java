package id.tangerangkota.layanan.quality.beacon;

import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How fast the portal's own pages are, by three of four views; of the city, because pages
 * are of all services.
 */
@Configuration(proxyBeanMethods = false)
class PageIndicators {

	/** What the movement of a page is measured in. */
	private static final long THOUSANDTHS = 1000;

	private static final long MILLISECONDS_A_SECOND = 1000;

	@Bean
	Indicator pageLcp(PageTimings timings) {
		return new Timed("page-lcp", PageMeasure.LCP, Unit.MILLISECONDS,
				new Reading.Percentile(Reading.Part.THREE_OF_FOUR, PageMeasure.LCP.ends(), 1), timings);
	}

	@Bean
	Indicator pageInp(PageTimings timings) {
		return new Timed("page-inp", PageMeasure.INP, Unit.MILLISECONDS,
				new Reading.Percentile(Reading.Part.THREE_OF_FOUR, PageMeasure.INP.ends(), 1), timings);
	}

	@Bean
	Indicator pageCls(PageTimings timings) {
		return new Timed("page-cls", PageMeasure.CLS, Unit.COUNT,
				new Reading.Percentile(Reading.Part.THREE_OF_FOUR, PageMeasure.CLS.ends(), THOUSANDTHS), timings);
	}

	@Bean
	Indicator homeToService(PageTimings timings) {
		return new Timed("home-to-service", PageMeasure.HOME_TO_SERVICE, Unit.MILLISECONDS,
				new Reading.Percentile(Reading.Part.HALF, milliseconds(PageMeasure.HOME_TO_SERVICE.ends()), 1),
				timings);
	}

	private static List<Long> milliseconds(List<Long> seconds) {
		return seconds.stream().map((end) -> end * MILLISECONDS_A_SECOND).toList();
	}

	/**
	 * A percentile of what browsers told. Numerators are how many were good, denominators
	 * how many there were.
	 */
	private record Timed(String id, PageMeasure measure, Unit unit, Reading reading,
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
		public List<Fact> count(LocalDate day) {
			if (!this.timings.isAnythingTold(day)) {
				throw new SourceMissing("beacon");
			}
			return List.of(new Fact(null, null, this.timings.day(this.measure, day)));
		}

	}

}
