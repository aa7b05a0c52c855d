package id.tangerangkota.layanan.quality.indicator;

import java.util.List;

import id.tangerangkota.layanan.identity.CareFigures;
import id.tangerangkota.layanan.identity.CareFigures.Part;
import id.tangerangkota.layanan.privacy.RequestFigures;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the city keeps what it knows about people to itself. */
@Configuration(proxyBeanMethods = false)
class PrivacyIndicators {

	private static final String SECOND_FACTOR = "second-factor";

	/** Requests about personal data answered within 72 hours. */
	@Bean
	Indicator privacyRequestsIndicator(RequestFigures requests) {
		return new Measure("privacy-requests", QualityDimension.PRIVACY, Unit.SHARE, Level.CITY, Reading.SHARE,
				(day) -> {
					RequestFigures.Decided decided = requests.decided(day);
					return List.of(new Fact(null, null, Sum.of(decided.inTime(), decided.all())));
				});
	}

	/** Always all of them, by rule: counted all the same. */
	@Bean
	Indicator secondFactorIndicator(CareFigures care, Snapshots snapshots) {
		return new Measure(SECOND_FACTOR, QualityDimension.PRIVACY, Unit.SHARE, Level.AGENCY, Reading.SHARE,
				(day) -> snapshots.of(SECOND_FACTOR, day, "identity", () -> facts(care.secondFactors())))
			.everyDay();
	}

	/** Times staff saw who reports, and no complaint was the reason. */
	@Bean
	Indicator unmaskingsWithoutComplaintIndicator(CareFigures care) {
		return new Measure("unmaskings-without-complaint", QualityDimension.PRIVACY, Unit.SHARE, Level.AGENCY,
				Reading.SHARE, (day) -> facts(care.withoutComplaint(day)));
	}

	/** Times staff saw unmasked data and wrote why, for the person to read. */
	@Bean
	Indicator explainedDisclosuresIndicator(CareFigures care) {
		return new Measure("explained-disclosures", QualityDimension.PRIVACY, Unit.SHARE, Level.AGENCY, Reading.SHARE,
				(day) -> facts(care.explained(day)));
	}

	private static List<Fact> facts(List<Part> parts) {
		return parts.stream().map((part) -> new Fact(null, part.agency(), Sum.of(part.part(), part.all()))).toList();
	}

}
