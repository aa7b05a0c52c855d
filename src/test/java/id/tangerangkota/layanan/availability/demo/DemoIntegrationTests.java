package id.tangerangkota.layanan.availability.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.catalog.DemoOpeningsTests;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.casework.DemoCasesTests;
import id.tangerangkota.layanan.quality.demo.DemoFactsTests;
import id.tangerangkota.layanan.survey.demo.DemoAnswersTests;
import id.tangerangkota.layanan.web.testing.Node;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** The whole portal as a newcomer starts it, in a database of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "db-scheduler.enabled=true")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DemoIntegrationTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	/** Days whose sums are not what the intervals of that day add up to. */
	private static final String WRONG_DAYS = """
			select count(*) from availability.day_sum d
			cross join lateral (select d.day::timestamp at time zone 'Asia/Jakarta' as first,
				(d.day + 1)::timestamp at time zone 'Asia/Jakarta' as last) t
			cross join lateral (select
				coalesce(sum(m) filter (where state = 'UP'), 0) as up,
				coalesce(sum(m) filter (where state = 'DEGRADED'), 0) as degraded,
				coalesce(sum(m) filter (where state = 'DOWN'), 0) as down,
				coalesce(sum(m) filter (where state = 'MAINTENANCE'), 0) as maintenance,
				coalesce(sum(m) filter (where state = 'UNKNOWN'), 0) as unknown
				from (select i.state, extract(epoch from least(i.ends, t.last) - greatest(i.starts, t.first)) * 1000000 as m
					from availability.service_interval i
					where i.service_id = d.service_id and i.starts < t.last and (i.ends is null or i.ends > t.first)) p) s
			where (d.up, d.degraded, d.down, d.maintenance, d.unknown)
				is distinct from (s.up, s.degraded, s.down, s.maintenance, s.unknown)""";

	private static final String WRONG_ROLLUP_DAYS = """
			select count(*) from availability.rollup_day d
			cross join lateral (select sum(up) as up, sum(slow) as slow, sum(down) as down, sum(refused) as refused,
				sum(void) as void, sum(total_ms) as total_ms from availability.rollup_hour h
				where h.check_id = d.check_id and h.at >= d.at and h.at < d.at + interval '1 day') s
			where (d.up, d.slow, d.down, d.refused, d.void, d.total_ms)
				is distinct from (s.up, s.slow, s.down, s.refused, s.void, s.total_ms)""";

	private static final String WRONG_ROLLUP_HOURS = """
			select count(*) from (select check_id, date_trunc('hour', at) as at, sum(up + slow) as answers, count(*) as n
				from availability.rollup_5m group by 1, 2) f
			join availability.rollup_hour h using (check_id, at) where n = 12 and answers <> h.up + h.slow""";

	/** Without today, which nobody counted yet. */
	private static final String INSPECTED = """
			select count(*) from quality.inspection i
			join quality.inspection_finding f on f.service_id = i.service_id and f.week = i.week
			where f.item in ('content-security-policy', 'content-type-options', 'frame-protection', 'referrer-policy')
				and f.verdict in ('MET', 'MISSED')
				and cast(i.inspected_at at time zone 'Asia/Jakarta' as date) in (select day from quality.day)""";

	private static final String COUNTED_INSPECTIONS = """
			select sum(denominator) from quality.fact where indicator = 'site-headers' and level = 'SERVICE'""";

	private static final Path OPS = Path.of("ops");

	private static final Pattern METER = Pattern.compile("layanan_[a-z0-9_]+");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CityServer city;

	@Autowired
	private CheckDesk checks;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private Incidents incidents;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	/** One failure and one success confirm here, and checks are asked for: no waiting. */
	@Test
	void showsAnOutageThatBeginsAndEnds() {
		ServiceId service = this.catalog.service("pajak-online").orElseThrow().id();
		CheckDetail check = this.checks.ofService(service).getFirst();
		CheckSpec spec = check.spec();
		this.checks.edit(check.id(), check.version(),
				new CheckSpec(spec.target(), Duration.ofSeconds(20), 1, 1, 1, spec.mode()));
		this.city.open(this.clock.instant().minusSeconds(30));
		this.checks.checkNow(check.id());
		await().atMost(PATIENCE).until(() -> this.report.now(service).state() == ServiceState.DOWN);
		assertThat(ScriptedChecks.incident(this.incidents, service)).isPresent();
		this.city.open(this.clock.instant().minusSeconds(600));
		this.checks.checkNow(check.id());
		await().atMost(PATIENCE).until(() -> this.report.now(service).state() == ServiceState.UP);
		assertThat(ScriptedChecks.incident(this.incidents, service)).isEmpty();
	}

	@Test
	void makesUpAPastThatAddsUp() {
		assertThat(count(WRONG_DAYS)).isZero();
		assertThat(count("select count(distinct day) from availability.day_sum")).isEqualTo(90);
		assertThat(count(WRONG_ROLLUP_DAYS)).isZero();
		assertThat(count(WRONG_ROLLUP_HOURS)).isZero();
		assertThat(count("""
				select count(*) from availability.rollup_hour where mod(check_id, 20) = 0
					and p50_ms is distinct from availability.percentile(buckets, counts, 0.5)""")).isZero();
	}

	@Test
	void makesUpIncidentsThatEnded() {
		assertThat(
				count("""
						select count(*) from availability.incident where kind = 'OUTAGE' and started_at < now() - interval '1 day'
							and ended_at is null"""))
			.isEqualTo(2);
		assertThat(count("""
				select count(*) from availability.incident
				where kind = 'OUTAGE' and ended_at > started_at + interval '10 h'""")).isZero();
		assertThat(count("select count(*) from availability.incident where post_mortem is not null")).isEqualTo(3);
		assertThat(count("select count(*) from availability.service_interval where state = 'MAINTENANCE'"))
			.isEqualTo(4);
		assertThat(count("""
				select max(n) from (select count(*) as n from availability.outage group by service_id) o"""))
			.isBetween(3L, 20L);
	}

	@Test
	void makesUpWhatTheDashboardIsCountedFrom() {
		assertThat(count(COUNTED_INSPECTIONS)).isEqualTo(count(INSPECTED)).isGreaterThan(1000);
		assertThat(count("select count(distinct day) from catalog.opening")).isEqualTo(365);
		assertThat(count("select count(distinct day) from identity.sign_in_day")).isEqualTo(365);
		assertThat(count("""
				select count(*) from (select sub_district from identity.sign_in_day where day > current_date - 90
					group by 1 having sum(signed_in) < 10) few""")).as("some too small to be shown").isPositive();
	}

	/** All four dimensions, by measure and by opinion, and every file says what it is. */
	@Test
	void dashboardIsFullAtOnce() throws Exception {
		full(Jsoup.parse(get("/mutu").body()));
		full(Jsoup.parse(text(administrator("/admin/mutu"))));
		for (String file : List.of("/admin/mutu/unduh.csv", "/admin/mutu/unduh.xlsx", "/admin/mutu/peta.csv")) {
			MvcTestResult result = administrator(file);
			assertThat(result).hasStatusOk();
			assertThat(result.getResponse().getHeader("Content-Disposition")).as(file)
				.contains("filename=\"demo-mutu-");
		}
		assertThat(count("select count(distinct day) from quality.day")).as("as far as checks go").isEqualTo(90);
		assertThat(count("select count(*) from quality.fact where apart")).as("some addresses nobody verified")
			.isPositive();
		assertThat(count("""
				select count(*) from quality.month m
				where m.numerator is distinct from (select sum(f.numerator) from quality.fact f
					where f.indicator = m.indicator and f.level = m.level and f.subject = m.subject
						and f.day >= m.month and f.day < m.month + interval '1 month')""")).as("months add up")
			.isZero();
		String empty = text(administrator("/admin/mutu?rentang=tahun&pada=2020-05-01"));
		assertThat(Jsoup.parse(empty).select(".empty").text()).contains("angka simulasi").doesNotContain("besok");
	}

	@Test
	void passportsAgreeWithThemselves() throws Exception {
		String unwatched = this.jdbc.sql("""
				select s.slug from catalog.service s where not exists (select from availability.day_sum d
					where d.service_id = s.id and d.up + d.degraded + d.down > 0) order by s.slug limit 1""")
			.query(String.class)
			.single();
		JsonNode dark = passport(unwatched);
		assertThat(dark.at("/uptime365").isNull()).as(unwatched).isTrue();
		assertThat(dark.at("/dimensions/2/dimension").asString()).isEqualTo("AVAILABILITY");
		assertThat(dark.at("/dimensions/2/measured").isNull()).as(unwatched).isTrue();
		JsonNode service = passport("disdukcapil");
		JsonNode standard = indicator(service, "standard-completeness");
		assertThat(standard.at("/numerator").asLong() * 14 / standard.at("/denominator").asLong())
			.isEqualTo(service.at("/standardComponents").asLong());
	}

	private JsonNode passport(String slug) throws Exception {
		return JSON.readTree(get("/api/v1/services/" + slug + "/quality").body());
	}

	private static JsonNode indicator(JsonNode passport, String id) {
		return passport.at("/indicators")
			.valueStream()
			.filter((one) -> one.at("/id").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static void full(Document page) {
		assertThat(page.select(".demo-notice")).hasSize(1);
		Elements rows = page.select("#pendapat ~ table tbody tr");
		assertThat(rows).hasSize(4).allSatisfy((row) -> {
			assertThat(row.select("td").get(0).select("p").first().text()).as("perceived").containsPattern("\\d");
			assertThat(row.select("td").get(2).select("p").first().text()).as("measured").containsPattern("\\d");
		});
	}

	private MvcTestResult administrator(String path) {
		return as(Role.ADMINISTRATOR, path);
	}

	private MvcTestResult as(Role role, String path) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(role), null);
		return this.mvc.get()
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, null, role.authority())))
			.exchange();
	}

	private static String text(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void saysEverywhereThatItIsADemo() throws Exception {
		assertThat(get("/").body()).contains("demo-notice", "Demo: kota simulasi");
		assertThat(get("/status?lang=en").body()).contains("demo-notice", "Demo: a simulated city");
		// Once more, from the page cache.
		assertThat(get("/status?lang=en").body()).contains("demo-notice");
		assertThat(get("/tidak-ada").body()).contains("demo-notice");
		assertThat(get("/status.json").body()).startsWith("{\"demo\":true,");
		assertThat(get("/api/v1/status").body()).startsWith("{\"demo\":true,");
		assertThat(get("/api/v1/incidents").body()).startsWith("{\"demo\":true,");
		assertThat(get("/api/v1/services/disdukcapil/availability").body()).startsWith("{\"demo\":true,");
		assertThat(get("/api/v1/services/disdukcapil").body()).contains("\"standard\":{\"demo\":true,");
		assertThat(get("/api/v1/complaints").body()).startsWith("{\"demo\":true,");
		assertThat(get("/api/v1/complaints/statistics").body()).startsWith("{\"demo\":true,");
		for (String ending : List.of("csv", "xlsx")) {
			MvcTestResult export = as(Role.COORDINATOR, "/petugas/pengaduan/unduh." + ending);
			assertThat(export).hasStatusOk();
			assertThat(export.getResponse().getHeader("Content-Disposition")).contains("filename=\"demo-laporan-");
		}
		assertThat(get("/pengaduan/kinerja.csv").headers().firstValue("Content-Disposition").orElseThrow())
			.contains("filename=\"demo-pengaduan-");
		assertThat(get("/lencana/disdukcapil.svg").body()).contains("<title>Demo: ");
		assertThat(get("/lencana/disdukcapil/mutu.svg").body()).contains("<title>Demo: ");
		assertThat(get("/api/v1/services/disdukcapil/quality").body()).contains("\"demo\":true");
		assertThat(get("/feed/insiden.atom").body()).contains("<title>Demo: Riwayat gangguan</title>");
	}

	/** A name that nothing has would leave a panel empty and an alert silent for ever. */
	@Test
	void hasEveryMeterThatDashboardsAndAlertsAskFor() throws Exception {
		// Searches are counted from the first on, services when somebody collects.
		get("/layanan?q=ktp");
		this.meters.get("layanan.availability.services").gauges().forEach(Gauge::value);
		PrometheusNamingConvention names = new PrometheusNamingConvention();
		Set<String> known = this.meters.getMeters()
			.stream()
			.map(Meter::getId)
			.map((id) -> names.name(id.getName(), id.getType(), id.getBaseUnit())
					+ ((id.getType() == Meter.Type.COUNTER) ? "_total" : ""))
			.collect(Collectors.toSet());
		Set<String> asked = new TreeSet<>();
		for (Path file : List.of(OPS.resolve("grafana/dashboards/availability.json"),
				OPS.resolve("grafana/dashboards/portal.json"), OPS.resolve("grafana/dashboards/quality.json"),
				OPS.resolve("prometheus/alerts.yml"))) {
			METER.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(asked::add);
		}
		assertThat(asked).hasSizeGreaterThan(15);
		// These have no series before the first daily count has ended; tests of the
		// module know them.
		asked.removeAll(Set.of("layanan_quality_score", "layanan_quality_coverage"));
		asked.removeIf((name) -> known.contains(name) || known.contains(name.replaceFirst("_(bucket|count|sum)$", "")));
		assertThat(asked).isEmpty();
	}

	@Test
	void mixesWithNoOtherData() {
		this.jdbc.sql("create database foreign_data").update();
		String url = this.database.getJdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/foreign_data");
		DataSource foreign = new DriverManagerDataSource(url, "postgres", "");
		JdbcClient client = JdbcClient.create(foreign);
		client.sql("create table kept (id integer)").update();
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> DemoGround.claim(foreign))
			.withMessageContaining("holds other data");
		assertThat(catchThrowable(() -> Node.startWhole(url, "--spring.profiles.active=demo"))).rootCause()
			.hasMessageContaining("holds other data");
		assertThat(client.sql("""
				select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')""").query(Long.class).single())
			.isEqualTo(1);
		client.sql("drop table kept").update();
		DemoGround.claim(foreign);
		DemoGround.claim(foreign);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
				BodyHandlers.ofString());
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	/** Here, for making a year of the past takes longer than looking at it. */
	@Nested
	@Order(1)
	class Cases extends DemoCasesTests {

	}

	@Nested
	@Order(2)
	class Facts extends DemoFactsTests {

	}

	/** From here on the demo is not as it was made. */
	@Nested
	@Order(3)
	class Openings extends DemoOpeningsTests {

	}

	@Nested
	@Order(4)
	class Answers extends DemoAnswersTests {

	}

}
