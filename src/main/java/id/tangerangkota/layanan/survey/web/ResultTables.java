package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.web.ResultLines.Line;
import id.tangerangkota.layanan.survey.web.ResultLines.Split;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The numbers of the pages, as tables; what the pages hide is empty here too. */
@Component
class ResultTables {

	/** Of the instruments with the longest scale. */
	private static final int VALUES = 5;

	private final ResultLines lines;

	private final SurveyWords words;

	ResultTables(ResultLines lines, SurveyWords words) {
		this.lines = lines;
		this.words = words;
	}

	/** What people say. */
	Table results(String file, SkmPeriod period, List<InstrumentFigures> all, Locale locale) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (InstrumentFigures figures : all) {
			rows(figures, this.words.say("survey.results.dimensions", locale), this.lines.dimensions(figures, locale),
					rows, locale);
			rows(figures, this.words.say("survey.results.items", locale), this.lines.items(figures, locale), rows,
					locale);
			for (Split split : this.lines.splits(figures, locale)) {
				rows(figures, split.label(), split.lines(), rows, locale);
			}
		}
		List<String> values = Stream.iterate(1, (value) -> value + 1)
			.limit(VALUES)
			.map((value) -> this.words.say("survey.column.value.count", locale, value))
			.toList();
		return new Table("survei-" + file + "-" + period,
				Stream
					.concat(headings(locale, "instrument", "version", "since", "part", "what", "n", "mean", "low",
							"high", "score", "top", "alpha"), values.stream())
					.toList(),
				rows);
	}

	private void rows(InstrumentFigures figures, String part, List<Line> lines, List<List<@Nullable Object>> rows,
			Locale locale) {
		for (Line line : lines) {
			Figure figure = line.figure();
			List<@Nullable Object> row = Table.row(this.words.instrument(figures.instrument(), locale),
					figures.version(), figures.since(), part, line.label(), figure.n());
			Estimate estimate = figure.estimate();
			row.addAll(
					(estimate != null)
							? Table.row(estimate.mean(), estimate.low(), estimate.high(),
									estimate.score(figures.instrument()), estimate.topTwo(), line.alpha())
							: Table.row(null, null, null, null, null, null));
			for (int value = 0; value < VALUES; value++) {
				row.add((value < figure.distribution().size()) ? figure.distribution().get(value) : null);
			}
			rows.add(row);
		}
	}

	/**
	 * The satisfaction survey: the city, its nine parts, and agencies by their names.
	 */
	Table skm(SkmPeriod period, @Nullable SkmResult city, Map<String, SkmResult> agencies, Locale locale) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		if (city != null) {
			String name = this.words.say("survey.city", locale);
			rows.add(row(name, city));
			boolean english = Language.of(locale) == Language.ENGLISH;
			city.parts()
				.forEach((part) -> rows.add(Table.row(name, part.code(), english ? part.textEn() : part.text(),
						part.n(), part.sum(), part.mean(), null, (part.band() != null) ? part.band().name() : null,
						city.version(), city.since())));
		}
		agencies.forEach((name, result) -> rows.add(row(name, result)));
		return new Table("skm-" + period,
				headings(locale, "whose", "code", "what", "n", "sum", "mean", "value", "grade", "version", "since")
					.toList(),
				rows);
	}

	private static List<@Nullable Object> row(String name, SkmResult result) {
		return Table.row(name, null, null, result.respondents(), null, null, result.value(),
				(result.band() != null) ? result.band().name() : null, result.version(), result.since());
	}

	private Stream<String> headings(Locale locale, String... columns) {
		return Stream.of(columns).map((column) -> this.words.say("survey.column." + column, locale));
	}

}
