package id.tangerangkota.layanan.quality.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.indicator.CountRuns;
import id.tangerangkota.layanan.web.PageClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The four dimensions of the city and of each agency over thirty days. Computed anew when
 * the daily count has ended; until then whoever collects them gets what was computed.
 * Alike on all nodes.
 */
@Component
class ScoreMeters implements MeterBinder {

	private static final Logger logger = LoggerFactory.getLogger(ScoreMeters.class);

	private static final int DAYS = 30;

	/** So often at most the database is asked whether the count has ended. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private final Scorecard scorecard;

	private final CountRuns runs;

	private final Clock clock;

	private Instant asked = Instant.EPOCH;

	private @Nullable Instant counted;

	ScoreMeters(Scorecard scorecard, CountRuns runs, Clock clock) {
		this.scorecard = scorecard;
		this.runs = runs;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		MultiGauge scores = MultiGauge.builder("layanan.quality.score")
			.description("Dimensions from 0 to 100 over thirty days, measured and perceived; no series without data")
			.register(registry);
		MultiGauge coverage = MultiGauge.builder("layanan.quality.coverage")
			.description("Share of the weights of a dimension that have data over thirty days")
			.register(registry);
		Gauge.builder("layanan.quality.count.age", () -> age(scores, coverage))
			.description("How long ago the daily count ended; NaN before the first")
			.baseUnit("seconds")
			.register(registry);
	}

	/** Whoever asks for it brings all up to date. */
	private synchronized double age(MultiGauge scores, MultiGauge coverage) {
		Instant now = this.clock.instant();
		if (now.isAfter(this.asked.plus(FRESH))) {
			this.asked = now;
			try {
				refresh(now, scores, coverage);
			}
			catch (DataAccessException | TransactionException ex) {
				logger.debug("Scores stay as they are", ex);
			}
		}
		return (this.counted != null) ? Duration.between(this.counted, now).toSeconds() : Double.NaN;
	}

	private void refresh(Instant now, MultiGauge scores, MultiGauge coverage) {
		@Nullable Instant last = this.runs.last().orElse(null);
		if (last == null || last.equals(this.counted)) {
			return;
		}
		LocalDate yesterday = PageClock.day(now).minusDays(1);
		Period period = new Period(yesterday.minusDays(DAYS - 1L), yesterday);
		List<Row<?>> points = new ArrayList<>();
		List<Row<?>> covered = new ArrayList<>();
		add(this.scorecard.card(Subject.CITY, period), points, covered);
		Map<Subject, Card> agencies = this.scorecard.all(Level.AGENCY, period);
		agencies.values().forEach((card) -> add(card, points, covered));
		scores.register(points, true);
		coverage.register(covered, true);
		this.counted = last;
	}

	private static void add(Card card, List<Row<?>> scores, List<Row<?>> coverage) {
		card.dimensions().forEach((dimension, found) -> {
			Tags tags = Tags.of("level", card.subject().isCity() ? "city" : "agency", "agency", card.subject().id(),
					"dimension", dimension.code());
			coverage.add(Row.of(tags, found.coverage()));
			add(tags.and("kind", "measured"), found.measured(), scores);
			add(tags.and("kind", "perceived"), found.perceived().score(), scores);
		});
	}

	private static void add(Tags tags, @Nullable Double score, List<Row<?>> scores) {
		if (score != null) {
			scores.add(Row.of(tags, score));
		}
	}

}
