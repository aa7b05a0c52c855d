package id.tangerangkota.layanan.portal.web.passport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The passport of a service, for programs. */
@RestController
@Tag(name = "Quality")
class PassportApiController {

	private final Passports passports;

	private final Demo demo;

	PassportApiController(Passports passports, Demo demo) {
		this.passports = passports;
		this.demo = demo;
	}

	/**
	 * How good a service is. What is null is not known; it is never zero instead.
	 *
	 * @param demo whether all of it is made up
	 * @param endedOn the day on which it was retired or replaced, where it was and that
	 * is known; all figures are of the time until then
	 * @param replacedBy slug of what people should use instead
	 * @param from first day (Asia/Jakarta)
	 * @param to last day
	 * @param uptime30 percent of the counted time of the last 30 days in which it was up
	 * @param uptime365 the same of all days
	 * @param openReports open complaints that everybody can read
	 * @param medianDaysToAnswer calendar days from receipt to the first answer; null
	 * below ten answered reports
	 * @param standardComponents recorded components of the Standar Pelayanan, of 14
	 * @param saidFrom first day of the four quarters of satisfaction and dimensions
	 * @param saidTo last of them; over, unless the survey is younger than a quarter
	 * @param satisfaction null when nobody answered
	 */
	record QualityView(String slug, boolean demo, Lifecycle lifecycle, @Nullable LocalDate endedOn,
			@Nullable String replacedBy, LocalDate from, LocalDate to, @Nullable BigDecimal uptime30,
			@Nullable BigDecimal uptime365, int openReports, @Nullable Double medianDaysToAnswer,
			int standardComponents, @Nullable LocalDate lastReviewed, LocalDate saidFrom, LocalDate saidTo,
			@Nullable SatisfactionView satisfaction, List<DimensionView> dimensions, List<IndicatorView> indicators) {
	}

	/**
	 * The satisfaction survey (PermenPAN-RB 14/2017).
	 *
	 * @param value 25 to 100; null below ten respondents, and where the answers of fewer
	 * than ten people could be worked out from it
	 * @param needed how many respondents it takes (Krejcie and Morgan)
	 */
	record SatisfactionView(@Nullable BigDecimal value, @Nullable SkmBand band, long respondents, long needed) {

		static @Nullable SatisfactionView of(@Nullable SkmResult result) {
			return (result != null)
					? new SatisfactionView(result.value(), result.band(), result.respondents(), result.needed()) : null;
		}

	}

	/**
	 * A dimension of E-S-QUAL, 0 to 100 each way.
	 *
	 * @param perceived by what people say; null below ten answers
	 * @param low end of its 95 % confidence interval
	 * @param high end of it
	 * @param answers how many people said something
	 * @param measured by what was counted
	 * @param coverage share of the weights of its indicators that have data
	 * @param gap perceived minus measured
	 */
	record DimensionView(QualityDimension dimension, @Nullable Double perceived, @Nullable Double low,
			@Nullable Double high, long answers, @Nullable Long needed, @Nullable Double measured, double coverage,
			@Nullable Double gap) {

		static DimensionView of(Dimension dimension) {
			return new DimensionView(dimension.dimension(), dimension.perceived().score(), dimension.perceived().low(),
					dimension.perceived().high(), dimension.perceived().n(), dimension.perceived().needed(),
					dimension.measured(), dimension.coverage(), dimension.gap());
		}

	}

	/**
	 * What was counted.
	 *
	 * @param numerator sum of the days; of reports null below ten, as are the three that
	 * follow
	 * @param denominator sum of the days, 0 when nothing was counted
	 * @param score 0 to 100
	 * @param days with data
	 * @param gaps days on which the source was missing
	 */
	record IndicatorView(String id, QualityDimension dimension, @Nullable Long numerator, @Nullable Long denominator,
			@Nullable Double value, @Nullable Double score, int days, int gaps) {

		static IndicatorView of(Measured measured) {
			boolean hidden = measured.isHidden();
			return new IndicatorView(measured.indicator(), measured.dimension(),
					hidden ? null : measured.sum().numerator(), hidden ? null : measured.sum().denominator(),
					measured.value(), measured.score(), measured.counted(), measured.gaps());
		}

	}

	@GetMapping(path = "/api/v1/services/{slug}/quality", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getQuality", summary = "How good a service was in the last 365 days")
	ResponseEntity<QualityView> quality(
			@Parameter(description = "Slug of the service", example = "sobat-dukcapil") @PathVariable String slug,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		new ApiParameters(sent, Set.of());
		Passport passport = this.passports.find(slug).orElseThrow(NotFound::new);
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(view(passport));
	}

	private QualityView view(Passport passport) {
		List<DimensionView> dimensions = new ArrayList<>();
		for (QualityDimension dimension : QualityDimension.values()) {
			Dimension found = passport.card().dimensions().get(dimension);
			if (found != null) {
				dimensions.add(DimensionView.of(found));
			}
		}
		ServiceSummary successor = passport.service().replacedBy();
		return new QualityView(passport.service().slug(), this.demo.on(), passport.service().lifecycle(),
				passport.service().endedOn(), (successor != null) ? successor.slug() : null, passport.from(),
				passport.to(), passport.month().percent(2).orElse(null), passport.year().percent(2).orElse(null),
				passport.openReports(), passport.medianDays(), passport.service().standard().size(),
				passport.service().lastReviewed(), passport.said().days().first(), passport.said().days().last(),
				SatisfactionView.of(passport.skm()), dimensions,
				passport.card().indicators().stream().map(IndicatorView::of).toList());
	}

}
