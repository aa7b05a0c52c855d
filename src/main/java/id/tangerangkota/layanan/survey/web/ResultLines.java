package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What is told of an instrument, in its order, for pages and files alike. */
@Component
class ResultLines {

	private final SurveyWords words;

	ResultLines(SurveyWords words) {
		this.words = words;
	}

	/**
	 * A figure with what it is about.
	 *
	 * @param alpha null where there is none
	 */
	record Line(String label, Figure figure, @Nullable Double alpha) {
	}

	/** Part of the answers. */
	record Split(String label, List<Line> lines) {
	}

	List<Line> dimensions(InstrumentFigures figures, Locale locale) {
		return figures.dimensions()
			.stream()
			.map((dimension) -> new Line(name(dimension.figure(), locale), dimension.figure(), dimension.alpha()))
			.toList();
	}

	List<Line> items(InstrumentFigures figures, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		return figures.items()
			.stream()
			.map((item) -> new Line(english ? item.textEn() : item.text(), item.figure(), null))
			.toList();
	}

	/** Without parts in which nobody answered. */
	List<Split> splits(InstrumentFigures figures, Locale locale) {
		List<Split> splits = new ArrayList<>();
		for (Situation situation : Situation.values()) {
			add(splits, "survey.situation." + situation, figures.bySituation().getOrDefault(situation, List.of()),
					locale);
		}
		add(splits, "survey.met.yes", figures.byOutage().getOrDefault(true, List.of()), locale);
		add(splits, "survey.met.no", figures.byOutage().getOrDefault(false, List.of()), locale);
		for (Stratum stratum : Stratum.values()) {
			add(splits, "survey.stratum." + stratum, figures.byStratum().getOrDefault(stratum, List.of()), locale);
		}
		return splits;
	}

	private void add(List<Split> splits, String key, List<Figure> figures, Locale locale) {
		if (figures.stream().anyMatch((figure) -> figure.n() > 0)) {
			splits.add(new Split(this.words.say(key, locale),
					figures.stream().map((figure) -> new Line(name(figure, locale), figure, null)).toList()));
		}
	}

	private String name(Figure figure, Locale locale) {
		return this.words.say("survey.dimension." + figure.code(), locale);
	}

}
