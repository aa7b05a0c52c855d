package id.tangerangkota.layanan.quality.score;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.score.FactSums.Total;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From sums to scores. */
@Service
@Transactional(readOnly = true)
class Scores implements Scorecard {

	private static final Perceived NOTHING_SAID = new Perceived(null, null, null, 0, null, null, null, null);

	private static final Total NOTHING_COUNTED = new Total(Sum.NONE, 0);

	private final List<Indicator> indicators;

	private final FactSums sums;

	private final Scales scales;

	private final Perception perception;

	private final Clock clock;

	Scores(List<Indicator> indicators, FactSums sums, Scales scales, Perception perception, Clock clock) {
		this.indicators = indicators.stream()
			.sorted(Comparator.comparing(Indicator::dimension).thenComparing(Indicator::id))
			.toList();
		this.sums = sums;
		this.scales = scales;
		this.perception = perception;
		this.clock = clock;
	}

	@Override
	public Card card(Subject subject, Period period) {
		Map<String, Total> totals = this.sums.of(subject, period);
		return card(subject, totals, period, this.scales.on(judged(period)), this.sums.gaps(period),
				this.perception.of(subject, period));
	}

	@Override
	public Map<Subject, Card> cards(Level level, Collection<Subject> subjects, Period period) {
		Map<Subject, Map<String, Total>> totals = new HashMap<>();
		subjects.forEach((subject) -> totals.put(subject, Map.of()));
		totals.putAll(this.sums.of(level, subjects, period));
		return cards(level, totals, period);
	}

	@Override
	public Map<Subject, Card> all(Level level, Period period) {
		return cards(level, this.sums.all(level, period), period);
	}

	@Override
	public List<Day> days(String indicator, Subject subject, Period period) {
		return this.sums.days(indicator, subject, period);
	}

	@Override
	public List<Card> parts(Subject subject, Period period, Part part) {
		List<Period> parts = period.parts(part);
		Map<LocalDate, Map<String, Total>> totals = this.sums.parts(subject, period, part);
		Map<LocalDate, Map<QualityDimension, Perceived>> said = this.perception.parts(subject, period, part);
		Map<LocalDate, Map<String, Scale>> current = this.scales.on(parts.stream().map(this::judged).toList());
		return parts.stream().map((one) -> {
			LocalDate start = start(one.from(), part);
			return card(subject, totals.getOrDefault(start, Map.of()), one, current.getOrDefault(judged(one), Map.of()),
					Map.of(), said.getOrDefault(start, Map.of()));
		}).toList();
	}

	/**
	 * The day whose scales count: the last of a period, or today while it runs. What is
	 * planned counts nowhere yet.
	 */
	private LocalDate judged(Period period) {
		LocalDate today = PageClock.day(this.clock.instant());
		return period.to().isAfter(today) ? today : period.to();
	}

	/** Where the whole month or week begins, of which the first is only a part. */
	private static LocalDate start(LocalDate day, Part part) {
		return (part == Part.MONTH) ? day.withDayOfMonth(1)
				: day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private Map<Subject, Card> cards(Level level, Map<Subject, Map<String, Total>> totals, Period period) {
		Map<String, Scale> current = this.scales.on(judged(period));
		Map<String, Integer> gaps = this.sums.gaps(period);
		Map<Subject, Map<QualityDimension, Perceived>> said = this.perception.of(level, totals.keySet(), period);
		Map<Subject, Card> cards = new HashMap<>();
		totals.forEach((subject, sums) -> cards.put(subject,
				card(subject, sums, period, current, gaps, said.getOrDefault(subject, Map.of()))));
		return cards;
	}

	private Card card(Subject subject, Map<String, Total> sums, Period period, Map<String, Scale> current,
			Map<String, Integer> gaps, Map<QualityDimension, Perceived> said) {
		List<Measured> measured = new ArrayList<>();
		for (Indicator indicator : this.indicators) {
			Scale scale = current.get(indicator.id());
			if (scale != null && subject.level().compareTo(indicator.reach()) <= 0) {
				measured.add(measured(indicator, sums, scale, gaps.getOrDefault(indicator.id(), 0)));
			}
		}
		return new Card(subject, period, dimensions(measured, said), measured);
	}

	private static Measured measured(Indicator indicator, Map<String, Total> sums, Scale scale, int gaps) {
		Total total = sums.getOrDefault(indicator.id(), NOTHING_COUNTED);
		boolean told = !total.sum().isEmpty() && isOfEnough(indicator, sums);
		@Nullable Double value = told ? indicator.value(total.sum()) : null;
		return new Measured(indicator.id(), indicator.dimension(), total.sum(), value,
				(value != null) ? scale.score(value) : null, scale, total.days(), gaps);
	}

	private static boolean isOfEnough(Indicator indicator, Map<String, Total> sums) {
		String reports = indicator.reports();
		return reports == null || sums.getOrDefault(reports, NOTHING_COUNTED).sum().denominator() >= Figure.LEAST;
	}

	private static Map<QualityDimension, Dimension> dimensions(List<Measured> indicators,
			Map<QualityDimension, Perceived> said) {
		Map<QualityDimension, Dimension> dimensions = new EnumMap<>(QualityDimension.class);
		for (QualityDimension dimension : QualityDimension.values()) {
			dimensions.put(dimension,
					dimension(dimension, indicators.stream().filter((one) -> one.dimension() == dimension).toList(),
							said.getOrDefault(dimension, NOTHING_SAID)));
		}
		return dimensions;
	}

	private static Dimension dimension(QualityDimension dimension, Collection<Measured> indicators,
			Perceived perceived) {
		double all = 0;
		double counted = 0;
		double points = 0;
		for (Measured indicator : indicators) {
			int weight = indicator.scale().weight();
			all += weight;
			if (indicator.score() != null) {
				counted += weight;
				points += weight * indicator.score();
			}
		}
		@Nullable Double measured = (counted > 0) ? points / counted : null;
		@Nullable Double gap = (measured != null && perceived.score() != null) ? perceived.score() - measured : null;
		return new Dimension(dimension, measured, (all > 0) ? counted / all : 0, perceived, gap);
	}

}
