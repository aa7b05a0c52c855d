package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.catalog.CatalogFigures;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Clock;
import id.tangerangkota.layanan.complaint.CaseFigures.Part;
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
		return share("complaint-verified", owners, (day) -> cases.inTime(Clock.VERIFY, day));
	}

	/** Taken up by the agency within 5 working days. */
	@Bean
	Indicator complaintStartedIndicator(CaseFigures cases, Owners owners) {
		return share("complaint-started", owners, (day) -> cases.inTime(Clock.START, day));
	}

	/** Solved within the days of its category or class. */
	@Bean
	Indicator complaintResolvedIndicator(CaseFigures cases, Owners owners) {
		return share("complaint-resolved", owners, (day) -> cases.inTime(Clock.RESOLVE, day));
	}

	/** Reopened at any time, of those solved for the first time on the day. */
	@Bean
	Indicator complaintReopenedIndicator(CaseFigures cases, Owners owners) {
		return share("complaint-reopened", owners, cases::reopened);
	}

	/** Solved in the words of who reported. */
	@Bean
	Indicator complaintSolvedIndicator(CaseFigures cases, Owners owners) {
		return share("complaint-solved", owners, cases::solved);
	}

	/**
	 * Time complaints took, of the time that was promised. Applications for a service are
	 * made elsewhere, so nothing is known of theirs.
	 */
	@Bean
	Indicator promisedTimeIndicator(CaseFigures cases, Owners owners) {
		return share("promised-time", owners, cases::promised);
	}

	private static Indicator share(String id, Owners owners, Function<LocalDate, List<Part>> counting) {
		return new Measure(id, QualityDimension.FULFILLMENT, Unit.SHARE, Reading.SHARE,
				(day) -> owners.facts(day, counting.apply(day)));
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
