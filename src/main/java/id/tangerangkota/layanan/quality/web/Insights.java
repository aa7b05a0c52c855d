package id.tangerangkota.layanan.quality.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.stereotype.Component;

/**
 * Says in sentences what stands out in a card. Each rule looks at published numbers
 * alone: below ten answers there is nothing to say about opinion.
 */
@Component
class Insights {

	/** The indicator people mean when they say that something does not work. */
	private static final String UPTIME = "uptime";

	/** Points between opinion and measurement from which it is worth a sentence. */
	private static final double WIDE = 15;

	/** Points by which a measured dimension has changed noticeably. */
	private static final double CHANGED = 5;

	/** A score below which an indicator is weak. */
	private static final double WEAK = 70;

	/** Share of weights below which a measurement stands on little. */
	private static final double THIN = 0.6;

	private final DashboardWords words;

	Insights(DashboardWords words) {
		this.words = words;
	}

	/**
	 * What the sentences are made of.
	 *
	 * @param before the same subject in the time before
	 * @param units of indicators, by id
	 * @param reports complaints about sites and apps received in the time
	 */
	record Ground(Card card, Card before, Map<String, Unit> units, long reports, Links links) {
	}

	/** Where the numbers can be seen. */
	interface Links {

		String indicator(String id);

		String reports();

		String survey();

	}

	/** The most surprising first. */
	List<Insight> of(Ground ground, Locale locale) {
		List<Insight> insights = new ArrayList<>();
		dimensions(ground).sorted(Comparator.comparingDouble((dimension) -> -Math.abs(gap(dimension))))
			.filter((dimension) -> isCertain(dimension) && Math.abs(gap(dimension)) >= WIDE)
			.map((dimension) -> (gap(dimension) < 0) ? worseThanMeasured(dimension, ground, locale)
					: betterThanMeasured(dimension, ground, locale))
			.forEach(insights::add);
		Stream
			.of(change(ground, locale), opinionChange(ground, locale), weakest(ground, locale),
					fewAnswers(ground, locale), thin(ground, locale), gaps(ground, locale))
			.flatMap(Optional::stream)
			.forEach(insights::add);
		return insights;
	}

	/** Whether the measurement lies outside of the confidence interval of opinion. */
	static boolean isCertain(Dimension dimension) {
		Perceived said = dimension.perceived();
		return dimension.measured() != null && said.low() != null && said.high() != null
				&& (dimension.measured() < said.low() || dimension.measured() > said.high());
	}

	private static double gap(Dimension dimension) {
		return Objects.requireNonNullElse(dimension.gap(), 0.0);
	}

	private static Stream<Dimension> dimensions(Ground ground) {
		return ground.card().dimensions().values().stream();
	}

	private Insight worseThanMeasured(Dimension dimension, Ground ground, Locale locale) {
		String said = this.words.outOfFive(Objects.requireNonNull(dimension.perceived().score()), locale);
		Optional<Measured> uptime = ground.card()
			.indicators()
			.stream()
			.filter((one) -> one.indicator().equals(UPTIME) && one.value() != null)
			.findFirst();
		if (dimension.dimension() == QualityDimension.AVAILABILITY && uptime.isPresent()) {
			String up = value(uptime.get(), ground, locale);
			return (ground.reports() > 0)
					? new Insight(
							this.words.say("dashboard.insight.unavailable.reports", locale, said, up, ground.reports()),
							ground.links().reports(), say("dashboard.insight.link.reports", locale))
					: new Insight(this.words.say("dashboard.insight.unavailable", locale, said, up),
							ground.links().indicator(UPTIME), say("dashboard.insight.link.indicator", locale));
		}
		return new Insight(
				this.words.say("dashboard.insight.worse", locale, name(dimension, locale), said,
						measured(dimension, locale)),
				ground.links().survey(), say("dashboard.insight.link.survey", locale));
	}

	private Insight betterThanMeasured(Dimension dimension, Ground ground, Locale locale) {
		String said = this.words.outOfFive(Objects.requireNonNull(dimension.perceived().score()), locale);
		return new Insight(
				this.words.say("dashboard.insight.better", locale, name(dimension, locale), said,
						measured(dimension, locale)),
				ground.links().survey(), say("dashboard.insight.link.survey", locale));
	}

	/** Only on the same scales: a new one makes no service better or worse. */
	private Optional<Insight> change(Ground ground, Locale locale) {
		return dimensions(ground)
			.filter((dimension) -> dimension.measured() != null && before(dimension, ground).measured() != null
					&& ground.card().isOnScalesOf(ground.before(), dimension.dimension()))
			.max(Comparator.comparingDouble((dimension) -> Math.abs(change(dimension, ground))))
			.filter((dimension) -> Math.abs(change(dimension, ground)) >= CHANGED)
			.map((dimension) -> new Insight(this.words.say(
					(change(dimension, ground) > 0) ? "dashboard.insight.rose" : "dashboard.insight.fell", locale,
					name(dimension, locale), measured(before(dimension, ground), locale), measured(dimension, locale)),
					place(dimension), say("dashboard.insight.link.dimension", locale)));
	}

	private static double change(Dimension dimension, Ground ground) {
		return Objects.requireNonNull(dimension.measured())
				- Objects.requireNonNull(before(dimension, ground).measured());
	}

	private static Dimension before(Dimension dimension, Ground ground) {
		return Objects.requireNonNull(ground.before().dimensions().get(dimension.dimension()));
	}

	/**
	 * Only of answers to the same words, and where the intervals do not touch: else
	 * chance explains it.
	 */
	private Optional<Insight> opinionChange(Ground ground, Locale locale) {
		return dimensions(ground)
			.filter((dimension) -> isApart(dimension.perceived(), before(dimension, ground).perceived()))
			.max(Comparator.comparingDouble((dimension) -> Math.abs(opinionChange(dimension, ground))))
			.map((dimension) -> new Insight(
					this.words.say(
							(opinionChange(dimension, ground) > 0) ? "dashboard.insight.opinion.rose"
									: "dashboard.insight.opinion.fell",
							locale, name(dimension, locale),
							this.words.outOfFive(opinion(before(dimension, ground)), locale),
							this.words.outOfFive(opinion(dimension), locale)),
					place(dimension), say("dashboard.insight.link.dimension", locale)));
	}

	private static boolean isApart(Perceived one, Perceived other) {
		return one.isInWordsOf(other) && one.low() != null && one.high() != null && other.low() != null
				&& other.high() != null && (one.low() > other.high() || one.high() < other.low());
	}

	private static double opinionChange(Dimension dimension, Ground ground) {
		return opinion(dimension) - opinion(before(dimension, ground));
	}

	private static double opinion(Dimension dimension) {
		return Objects.requireNonNull(dimension.perceived().score());
	}

	private Optional<Insight> weakest(Ground ground, Locale locale) {
		return ground.card()
			.indicators()
			.stream()
			.filter((one) -> one.score() != null && one.score() < WEAK && one.scale().weight() > 0)
			.min(Comparator.comparing(Measured::score))
			.map((one) -> new Insight(
					this.words.say("dashboard.insight.weakest", locale, this.words.indicator(one.indicator(), locale),
							value(one, ground, locale),
							this.words.limit(one.scale().target(), unit(one, ground), locale)),
					ground.links().indicator(one.indicator()), say("dashboard.insight.link.indicator", locale)));
	}

	private Optional<Insight> fewAnswers(Ground ground, Locale locale) {
		long most = dimensions(ground).mapToLong((dimension) -> dimension.perceived().n()).max().orElse(0);
		return dimensions(ground).map((dimension) -> dimension.perceived().needed())
			.filter(Objects::nonNull)
			.findFirst()
			.filter((needed) -> most < needed)
			.map((needed) -> new Insight(this.words.say("dashboard.insight.few", locale, most, needed),
					ground.links().survey(), say("dashboard.insight.link.survey", locale)));
	}

	private Optional<Insight> thin(Ground ground, Locale locale) {
		return dimensions(ground).filter((dimension) -> dimension.measured() != null && dimension.coverage() < THIN)
			.min(Comparator.comparingDouble(Dimension::coverage))
			.map((dimension) -> new Insight(
					this.words.say("dashboard.insight.thin", locale, name(dimension, locale),
							this.words.percent(dimension.coverage(), locale)),
					place(dimension), say("dashboard.insight.link.dimension", locale)));
	}

	private Optional<Insight> gaps(Ground ground, Locale locale) {
		return ground.card()
			.indicators()
			.stream()
			.filter((one) -> one.gaps() > 0)
			.max(Comparator.comparingInt(Measured::gaps))
			.map((one) -> new Insight(
					this.words.say("dashboard.insight.gaps", locale, this.words.indicator(one.indicator(), locale),
							one.gaps()),
					ground.links().indicator(one.indicator()), say("dashboard.insight.link.indicator", locale)));
	}

	private String value(Measured one, Ground ground, Locale locale) {
		return this.words.value(Objects.requireNonNull(one.value()), unit(one, ground), locale);
	}

	private static Unit unit(Measured one, Ground ground) {
		return ground.units().getOrDefault(one.indicator(), Unit.COUNT);
	}

	private String measured(Dimension dimension, Locale locale) {
		return this.words.number(Objects.requireNonNull(dimension.measured()), 0, locale);
	}

	private String name(Dimension dimension, Locale locale) {
		return this.words.dimension(dimension.dimension(), locale);
	}

	/** On the same page. */
	private static String place(Dimension dimension) {
		return "#" + dimension.dimension().code();
	}

	private String say(String key, Locale locale) {
		return this.words.say(key, locale);
	}

}
