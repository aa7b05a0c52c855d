package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.quality.score.Scales.Version;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Indicators and their scales in words. */
@Component
class IndicatorViews {

	private static final int DECIMALS = 2;

	private static final double PERCENT = 100;

	private final List<Indicator> indicators;

	private final Scales scales;

	private final DashboardWords words;

	private final PageClock pageClock;

	private final Clock clock;

	IndicatorViews(List<Indicator> indicators, Scales scales, DashboardWords words, PageClock pageClock, Clock clock) {
		this.indicators = indicators.stream()
			.sorted(Comparator.comparing(Indicator::dimension).thenComparing(Indicator::id))
			.toList();
		this.scales = scales;
		this.words = words;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	/** A dimension with its indicators. */
	record DimensionView(String code, String name, List<IndicatorView> indicators) {
	}

	/**
	 * An indicator with its documentation.
	 *
	 * @param scale null while it has none
	 */
	record IndicatorView(String id, String name, String meaning, String numerator, String denominator, String unit,
			String source, String why, @Nullable ScaleView scale) {
	}

	/**
	 * A version of a scale.
	 *
	 * @param share of its weight in its dimension, null where only one version is shown
	 * @param language of the reason where it is another than the page's, else null
	 * @param by who made it
	 */
	record ScaleView(String id, String title, String from, String target, String direction, int weight,
			@Nullable String share, String reason, @Nullable String language, String by, List<PointView> points,
			ScaleChart chart) {
	}

	/** What a value is worth. */
	record PointView(String value, String score) {
	}

	/** All of them, by dimension. */
	List<DimensionView> all(Locale locale) {
		Map<String, Version> current = this.scales.explained(today());
		List<DimensionView> dimensions = new ArrayList<>();
		for (QualityDimension dimension : QualityDimension.values()) {
			List<Indicator> own = this.indicators.stream().filter((one) -> one.dimension() == dimension).toList();
			int weights = own.stream().mapToInt((one) -> weight(current.get(one.id()))).sum();
			dimensions.add(new DimensionView(dimension.code(), say("quality.dimension." + dimension.code(), locale),
					own.stream().map((one) -> view(one, current.get(one.id()), weights, locale)).toList()));
		}
		return dimensions;
	}

	private static int weight(@Nullable Version version) {
		return (version != null) ? version.scale().weight() : 0;
	}

	private IndicatorView view(Indicator indicator, @Nullable Version version, int weights, Locale locale) {
		String start = "quality.indicator." + indicator.id();
		return new IndicatorView(indicator.id(), say(start, locale), say(start + ".meaning", locale),
				say(start + ".numerator", locale), say(start + ".denominator", locale),
				say("quality.unit." + indicator.unit(), locale), say(start + ".source", locale),
				say(start + ".why", locale), (version != null) ? weighted(indicator, version, weights, locale) : null);
	}

	/**
	 * An indicator by its id.
	 * @throws NotFound if there is none
	 */
	Indicator find(String id) {
		return this.indicators.stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
	}

	/** All versions of its scale, the newest first. */
	List<ScaleView> history(Indicator indicator, List<Version> versions, Locale locale) {
		return versions.stream().map((version) -> scaleView(indicator, version, null, locale)).toList();
	}

	private ScaleView weighted(Indicator indicator, Version version, int weights, Locale locale) {
		double share = (weights > 0) ? PERCENT * version.scale().weight() / weights : 0;
		return scaleView(indicator, version, NumberText.percent(share, 0, locale), locale);
	}

	private ScaleView scaleView(Indicator indicator, Version version, @Nullable String share, Locale locale) {
		Scale scale = version.scale();
		boolean english = Language.of(locale) == Language.ENGLISH;
		String reasonEn = version.reasonEn();
		boolean falls = scale.points().getFirst().score() > scale.points().getLast().score();
		return new ScaleView(indicator.id(), say("quality.scale.version", locale, scale.version()),
				this.pageClock.date(scale.validFrom(), locale),
				this.words.limit(scale.target(), indicator.unit(), locale),
				say(falls ? "quality.direction.down" : "quality.direction.up", locale), scale.weight(), share,
				(english && reasonEn != null) ? reasonEn : version.reason(),
				(english && reasonEn == null) ? "id" : null,
				say((version.by() != null) ? "quality.scale.by.administrator" : "quality.scale.by.portal", locale),
				scale.points()
					.stream()
					.map((point) -> new PointView(this.words.limit(point.value(), indicator.unit(), locale),
							number(point.score(), locale)))
					.toList(),
				ScaleChart.of(scale));
	}

	String name(Indicator indicator, Locale locale) {
		return say("quality.indicator." + indicator.id(), locale);
	}

	String unit(Indicator indicator, Locale locale) {
		return say("quality.unit." + indicator.unit(), locale);
	}

	private static String number(Number number, Locale locale) {
		return NumberText.upTo(number, DECIMALS, locale);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.words.say(key, locale, arguments);
	}

	LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

}
