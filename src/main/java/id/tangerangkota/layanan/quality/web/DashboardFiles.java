package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What the dashboard shows, as tables for files. */
@Component
class DashboardFiles {

	/** Keys of the columns of a dimension. */
	private static final List<String> DIMENSION = List.of("perceived", "low", "high", "answers", "needed", "words",
			"measured", "coverage", "gap");

	/** Keys of the columns of an indicator. */
	private static final List<String> INDICATOR = List.of("value", "score", "target", "weight", "numerator",
			"denominator", "days", "gaps");

	private final DashboardWords words;

	DashboardFiles(DashboardWords words) {
		this.words = words;
	}

	/** A subject: its dimensions, the same by part of the time, and its indicators. */
	Table table(DashboardSubject subject, Card card, List<Card> parts, Locale locale) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		ScaleBreaks scales = new ScaleBreaks(parts);
		card.dimensions()
			.values()
			.forEach((dimension) -> rows.add(row(start(subject, card, dimension, locale), dimension,
					note(subject, changes(scales, dimension, locale), locale))));
		for (int place = 0; place < parts.size(); place++) {
			Card part = parts.get(place);
			for (Dimension dimension : part.dimensions().values()) {
				String begin = scales.at(place, dimension.dimension())
						? this.words.say("dashboard.scales-begin", locale) : null;
				rows.add(row(start(subject, part, dimension, locale), dimension, note(subject, begin, locale)));
			}
		}
		card.indicators().forEach((one) -> rows.add(row(subject, card, one, locale)));
		return new Table("mutu-" + card.period().from() + "-" + card.period().to(),
				headings(Stream.of("subject", "from", "to", "dimension", "indicator"), locale), rows);
	}

	private List<@Nullable Object> start(DashboardSubject subject, Card card, Dimension dimension, Locale locale) {
		return Table.row(subject.name(), card.period().from(), card.period().to(),
				this.words.heading(dimension.dimension(), locale), null);
	}

	private List<@Nullable Object> row(DashboardSubject subject, Card card, Measured one, Locale locale) {
		List<@Nullable Object> row = Table.row(subject.name(), card.period().from(), card.period().to(),
				this.words.heading(one.dimension(), locale), this.words.indicator(one.indicator(), locale));
		DIMENSION.forEach((column) -> row.add(null));
		row.addAll(Table.row(one.value(), one.score(), one.scale().target(), percent(card.weight(one)),
				one.isHidden() ? null : one.sum().numerator(), one.isHidden() ? null : one.sum().denominator(),
				one.counted(), one.gaps(),
				note(subject, one.isHidden() ? this.words.say("dashboard.few-reports", locale) : null, locale)));
		return row;
	}

	private static double percent(double share) {
		return Math.round(share * 1000) / 10.0;
	}

	/**
	 * Many subjects beside each other, a dimension a row.
	 * @param parts of the same time, of any subject: all are on the same scales
	 */
	Table heat(List<DashboardSubject> subjects, List<Card> cards, List<Card> parts, Locale locale) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		ScaleBreaks scales = new ScaleBreaks(parts);
		for (int place = 0; place < subjects.size(); place++) {
			Card card = cards.get(place);
			DashboardSubject subject = subjects.get(place);
			card.dimensions()
				.values()
				.forEach((dimension) -> rows.add(row(start(subject, card, dimension, locale), dimension,
						note(subject, changes(scales, dimension, locale), locale))));
		}
		return new Table("mutu-perbandingan",
				headings(Stream.of("subject", "from", "to", "dimension", "indicator"), locale), rows);
	}

	/** On which days of the time other scales began; null where none did. */
	private @Nullable String changes(ScaleBreaks scales, Dimension dimension, Locale locale) {
		List<LocalDate> days = scales.days(dimension.dimension());
		return days.isEmpty() ? null : this.words.say("dashboard.scales-changed", locale,
				days.stream().map((day) -> this.words.date(day, locale)).collect(Collectors.joining(", ")));
	}

	/**
	 * What the figures of an address nobody verified stand under on every page, and what
	 * they must not be compared with.
	 */
	private @Nullable String note(DashboardSubject subject, @Nullable String scales, Locale locale) {
		String unverified = subject.unverified() ? this.words.say("dashboard.unverified.short", locale) : null;
		return (unverified != null && scales != null) ? unverified + ". " + scales
				: (unverified != null) ? unverified : scales;
	}

	private static List<@Nullable Object> row(List<@Nullable Object> row, Dimension dimension, @Nullable String note) {
		Perceived said = dimension.perceived();
		row.addAll(Table.row(said.score(), said.low(), said.high(), said.n(), said.needed(), said.version(),
				dimension.measured(), dimension.coverage(), dimension.gap()));
		INDICATOR.forEach((column) -> row.add(null));
		row.add(note);
		return row;
	}

	private List<String> headings(Stream<String> first, Locale locale) {
		return Stream.of(first, DIMENSION.stream(), INDICATOR.stream(), Stream.of("note"))
			.flatMap((columns) -> columns)
			.map((column) -> heading(column, locale))
			.toList();
	}

	String heading(String column, Locale locale) {
		return this.words.say("dashboard.column." + column, locale);
	}

}
