package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SurveyResults;

import org.springframework.stereotype.Component;

/**
 * Indicators and scores of the city, and of the agencies that the public page shows:
 * those about which enough people spoke.
 */
@Component
class ScoreEvidence {

	private final Scorecard scorecard;

	private final SurveyResults survey;

	private final ServiceCatalog catalog;

	private final List<Indicator> indicators;

	ScoreEvidence(Scorecard scorecard, SurveyResults survey, ServiceCatalog catalog, List<Indicator> indicators) {
		this.scorecard = scorecard;
		this.survey = survey;
		this.catalog = catalog;
		this.indicators = indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
	}

	void collect(Period period, Found found) {
		Days days = new Days(period.from(), period.to());
		Card city = this.scorecard.card(Subject.CITY, period);
		scales(city, found);
		collect(Found.CITY, city, said(days), period, found);
		if (found.published().stream().anyMatch((one) -> one.rule() == Rule.MEASURED || one.rule() == Rule.PERCEIVED)) {
			city.dimensions().values().forEach((dimension) -> whole(dimension, found));
		}
		Map<Subject, Card> cards = this.scorecard.all(Level.AGENCY, period);
		Map<String, Opinion> opinions = this.survey.byAgency(days, Instrument.ESQUAL);
		for (Agency agency : this.catalog.agencies()) {
			Card card = cards.get(Subject.of(Level.AGENCY, agency.code()));
			Opinion opinion = opinions.get(agency.code());
			if (card != null && opinion != null && isShown(opinion)) {
				collect(agency.code(), card, opinion.dimensions(), period, found);
			}
		}
	}

	private static boolean isShown(Opinion opinion) {
		return opinion.dimensions().stream().anyMatch((figure) -> figure.n() >= Figure.LEAST);
	}

	private List<Figure> said(Days days) {
		return InstrumentFigures.mostAnswered(this.survey.figures(Scope.city(), days, Instrument.ESQUAL))
			.stream()
			.flatMap((figures) -> figures.dimensions().stream())
			.map(DimensionFigure::figure)
			.toList();
	}

	private void scales(Card city, Found found) {
		Map<String, Measured> measured = byIndicator(city);
		for (Indicator indicator : this.indicators) {
			Measured one = measured.get(indicator.id());
			if (one != null) {
				found.scales().add(new UsedScale(indicator.dimension(), indicator.reach(), one.scale()));
			}
		}
	}

	private static Map<String, Measured> byIndicator(Card card) {
		return card.indicators().stream().collect(Collectors.toMap(Measured::indicator, Function.identity()));
	}

	private void collect(String subject, Card card, List<Figure> said, Period period, Found found) {
		Map<String, Measured> measured = byIndicator(card);
		for (Indicator indicator : this.indicators) {
			Measured one = measured.get(indicator.id());
			if (one != null && one.value() != null && one.score() != null) {
				counts(subject, indicator, card, one, period, found);
				publish(Recount.INDICATOR + indicator.id(), subject, rule(indicator.reading()), one.value(), found);
				publish(Recount.SCORE + indicator.id(), subject, Rule.SCALE, one.score(), found);
			}
		}
		Map<String, Figure> figures = said.stream().collect(Collectors.toMap(Figure::code, Function.identity()));
		for (QualityDimension dimension : QualityDimension.values()) {
			Dimension scores = Objects.requireNonNull(card.dimensions().get(dimension));
			if (scores.measured() != null) {
				publish(Recount.MEASURED + dimension.code(), subject, Rule.MEASURED, scores.measured(), found);
			}
			Figure figure = figures.get(dimension.name());
			Double perceived = scores.perceived().score();
			if (figure != null && perceived != null) {
				found.given(Recount.PERCEIVED + dimension.code(), subject, figure.distribution());
				publish(Recount.PERCEIVED + dimension.code(), subject, Rule.PERCEIVED, perceived, found);
			}
		}
	}

	/**
	 * Day by day of the city, in one of agencies and of what is made of reports, of which
	 * a day has few; classes as they add up.
	 */
	private void counts(String subject, Indicator indicator, Card card, Measured one, Period period, Found found) {
		String figure = Recount.INDICATOR + indicator.id();
		if (indicator.reading() instanceof Reading.Percentile percentile) {
			classes(figure, subject, percentile, Objects.requireNonNull(one.sum().classes(), "Times have classes"),
					found);
		}
		else if (card.subject().isCity() && indicator.reports() == null) {
			for (Day day : this.scorecard.days(indicator.id(), Subject.CITY, period)) {
				if (!day.sum().isEmpty()) {
					found.count(figure, subject, day.day().toString(), day.sum().numerator(), day.sum().denominator());
				}
			}
		}
		else {
			found.count(figure, subject, subject, one.sum().numerator(), one.sum().denominator());
		}
	}

	private static void classes(String figure, String subject, Reading.Percentile percentile, long[] classes,
			Found found) {
		List<Long> ends = percentile.ends();
		long unit = (rule(percentile) == Rule.THREE_OF_FOUR_THOUSANDTHS) ? 1 : percentile.unit();
		for (int place = 0; place < classes.length; place++) {
			long end = ends.get(Math.min(place, ends.size() - 1)) / unit;
			found.count(figure, subject, ((place < ends.size()) ? "sampai-" : "lebih-dari-") + end, end,
					classes[place]);
		}
	}

	private static Rule rule(Reading reading) {
		return switch (reading) {
			case Reading.Share share -> Rule.SHARE_BELOW_ALL;
			case Reading.Rate rate -> Rule.RATE;
			case Reading.Percentile percentile -> (percentile.part() == Reading.Part.HALF) ? Rule.HALF
					: isInThousandths(percentile) ? Rule.THREE_OF_FOUR_THOUSANDTHS : Rule.THREE_OF_FOUR;
		};
	}

	/** Then their ends are no whole numbers of what people read. */
	private static boolean isInThousandths(Reading.Percentile percentile) {
		return percentile.ends().stream().anyMatch((end) -> end % percentile.unit() != 0);
	}

	private static void whole(Dimension dimension, Found found) {
		String code = dimension.dimension().code();
		publish(Recount.COVERAGE + code, Found.CITY, Rule.COVERAGE, dimension.coverage() * 100, found);
		if (dimension.gap() != null) {
			publish(Recount.GAP + code, Found.CITY, Rule.GAP, dimension.gap(), found);
		}
	}

	private static void publish(String figure, String subject, Rule rule, double value, Found found) {
		found.publish(figure, subject, rule, rule.round(BigDecimal.valueOf(value)));
	}

}
