package id.tangerangkota.layanan.availability.web;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.FullHistory;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.MaintenanceDesk;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.availability.incident.Recurrence;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made anew each time: without filters, no page is kept. Scripted checks stay when what
 * they wrote is rolled back, so those who count checks have a service of their own.
 */
@PortalTest
@Transactional
class StatusPagesIntegrationTests {

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private final Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private CheckDesk desk;

	@Autowired
	private MaintenanceDesk maintenance;

	@Autowired
	private Incidents incidents;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	private MockMvcTester mvc;

	@BeforeEach
	void begin() {
		this.mvc = MockMvcTester.from(this.context);
		this.jdbc.sql("delete from availability.day_closed").update();
	}

	@Test
	void asksAsOftenForManyAsForOne() {
		String slug = breakOne("dinkes", "192.0.2.50");
		String incident = incident(slug);
		announce("dinkes");
		List<String> pages = List.of("/status", "/status/insiden", "/status/insiden/" + incident, "/status/" + slug,
				"/status.json", "/api/v1/status", "/api/v1/incidents", "/feed/insiden.atom");
		List<Integer> before = pages.stream().map(this::statements).toList();
		int place = 51;
		for (String other : List.of("dishub", "bapenda", "dinsos", "disdik")) {
			breakOne(other, "192.0.2." + place++);
			announce(other);
		}
		// One incident of several services.
		breakOne("dlh", "192.0.2.50");
		assertThat(pages.stream().map(this::statements).toList()).isEqualTo(before);
		assertThat(page("/status").select("section[aria-labelledby=perawatan] dt")).hasSizeGreaterThanOrEqualTo(5);
		assertThat(page("/status/" + slug).select("section[aria-labelledby=perawatan] dd").text()).contains("Kabel",
				"Peladen", "pukul");
		assertThat(page("/status/dlh").select("section[aria-labelledby=perawatan]")).isEmpty();
	}

	/**
	 * Pages of many services read what was summed up; one service shows its last checks.
	 */
	private int statements(String path) {
		List<String> statements = Statements.of(() -> page(path));
		assertThat(statements).isNotEmpty();
		if (!path.matches("/status/[a-z]+") || path.equals("/status/insiden")) {
			assertThat(statements).noneMatch((statement) -> statement.matches("(?s).*availability\\.result\\b.*"));
		}
		return statements.size();
	}

	private String breakOne(String slug, String address) {
		int check = this.checks.start(id(slug), minute(0));
		for (int minute = 1; minute <= 3; minute++) {
			this.checks.tell(down(check, minute(minute), Cause.CONNECT, address, null));
		}
		return slug;
	}

	private String incident(String slug) {
		return ScriptedChecks.incident(this.incidents, id(slug)).orElseThrow().toString();
	}

	/** Of an agency, which must be looked up, and of a service. */
	private void announce(String agency) {
		Instant from = Instant.now().plus(Duration.ofDays(5));
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.maintenance.announce(MaintenanceScope.of(new AgencyId(agency)), from, Duration.ofMinutes(10),
					Recurrence.ONCE, null, "Kabel");
			this.maintenance.announce(MaintenanceScope.of(id(agency)), from.plusSeconds(60), Duration.ofMinutes(10),
					Recurrence.ONCE, null, "Peladen");
		}
	}

	@Test
	void showsAllThatIsKnownOfAService() {
		ServiceId service = id("disnaker");
		FullHistory.write(this.jdbc, service, this.checks.add(service, Platform.WEB));
		Document page = page("/status/disnaker");
		assertThat(page.select(".page-head .tag-up")).hasSize(1);
		assertThat(window(page, "24 jam")).containsExactly("100 %", "Tidak ada", "Tidak ada", "Tidak ada");
		assertThat(window(page, "7 hari")).containsExactly("100 %", "2 jam", "Tidak ada", "30 menit");
		// All but 6 hours of 29 days and today.
		assertThat(window(page, "30 hari")).first().asString().matches("99,1[3-6] %");
		assertThat(window(page, "30 hari").subList(1, 4)).containsExactly("2 jam", "6 jam", "30 menit");
		assertThat(window(page, "90 hari")).element(3).isEqualTo("1 hari");
		assertThat(window(page, "365 hari")).containsExactly("99,79 %", "2 jam", "18 jam", "1 hari");
		Element strip = page.selectFirst("svg.strip");
		assertThat(strip).isNotNull();
		assertThat(strip.attr("aria-label")).contains("90 hari terakhir");
		assertThat(strip.select("path").eachAttr("class")).contains("strip-up", "strip-degraded", "strip-down");
		assertThat(page.select("section[aria-labelledby=hari] tbody tr")).hasSize(90);
		assertThat(page.select("section[aria-labelledby=hari] tbody td:last-child").eachText())
			.anyMatch((text) -> !text.equals("Tidak ada"));
		Element speed = page.selectFirst("section[aria-labelledby=kecepatan]");
		assertThat(speed.select("path.chart-p50").first().attr("d")).startsWith("M").contains("L");
		assertThat(speed.select("path.chart-p95").first().attr("d"))
			.isNotEqualTo(speed.select("path.chart-p50").first().attr("d"));
		assertThat(speed.select("thead th").eachText().subList(2, 4))
			.isEqualTo(speed.select(".strip-keys li").eachText());
		assertThat(speed.select("tbody tr")).hasSizeBetween(6, 7)
			.allSatisfy((row) -> assertThat(row.select("td").eachText()).endsWith(FullHistory.P50 + " milidetik",
					FullHistory.P95 + " milidetik"));
		assertThat(page.select(".aside .summary-list dd").eachText()).containsExactly("5 milidetik", "10 milidetik",
				"20 milidetik", "40 milidetik");
		assertThat(page.select(".aside").text()).contains("Berlaku sampai 23 Mar 2027");
		assertThat(page.select("section[aria-labelledby=pemeriksaan] tbody tr")).hasSize(10)
			.first()
			.satisfies((row) -> assertThat(row.text()).contains("Gagal: tidak menjawab tepat waktu"));
		assertThat(page.select("section[aria-labelledby=riwayat] .service-item")).hasSize(1);
		assertThat(page("/status").select(".state-list a[href='/status/disnaker']")).hasSize(1);
	}

	@Test
	void tellsOfWhatIsOverOrThatNothingWas() {
		for (String table : List.of("incident_edit", "incident_entry", "incident_service", "incident")) {
			this.jdbc.sql("delete from availability." + table).update();
		}
		int check = this.checks.start(id("disbudpar"), minute(0));
		this.checks.tell(up(check, minute(1)));
		String past = "section[aria-labelledby=riwayat]";
		assertThat(page("/status").select(past).text()).contains("Belum ada gangguan yang tercatat.");
		this.checks.tell(down(check, minute(2)), down(check, minute(3)), down(check, minute(4)));
		assertThat(page("/status").select(past).text()).as("it goes on").contains("Belum ada gangguan yang tercatat.");
		String incident = incident("disbudpar");
		this.checks.tell(up(check, minute(5)), up(check, minute(6)));
		Document page = page("/status");
		assertThat(page.select(past + " .service-item a").eachAttr("href"))
			.containsExactly("/status/insiden/" + incident);
		assertThat(page.select(past).text()).doesNotContain("Belum ada gangguan");
	}

	/** Percentiles of days are not made of those of hours. */
	@Test
	void tellsOfEachDayWhatWasMeasuredOnIt() {
		int check = this.checks.start(id("dispora"), minute(0));
		this.checks.tell(up(check, minute(1)));
		Instant today = PageClock.start(PageClock.day(Instant.now()));
		Instant yesterday = today.minus(1, ChronoUnit.DAYS);
		answers("hour", check, yesterday, 83, 97);
		answers("hour", check, yesterday.plus(1, ChronoUnit.HOURS), 2047, 3);
		answers("day", check, yesterday, 127, 100);
		answers("hour", check, today, 83, 97);
		// Whenever this runs, it was measured already.
		answers("hour", check, today.plus(1, ChronoUnit.MICROS), 2047, 3);
		List<String> rows = page("/status/dispora").select("section[aria-labelledby=kecepatan] tbody tr td").eachText();
		assertThat(rows).containsExactly("100", "83 milidetik", "83 milidetik", "100", "127 milidetik",
				"127 milidetik");
	}

	/** All of one length. */
	private void answers(String unit, int check, Instant at, int millis, int count) {
		this.jdbc
			.sql("""
					with one as (select cast(:at as timestamptz) as at, cast(:check as integer) as check_id, :count as up, 0 as slow,
						0 as down, 0 as refused, 0 as void, 0 as dns_ms, 0 as connect_ms, 0 as tls_ms, 0 as first_byte_ms,
						0 as total_ms, :millis as p50_ms, :millis as p95_ms, array[availability.time_bucket(:millis)] as buckets,
						array[:count] as counts),
					hours as (insert into availability.rollup_hour select * from one where :unit = 'hour')
					insert into availability.rollup_day select * from one where :unit = 'day'""")
			.param("at", at.toString())
			.param("check", check)
			.param("count", count)
			.param("millis", millis)
			.param("unit", unit)
			.update();
	}

	/** Also when another check went on meanwhile, and after the pause. */
	@Test
	void tellsOfPausesWithTheirReasons() {
		ServiceId service = id("disdik");
		int check = this.desk.ofService(service).getFirst().id();
		assertThat(page("/status/disdik").select("section[aria-labelledby=jeda]")).isEmpty();
		pause(check, "Server pindah gedung", "20 days", "19 days");
		pause(check, "Sudah lama lewat", "120 days", "91 days");
		pause(check, "Lama sekali", "100 days", "89 days");
		pause(check, "Situs dibuat ulang", "1 hour", null);
		assertThat(page("/status/disdik").text()).contains("Pemeriksaan layanan ini sedang dijeda. Alasannya:");
		this.checks.tell(up(this.checks.start(service, minute(0)), minute(1)));
		Document page = page("/status/disdik");
		assertThat(page.select(".page-head .tag-up")).hasSize(1);
		Element pauses = page.selectFirst("section[aria-labelledby=jeda]");
		assertThat(pauses).isNotNull();
		assertThat(pauses.select("tbody th").eachText()).containsExactly("Situs dibuat ulang", "Server pindah gedung",
				"Lama sekali");
		assertThat(pauses.select("tbody tr").first().text()).contains("Masih dijeda");
		assertThat(pauses.select("details").hasAttr("open")).isTrue();
		assertThat(pauses.text()).doesNotContain("Sudah lama lewat");
		pause(check, "Kabel putus", "10 days", "9 days");
		Document english = page("/status/disdik?lang=en");
		assertThat(english.select("section[aria-labelledby=jeda] details").hasAttr("open")).as("folded").isFalse();
		assertThat(english.select("section[aria-labelledby=jeda] tbody tr").first().text()).contains("Still paused");
		assertThat(english.select("section[aria-labelledby=jeda] tbody th[lang=id]")).hasSize(4);
	}

	private void pause(int check, String reason, String ago, @Nullable String until) {
		this.jdbc.sql("""
				insert into availability.check_pause (check_id, reason, paused_at, resumed_at)
				values (:check, :reason, now() - cast(:ago as interval), now() - cast(:until as interval))""")
			.param("check", check)
			.param("reason", reason)
			.param("ago", ago)
			.param("until", until)
			.update();
	}

	/** A minute of a quarter is no quarter without an outage. */
	@Test
	void saysOfHowManyDaysThereIsARecordAndWhatDoesNotCount() {
		history("dishub", "('46 seconds', 'UP')");
		Element row = page("/status").selectFirst(".state-list li:has(a[href='/status/dishub'])");
		assertThat(row).isNotNull();
		assertThat(row.select("svg").attr("aria-label")).matches(".*tercatat [12] dari 90 hari.*");
		assertThat(row.select(".numeric").text()).contains("tidak dihitung 89 hari");
		assertThat(page("/status?lang=en").select(".state-list li:has(a[href^='/status/dishub']) .numeric").text())
			.contains("89 d", "not counted");
		history("dishub", "('91 days', 'UP')");
		row = page("/status").selectFirst(".state-list li:has(a[href='/status/dishub'])");
		assertThat(row.select("svg").attr("aria-label")).isEqualTo("90 hari terakhir: tidak pernah terputus");
		assertThat(row.select(".numeric").text()).doesNotContain("tidak dihitung");
	}

	/** The same days, wherever they are told of: today and those before it. */
	@Test
	void tellsTheSameOfTheSameDays() {
		history("dishub", "('100 days', 'DOWN'), ('88 days 12 hours', 'UP')");
		String share = page("/status").select(".state-list li:has(a[href='/status/dishub']) .share").text();
		assertThat(share).matches("9\\d,\\d\\d %\\*?");
		assertThat(window(page("/status/dishub"), "90 hari").getFirst()).isEqualTo(share.replace("*", ""));
	}

	/** Its states, each with how long ago it began. */
	private void history(String slug, String edges) {
		UUID service = id(slug).value();
		this.checks.add(id(slug), Platform.WEB);
		this.jdbc.sql("delete from availability.service_interval where service_id = ?").param(service).update();
		this.jdbc.sql("""
				insert into availability.service_interval (service_id, starts, ends, follows, state)
				select cast(:service as uuid), starts, lead(starts) over w,
					case when lag(starts) over w is null then null else starts end, state
				from (select now() - cast(e ->> 0 as interval) as starts, e ->> 1 as state
					from jsonb_array_elements(cast(:edges as jsonb)) as e) as edges
				window w as (order by starts)""")
			.param("service", service)
			.param("edges", "[" + edges.replace('(', '[').replace(')', ']').replace('\'', '"') + "]")
			.update();
	}

	/** The day is the city's: the last minute of the 15th ends there on the 16th. */
	@Test
	void saysOnceACertificateIsOver() {
		ServiceId service = id("bapenda");
		int check = this.checks.add(service, Platform.WEB);
		FullHistory.write(this.jdbc, service, check);
		LocalDate yesterday = PageClock.day(Instant.now()).minusDays(1);
		this.jdbc.sql("update availability.result set certificate_day = ? where check_id = ?")
			.param((int) yesterday.toEpochDay())
			.param(check)
			.update();
		assertThat(page("/status/bapenda").select(".aside").text()).contains("Berakhir pada ")
			.doesNotContain("Berlaku sampai");
		this.jdbc.sql("update availability.result set certificate_day = ? where check_id = ?")
			.param((int) yesterday.plusDays(1).toEpochDay())
			.param(check)
			.update();
		assertThat(page("/status/bapenda").select(".aside").text()).contains("Berlaku sampai");
	}

	private static List<String> window(Document page, String label) {
		return page.select("section[aria-labelledby=terbuka] tbody tr:has(th:contains(" + label + ")) td").eachText();
	}

	/** Its website answers, its app does not. */
	@Test
	void namesEachCheckOfAService() {
		ServiceId service = id("diskominfo");
		int site = this.checks.add(service, Platform.WEB);
		int second = this.checks.add(service, Platform.WEB);
		int app = this.checks.add(service, Platform.ANDROID);
		for (int check : List.of(site, second, app)) {
			this.checks.start(check, minute(0));
			this.checks.tell(up(check, minute(1)));
		}
		this.checks.tell(down(app, minute(2)), down(app, minute(3)), down(app, minute(4)));
		this.jdbc.sql("select availability.make_partition(current_date + n) from generate_series(-1, 1) n")
			.query((row) -> {
			});
		this.jdbc.sql("""
				insert into availability.result (check_id, at, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node)
				values (:site, now() - interval '1 minute', 1, 0, 200, 5, 10, 20, 40, 75, 0, 0),
					(:app, now() - interval '2 minutes', 3, 6, 500, 5, 10, 20, 40, 75, 0, 0)""")
			.param("site", site)
			.param("app", app)
			.update();
		Document page = page("/status/diskominfo");
		assertThat(page.select(".page-head .tag-degraded")).hasSize(1);
		assertThat(page.select("section[aria-labelledby=pemeriksaan] section").eachText()).satisfiesExactly(
				(one) -> assertThat(one).startsWith("Situs").contains("Berhasil"),
				(two) -> assertThat(two).startsWith("Situs, pemeriksaan ke-2").contains("Belum ada pemeriksaan"),
				(three) -> assertThat(three).startsWith("Android").contains("Gagal: menjawab dengan kesalahan"));
		assertThat(page.text()).contains("Diukur pada: Situs");
	}

	@Test
	void saysWhatToUseWhileAServiceIsDown() {
		breakOne("disdik", "192.0.2.60");
		Document page = page("/status/disdik");
		assertThat(page.select(".inset a[href='/perangkat-daerah/disdik']")).hasSize(1);
		assertThat(page.select(".inset a[href='/layanan/spmb']")).hasSize(1);
		this.checks.start(id("dishub"), minute(0));
		assertThat(page("/status/dishub").select(".inset")).isEmpty();
	}

	@Test
	void listsWhatNobodyCanTellWithTheReason() {
		int check = this.checks.start(id("dinkes"), minute(0));
		for (int minute = 1; minute <= 3; minute++) {
			this.checks.tell(ScriptedChecks.of(check, minute(minute), Outcome.REFUSED, Cause.TURNED_AWAY));
		}
		Document page = page("/status");
		Element section = page.selectFirst("section[aria-labelledby=tidak-diketahui]");
		assertThat(section).isNotNull();
		assertThat(section.text()).contains("Situs ini menolak pemeriksaan");
		assertThat(section.select("a[href='/status/dinkes']")).hasSize(1);
		assertThat(section.select("li").text()).contains("Alamat belum diverifikasi");
		assertThat(page.select(".lead").text()).contains("sedang tidak kami ketahui");
		assertThat(page("/status?lang=en").text()).contains("This site turns our checks away.");
	}

	@Test
	void saysWhyNobodyLooks() {
		ServiceId service = id("disdik");
		int check = this.desk.ofService(service).getFirst().id();
		assertThat(page("/status/disdik").text()).contains("pemeriksaan di portal ini sedang dimatikan");
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.desk.pause(check, "Server pindah gedung sampai Jumat");
		}
		assertThat(page("/status/disdik").text()).contains("Pemeriksaan layanan ini sedang dijeda. Alasannya:",
				"Server pindah gedung sampai Jumat");
		this.checks.tell(up(this.checks.start(id("dinkes"), minute(0)), minute(1)));
		assertThat(page("/status").select("section[aria-labelledby=belum] li").eachText())
			.anyMatch((text) -> text.endsWith(" sedang dijeda pemeriksaannya"))
			.anyMatch((text) -> text.endsWith("karena pemeriksaan sedang dimatikan"));
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.desk.resume(check);
		}
		this.jdbc.sql("update availability.check_definition set mode = 'INTERNAL' where id = ?").param(check).update();
		assertThat(page("/status/disdik").text()).contains("hanya dapat dibuka dari jaringan dalam kota");
		this.jdbc.sql("update availability.check_definition set mode = 'EXPLORED' where id = ?").param(check).update();
		this.jdbc.sql("update catalog.listing set verification = 'INFERRED' where service_id = ?")
			.param(service.value())
			.update();
		assertThat(page("/status/disdik").text()).contains("alamatnya belum kami ketahui dengan pasti");
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where id = ?").param(service.value()).update();
		assertThat(page("/status/disdik").text()).contains("sudah tidak dipakai lagi");
		assertThat(page("/status/disdik?lang=en").text()).contains("because it is no longer in use");
	}

	private Instant minute(int minute) {
		return this.start.plus(minute, ChronoUnit.MINUTES);
	}

	private ServiceId id(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private Document page(String path) {
		try {
			return Jsoup.parse(this.mvc.get().uri(path).exchange().getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
