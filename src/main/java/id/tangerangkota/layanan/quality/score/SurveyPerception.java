package id.tangerangkota.layanan.quality.score;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SurveyResults;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the answers to the long form say, by the version of its words that most people
 * answered.
 */
@Component
class SurveyPerception implements Perception {

	private final SurveyResults results;

	SurveyPerception(SurveyResults results) {
		this.results = results;
	}

	@Override
	public Map<QualityDimension, Perceived> of(Subject subject, Period period) {
		List<InstrumentFigures> versions = this.results.figures(scope(subject), days(period), Instrument.ESQUAL);
		Map<QualityDimension, Perceived> said = new EnumMap<>(QualityDimension.class);
		InstrumentFigures.mostAnswered(versions).ifPresent((most) -> {
			LocalDate words = (versions.size() > 1) ? most.since() : null;
			for (DimensionFigure dimension : most.dimensions()) {
				said.put(QualityDimension.valueOf(dimension.figure().code()),
						perceived(dimension.figure(), most.needed(), dimension.alpha(), words, most.version()));
			}
		});
		return said;
	}

	@Override
	public Map<Subject, Map<QualityDimension, Perceived>> of(Level level, Collection<Subject> subjects, Period period) {
		Map<Subject, Map<QualityDimension, Perceived>> said = new HashMap<>();
		switch (level) {
			case CITY -> said.put(Subject.CITY, of(Subject.CITY, period));
			case AGENCY -> this.results.byAgency(days(period), Instrument.ESQUAL)
				.forEach((code, figures) -> said.put(Subject.of(level, code), perceived(figures)));
			case SERVICE -> this.results.byService(days(period), Instrument.ESQUAL)
				.forEach((service, figures) -> said.put(Subject.of(service), perceived(figures)));
		}
		said.keySet().retainAll(subjects);
		return said;
	}

	@Override
	public Map<LocalDate, Map<QualityDimension, Perceived>> parts(Subject subject, Period period, Part part) {
		Map<LocalDate, Map<QualityDimension, Perceived>> said = new HashMap<>();
		switch (part) {
			case MONTH -> this.results.byMonth(scope(subject), days(period), Instrument.ESQUAL)
				.forEach((month, figures) -> said.put(month.atDay(1), perceived(figures)));
			case WEEK -> this.results.byWeek(scope(subject), days(period), Instrument.ESQUAL)
				.forEach((monday, figures) -> said.put(monday, perceived(figures)));
		}
		return said;
	}

	private static Scope scope(Subject subject) {
		if (subject.service() != null) {
			return Scope.service(subject.service());
		}
		return (subject.agency() != null) ? Scope.agency(subject.agency().code()) : Scope.city();
	}

	private static Days days(Period period) {
		return new Days(period.from(), period.to());
	}

	private static Map<QualityDimension, Perceived> perceived(Opinion opinion) {
		Map<QualityDimension, Perceived> said = new EnumMap<>(QualityDimension.class);
		opinion.dimensions()
			.forEach((figure) -> said.put(QualityDimension.valueOf(figure.code()),
					perceived(figure, null, null, null, opinion.version())));
		return said;
	}

	private static Perceived perceived(Figure figure, @Nullable Long needed, @Nullable Double alpha,
			@Nullable LocalDate words, int version) {
		Estimate estimate = figure.estimate();
		if (estimate == null) {
			return new Perceived(null, null, null, figure.n(), needed, alpha, words, version);
		}
		return new Perceived(estimate.score(Instrument.ESQUAL), score(estimate.low()), score(estimate.high()),
				figure.n(), needed, alpha, words, version);
	}

	/** On the scale from 0 to 100, as {@link Estimate#score}. */
	private static double score(double value) {
		return Math.clamp((value - 1) / (Instrument.ESQUAL.highest() - 1) * 100, 0, 100);
	}

}
