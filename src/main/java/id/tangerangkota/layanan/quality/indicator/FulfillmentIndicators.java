package id.tangerangkota.layanan.quality.indicator;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.catalog.CatalogFigures;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether what is promised is delivered. */
@Configuration(proxyBeanMethods = false)
class FulfillmentIndicators {

	private static final String STANDARD = "standard-completeness";

	/** Verified within 3 working days. */
	@Bean
	Indicator complaintVerifiedIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.VERIFY, cases, owners);
	}

	/** Taken up by the agency within 5 working days. */
	@Bean
	Indicator complaintStartedIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.START, cases, owners);
	}

	/** Solved within the days of its category or class. */
	@Bean
	Indicator complaintResolvedIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.RESOLVE, cases, owners);
	}

	/** Reopened at any time, of those solved for the first time on the day. */
	@Bean
	Indicator complaintReopenedIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.REOPENED, cases, owners);
	}

	/** Solved in the words of who reported. */
	@Bean
	Indicator complaintSolvedIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.SOLVED, cases, owners);
	}

	/**
	 * Time complaints took, of the time that was promised; in seconds, so others tell how
	 * many were solved. Applications for a service are made elsewhere, so nothing is
	 * known of theirs.
	 */
	@Bean
	Indicator promisedTimeIndicator(CaseFigures cases, Owners owners) {
		return share(Figure.PROMISED, cases, owners).ofReports(CaseIndicators.id(Figure.REOPENED));
	}

	private static Measure share(Figure figure, CaseFigures cases, Owners owners) {
		return new Measure(CaseIndicators.id(figure), QualityDimension.FULFILLMENT, Unit.SHARE, Reading.SHARE,
				(day) -> owners.facts(day, cases.of(figure, day)))
			.ofReports(CaseIndicators.id(figure));
	}

	/** Components of the Standar Pelayanan that the catalogue knows, of 14. */
	@Bean
	Indicator standardCompletenessIndicator(CatalogFigures catalog, Snapshots snapshots, Owners owners) {
		return new Measure(STANDARD, QualityDimension.FULFILLMENT, Unit.SHARE, Reading.SHARE,
				(day) -> snapshots.of(STANDARD, day, "catalog", () -> owners.facts(day,
						Sums.of(catalog.standards(), (known) -> Sum.of(known, StandardComponent.values().length)))))
			.everyDay();
	}

	/** Listings that answered as expected at least once in the day, of those asked. */
	@Bean
	Indicator workingLinksIndicator(AvailabilityFigures figures, Owners owners) {
		return new Measure("working-links", QualityDimension.FULFILLMENT, Unit.SHARE, Reading.SHARE,
				(day) -> owners
					.facts(day,
							Sums.of(figures.reached(day).orElseThrow(() -> new SourceMissing("availability")),
									(reached) -> Sum.of(reached.answered(), reached.asked()))))
			.atAddresses()
			.everyDay();
	}

}
