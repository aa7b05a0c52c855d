package id.tangerangkota.layanan.quality.indicator;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether services are quick to reach, to find and to use. */
@Configuration(proxyBeanMethods = false)
class EfficiencyIndicators {

	/** Three of four were at least as quick. */
	private static final double MOST = 0.75;

	private static final double[] ANSWER_ENDS = AvailabilityFigures.TIME_ENDS.stream()
		.mapToDouble(Integer::doubleValue)
		.toArray();

	/** From the start of a check to the end of the answer. */
	@Bean
	Indicator responseTimeIndicator(AvailabilityFigures figures, Owners owners) {
		return new Measure("response-time", QualityDimension.EFFICIENCY, Unit.MILLISECONDS,
				(sum) -> Values.percentile(sum, MOST, ANSWER_ENDS),
				(day) -> owners.facts(day,
						Sums.of(figures.responseTimes(day).orElseThrow(() -> new SourceMissing("availability")),
								(times) -> new Sum(times.millis(), times.answers(),
										times.classes().stream().mapToLong(Long::longValue).toArray()))));
	}

}
