package id.tangerangkota.layanan.quality.indicator;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether what is promised is delivered. */
@Configuration(proxyBeanMethods = false)
class FulfillmentIndicators {

	/** Listings that answered as expected at least once in the day, of those asked. */
	@Bean
	Indicator workingLinksIndicator(AvailabilityFigures figures, Owners owners) {
		return new Measure("working-links", QualityDimension.FULFILLMENT, Unit.SHARE, Values::share,
				(day) -> owners.facts(day,
						Sums.of(figures.reached(day).orElseThrow(() -> new SourceMissing("availability")),
								(reached) -> Sum.of(reached.answered(), reached.asked()))));
	}

}
