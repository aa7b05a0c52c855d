package id.tangerangkota.layanan.quality.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.web.Plot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts cards into words. */
@Component
class DashboardViews {

	/** Shares of time; nobody reads a month of all services in seconds. */
	private static final Set<String> IN_SECONDS = Set.of("uptime", "peak-downtime", "promised-time");

	private static final double SECONDS_AN_HOUR = 3600;

	private static final double SECONDS_A_DAY = 24 * SECONDS_AN_HOUR;

	private final DashboardWords words;

	private final AvailabilityReport availability;

	private final Map<String, Unit> units;

	private final Map<String, Reading> readings;

	DashboardViews(DashboardWords words, AvailabilityReport availability, List<Indicator> indicators) {
		this.words = words;
		this.availability = availability;
		this.units = indicators.stream().collect(Collectors.toMap(Indicator::id, Indicator::unit));
		this.readings = indicators.stream().collect(Collectors.toMap(Indicator::id, Indicator::reading));
	}

	/**
	 * A dimension; what is null is not known.
	 *
	 * @param note what to mind about the answers
	 * @param certainty whether the gap could be chance
	 * @param otherScales why the measurement is not compared with the time before
	 * @param otherWords why opinion is not compared with the time before
	 */
	record DimensionView(String code, String name, @Nullable String perceived, @Nullable String interval, String n,
			@Nullable String needed, @Nullable String note, @Nullable String alpha, @Nullable String measured,
			String coverage, @Nullable String gap, @Nullable String certainty, @Nullable String measuredChange,
			@Nullable String otherScales, @Nullable String perceivedChange, @Nullable String otherWords,
			List<IndicatorView> indicators) {
	}

	/**
	 * An indicator; what is null is not known.
	 *
	 * @param otherScale why its score is not compared with the time before
	 */
	record IndicatorView(String id, String name, @Nullable String value, String target, @Nullable String score,
			@Nullable String change, @Nullable String otherScale, String weight, String raw, String counted,
			@Nullable String gaps) {
	}

	/**
	 * A dimension over time.
	 *
	 * @param otherScales why the line of the measurement is broken
	 * @param otherWords why the line of opinion is broken
	 */
	record TrendView(String code, String name, DashboardTrend chart, List<Tick> ticks, List<TrendRow> rows,
			@Nullable String otherScales, @Nullable String otherWords) {
	}

	/**
	 * A word below a chart.
	 *
	 * @param anchor which end of it lies there, as SVG says it
	 */
	record Tick(int x, String anchor, String label) {
	}

	/**
	 * A part of the time; what is null is not known.
	 *
	 * @param otherScales that other scales begin in it
	 */
	record TrendRow(String label, @Nullable String measured, @Nullable String perceived, @Nullable String interval,
			String n, @Nullable String otherScales) {
	}

	/** Of how many services the figures are. */
	String monitored(Locale locale) {
		Overview overview = this.availability.overview();
		return this.words.say("dashboard.monitored", locale, this.words.number(overview.monitored(), 0, locale),
				this.words.number(overview.listings(), 0, locale), this.words.number(overview.verified(), 0, locale));
	}

	Map<String, Unit> units() {
		return this.units;
	}

	List<DimensionView> dimensions(Card now, Card before, Locale locale) {
		return now.dimensions().values().stream().map((dimension) -> view(dimension, now, before, locale)).toList();
	}

	private DimensionView view(Dimension dimension, Card now, Card before, Locale locale) {
		Dimension earlier = Objects.requireNonNull(before.dimensions().get(dimension.dimension()));
		Perceived said = dimension.perceived();
		boolean alike = said.isInWordsOf(earlier.perceived());
		String change = change(said.score(), earlier.perceived().score(), locale);
		boolean onScales = now.isOnScalesOf(before, dimension.dimension());
		String measuredChange = change(dimension.measured(), earlier.measured(), locale);
		return new DimensionView(dimension.dimension().code(), this.words.heading(dimension.dimension(), locale),
				this.words.score(said.score(), locale), interval(said, locale), this.words.number(said.n(), 0, locale),
				(said.needed() != null) ? this.words.number(said.needed(), 0, locale) : null, note(said, locale),
				(said.alpha() != null) ? this.words.number(said.alpha(), 2, locale) : null,
				this.words.score(dimension.measured(), locale), this.words.percent(dimension.coverage(), locale),
				(dimension.gap() != null) ? this.words.signed(dimension.gap(), locale) : null,
				certainty(dimension, locale), onScales ? measuredChange : null,
				(measuredChange != null && !onScales) ? this.words.say("dashboard.other-scales", locale) : null,
				alike ? change : null,
				(change != null && !alike) ? this.words.say("dashboard.other-words", locale) : null,
				indicators(dimension.dimension(), now, before, locale));
	}

	@Nullable String interval(Perceived said, Locale locale) {
		return (said.low() != null && said.high() != null) ? this.words.say("dashboard.interval", locale,
				this.words.number(said.low(), 1, locale), this.words.number(said.high(), 1, locale)) : null;
	}

	/** What to mind about a number of answers. */
	@Nullable String note(Perceived said, Locale locale) {
		List<String> notes = new ArrayList<>();
		if (said.n() < Figure.ENOUGH) {
			notes.add(this.words.say((said.n() < Figure.LEAST) ? "dashboard.hidden" : "dashboard.few", locale));
		}
		if (said.words() != null) {
			notes.add(this.words.say("dashboard.words", locale, this.words.date(said.words(), locale)));
		}
		return notes.isEmpty() ? null : String.join(". ", notes);
	}

	@Nullable String certainty(Dimension dimension, Locale locale) {
		if (dimension.gap() == null) {
			return null;
		}
		return this.words.say(Insights.isCertain(dimension) ? "dashboard.gap.certain" : "dashboard.gap.uncertain",
				locale);
	}

	private @Nullable String change(@Nullable Double now, @Nullable Double before, Locale locale) {
		return (now != null && before != null) ? this.words.signed(now - before, locale) : null;
	}

	private List<IndicatorView> indicators(QualityDimension dimension, Card now, Card before, Locale locale) {
		Map<String, Measured> earlier = before.indicators()
			.stream()
			.collect(Collectors.toMap(Measured::indicator, (one) -> one));
		return now.indicators()
			.stream()
			.filter((one) -> one.dimension() == dimension)
			.map((one) -> indicator(now, one, earlier.get(one.indicator()), locale))
			.toList();
	}

	private IndicatorView indicator(Card card, Measured one, @Nullable Measured before, Locale locale) {
		Unit unit = this.units.getOrDefault(one.indicator(), Unit.COUNT);
		boolean onScale = before != null && one.scale().scoresLike(before.scale());
		String change = change(one.score(), (before != null) ? before.score() : null, locale);
		return new IndicatorView(one.indicator(), this.words.indicator(one.indicator(), locale),
				value(one, unit, locale), this.words.limit(one.scale().target(), unit, locale),
				this.words.score(one.score(), locale), onScale ? change : null,
				(change != null && !onScale) ? this.words.say("dashboard.other-scale", locale) : null,
				this.words.percent(card.weight(one), locale), raw(one, locale),
				this.words.number(one.counted(), 0, locale),
				(one.gaps() > 0) ? this.words.say("dashboard.gaps", locale, one.gaps()) : null);
	}

	private @Nullable String value(Measured one, Unit unit, Locale locale) {
		if (one.isHidden()) {
			return this.words.say("dashboard.few-reports", locale);
		}
		return (one.value() != null) ? this.words.value(one.value(), unit, locale) : null;
	}

	/** What was counted, in units that people know. */
	private String raw(Measured one, Locale locale) {
		long numerator = one.sum().numerator();
		long denominator = one.sum().denominator();
		Reading reading = this.readings.getOrDefault(one.indicator(), Reading.SHARE);
		if (reading instanceof Reading.Percentile) {
			return this.words.say("dashboard.raw.measurements", locale, this.words.number(denominator, 0, locale));
		}
		if (reading instanceof Reading.Rate) {
			return this.words.say("dashboard.raw.outages", locale, this.words.number(numerator, 0, locale),
					this.words.number(denominator / SECONDS_A_DAY, 0, locale));
		}
		return IN_SECONDS.contains(one.indicator())
				? this.words.say("dashboard.raw.hours", locale,
						this.words.number(numerator / SECONDS_AN_HOUR, 1, locale),
						this.words.number(denominator / SECONDS_AN_HOUR, 1, locale))
				: this.words.say("dashboard.raw", locale, this.words.number(numerator, 0, locale),
						this.words.number(denominator, 0, locale));
	}

	List<TrendView> trends(List<Card> parts, Part part, Locale locale) {
		ScaleBreaks scales = new ScaleBreaks(parts);
		return Arrays.stream(QualityDimension.values())
			.map((dimension) -> new TrendView(dimension.code(), this.words.heading(dimension, locale),
					DashboardTrend.of(parts, dimension), ticks(parts, part, locale),
					IntStream.range(0, parts.size())
						.mapToObj(
								(place) -> row(parts.get(place), dimension, part, scales.at(place, dimension), locale))
						.toList(),
					scales.days(dimension).isEmpty() ? null : this.words.say("dashboard.trend.other-scales", locale),
					isInOneVersion(parts, dimension) ? null : this.words.say("dashboard.trend.other-words", locale)))
			.toList();
	}

	private static boolean isInOneVersion(List<Card> parts, QualityDimension dimension) {
		return parts.stream()
			.map((card) -> Objects.requireNonNull(card.dimensions().get(dimension)).perceived())
			.filter((said) -> said.score() != null)
			.map(Perceived::version)
			.distinct()
			.count() <= 1;
	}

	private List<Tick> ticks(List<Card> parts, Part part, Locale locale) {
		List<Tick> ticks = new ArrayList<>();
		int last = parts.size() - 1;
		ticks.add(new Tick(Plot.x(0), "start", label(parts.getFirst(), part, locale)));
		if (last > 1) {
			ticks.add(new Tick(DashboardTrend.x(last / 2, parts.size()), "middle",
					label(parts.get(last / 2), part, locale)));
		}
		if (last > 0) {
			ticks.add(new Tick(Plot.WIDTH, "end", label(parts.getLast(), part, locale)));
		}
		return ticks;
	}

	private TrendRow row(Card card, QualityDimension dimension, Part part, boolean otherScales, Locale locale) {
		Dimension figures = Objects.requireNonNull(card.dimensions().get(dimension));
		return new TrendRow(label(card, part, locale), this.words.score(figures.measured(), locale),
				this.words.score(figures.perceived().score(), locale), interval(figures.perceived(), locale),
				this.words.number(figures.perceived().n(), 0, locale),
				otherScales ? this.words.say("dashboard.scales-begin", locale) : null);
	}

	String label(Card card, Part part, Locale locale) {
		return (part == Part.MONTH) ? this.words.month(card.period().from(), locale)
				: this.words.shortDate(card.period().from(), locale);
	}

}
