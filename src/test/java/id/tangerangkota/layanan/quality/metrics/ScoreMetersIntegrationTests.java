package id.tangerangkota.layanan.quality.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.indicator.CountRuns;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/** Scores reach Prometheus once a day, not with each collection. */
@PortalTest
class ScoreMetersIntegrationTests {

	private static final Instant NIGHT = Instant.parse("2026-11-25T18:00:00Z");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CountRuns runs;

	private static final PrometheusNamingConvention PROMETHEUS = new PrometheusNamingConvention();

	@Autowired
	private MeterRegistry portal;

	private final Scorecard scorecard = mock(Scorecard.class);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private Instant now = NIGHT;

	@Test
	void refreshesWithTheDailyCountAlone() {
		this.jdbc.sql("delete from quality.count_run").update();
		given(this.scorecard.card(any(), any())).willReturn(card(Subject.CITY, 80.0));
		given(this.scorecard.all(any(), any()))
			.willReturn(Map.of(Subject.of(new AgencyId("dinkes")), card(Subject.of(new AgencyId("dinkes")), null)));
		new ScoreMeters(this.scorecard, this.runs, clock()).bindTo(this.registry);
		assertThat(age()).as("never counted").isNaN();
		assertThat(this.registry.find("layanan.quality.score").gauges()).isEmpty();

		ended();
		this.now = NIGHT.plus(Duration.ofMinutes(2));
		assertThat(age()).isEqualTo(120);
		assertThat(score("city", "", "measured")).isEqualTo(80);
		assertThat(this.registry.find("layanan.quality.score").tag("kind", "perceived").gauges()).as("nobody answered")
			.isEmpty();
		assertThat(this.registry.find("layanan.quality.score").tag("agency", "dinkes").gauges()).as("no data")
			.isEmpty();
		assertThat(this.registry.get("layanan.quality.coverage").tag("agency", "dinkes").gauges()).hasSize(4);

		for (int minute = 0; minute < 30; minute++) {
			this.now = this.now.plus(Duration.ofMinutes(2));
			age();
		}
		verify(this.scorecard, times(1)).all(any(), any());

		given(this.scorecard.card(any(), any())).willReturn(card(Subject.CITY, 85.0));
		ended();
		this.now = this.now.plus(Duration.ofMinutes(2));
		assertThat(age()).isEqualTo(120);
		assertThat(score("city", "", "measured")).isEqualTo(85);
		verify(this.scorecard, times(2)).all(Level.AGENCY,
				new Period(LocalDate.of(2026, 10, 27), LocalDate.of(2026, 11, 25)));
	}

	@Test
	void tellsOpinionBesideMeasurement() {
		given(this.scorecard.card(any(), any())).willReturn(card(Subject.CITY, 80.0, 55.0));
		given(this.scorecard.all(any(), any())).willReturn(Map.of());
		new ScoreMeters(this.scorecard, this.runs, clock()).bindTo(this.registry);
		ended();
		this.now = NIGHT.plus(Duration.ofMinutes(2));
		age();
		assertThat(score("city", "", "perceived")).isEqualTo(55);
		assertThat(score("city", "", "measured")).isEqualTo(80);
	}

	/** What Grafana draws is what the portal has, by the names Prometheus knows. */
	@Test
	void dashboardNamesWhatThereIs() throws IOException {
		tellsOpinionBesideMeasurement();
		Set<String> drawn = new TreeSet<>();
		String dashboard = Files.readString(Path.of("ops/grafana/dashboards/quality.json"));
		Pattern.compile("\\blayanan_\\w+").matcher(dashboard).results().forEach((found) -> drawn.add(found.group()));
		Set<String> known = new TreeSet<>();
		for (MeterRegistry registry : List.of(this.portal, this.registry)) {
			registry.getMeters()
				.forEach((meter) -> known
					.add(PROMETHEUS.name(meter.getId().getName(), meter.getId().getType(), meter.getId().getBaseUnit())
							+ ((meter.getId().getType() == Meter.Type.COUNTER) ? "_total" : "")));
		}
		assertThat(drawn).isNotEmpty().isSubsetOf(known);
	}

	private void ended() {
		this.jdbc.sql("delete from quality.count_run").update();
		this.jdbc.sql("insert into quality.count_run (finished_at, changed) values (?, 0)")
			.param(Timestamp.from(this.now))
			.update();
	}

	private double age() {
		return this.registry.get("layanan.quality.count.age").gauge().value();
	}

	private double score(String level, String agency, String kind) {
		return this.registry.get("layanan.quality.score")
			.tags("level", level, "agency", agency, "kind", kind, "dimension", "privacy")
			.gauge()
			.value();
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public Instant instant() {
				return ScoreMetersIntegrationTests.this.now;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

		};
	}

	private static Card card(Subject subject, Double measured) {
		return card(subject, measured, null);
	}

	private static Card card(Subject subject, Double measured, Double perceived) {
		Map<QualityDimension, Dimension> dimensions = new EnumMap<>(QualityDimension.class);
		for (QualityDimension dimension : QualityDimension.values()) {
			dimensions.put(dimension, new Dimension(dimension, measured, (measured != null) ? 0.5 : 0,
					new Perceived(perceived, null, null, 3, null, null, null, 1), null));
		}
		return new Card(subject, new Period(LocalDate.EPOCH, LocalDate.EPOCH), dimensions, List.of());
	}

}
