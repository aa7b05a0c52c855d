package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people say, and what is done about it. */
@Component
class SatisfactionEvidence {

	private final SurveyResults survey;

	private final ServiceCatalog catalog;

	private final MessageSource messages;

	SatisfactionEvidence(SurveyResults survey, ServiceCatalog catalog, MessageSource messages) {
		this.survey = survey;
		this.catalog = catalog;
		this.messages = messages;
	}

	/**
	 * Collects it.
	 * @return the satisfaction survey of the city, null when nobody answered
	 */
	@Nullable SkmResult collect(Days days, Found found) {
		SkmResult skm = this.survey.skm(Scope.city(), days).orElse(null);
		if (skm != null) {
			satisfaction("skm", Found.CITY, skm, found);
			parts(skm, found);
		}
		opinions(days, found);
		new TreeMap<>(this.survey.skmByAgency(days))
			.forEach((code, result) -> satisfaction("skm", code, result, found));
		satisfactionByService(days, found);
		return skm;
	}

	/** What people say otherwise: the one question, and each dimension of E-S-QUAL. */
	private void opinions(Days days, Found found) {
		for (Figure figure : figures(Instrument.SHORT, days)) {
			opinion("kepuasan", Found.CITY, figure, found);
		}
		for (Figure figure : figures(Instrument.ESQUAL, days)) {
			found.names()
				.put(figure.code(), this.messages.getMessage("survey.dimension." + figure.code(), null,
						Language.INDONESIAN.locale()));
			opinion("esqual", figure.code(), figure, found);
		}
	}

	private List<Figure> figures(Instrument instrument, Days days) {
		return InstrumentFigures.mostAnswered(this.survey.figures(Scope.city(), days, instrument))
			.stream()
			.flatMap((figures) -> figures.dimensions().stream())
			.map(DimensionFigure::figure)
			.toList();
	}

	private static void opinion(String name, String subject, Figure figure, Found found) {
		Estimate estimate = figure.estimate();
		if (estimate != null) {
			found.given(name, subject, figure.distribution());
			found.publish(name, subject, Rule.MEAN,
					BigDecimal.valueOf(estimate.mean()).setScale(3, RoundingMode.HALF_UP).toPlainString());
		}
	}

	/** Of actions about the weakest parts, those that are done. */
	static void followUps(List<FollowUp> actions, Found found) {
		if (actions.isEmpty()) {
			return;
		}
		Map<String, List<FollowUp>> byAgency = new TreeMap<>(actions.stream()
			.collect(Collectors.groupingBy((action) -> (action.agency() != null) ? action.agency() : Found.CITY)));
		byAgency.forEach((agency, own) -> found.count("tindak-lanjut", Found.CITY, agency,
				own.stream().filter(FollowUp::isDone).count(), own.size()));
		found.publishShare("tindak-lanjut", Found.CITY, actions.stream().filter(FollowUp::isDone).count(),
				actions.size());
	}

	/**
	 * The counts are how often each value was given, so that no sum is taken on trust.
	 */
	private static void satisfaction(String figure, String subject, SkmResult result, Found found) {
		BigDecimal value = result.value();
		found.count(figure + "-responden", subject, "orang", result.respondents(), 1);
		found.publish(figure + "-responden", subject, Rule.SUM, Long.toString(result.respondents()));
		if (value != null) {
			result.parts().forEach((part) -> given(figure, subject, part, found));
			found.publish(figure, subject, Rule.SKM, value.toPlainString());
		}
	}

	private static void given(String figure, String subject, SkmResult.Part part, Found found) {
		for (int place = 0; place < part.distribution().size(); place++) {
			found.counts().add(Count.given(figure, subject, part.code(), place + 1, part.distribution().get(place)));
		}
	}

	private void parts(SkmResult result, Found found) {
		for (SkmResult.Part part : result.parts()) {
			String name = part.code() + " " + part.text();
			found.names().put(part.code(), name);
			for (int place = 0; place < part.distribution().size(); place++) {
				found.names()
					.put(Count.value(part.code(), place + 1), this.messages.getMessage("passport-evidence.given",
							new Object[] { name, place + 1 }, Language.INDONESIAN.locale()));
			}
			if (part.mean() != null) {
				given("skm-unsur", part.code(), part, found);
				found.publish("skm-unsur", part.code(), Rule.MEAN, part.mean().toPlainString());
			}
		}
	}

	/** Services have figures of their own: some are called as the agency they are of. */
	private void satisfactionByService(Days days, Found found) {
		Map<ServiceId, SkmResult> results = this.survey.skmByService(days);
		this.catalog.summaries(results.keySet())
			.stream()
			.sorted(Comparator.comparing(ServiceSummary::slug))
			.forEach((service) -> {
				found.names().putIfAbsent(service.slug(), service.name());
				satisfaction("skm-layanan", service.slug(), Objects.requireNonNull(results.get(service.id())), found);
			});
	}

}
