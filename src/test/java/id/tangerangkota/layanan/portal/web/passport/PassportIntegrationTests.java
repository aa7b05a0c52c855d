package id.tangerangkota.layanan.portal.web.passport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.indicator.DailyCount;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.PageClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A passport says what the modules know, and that it does not know the rest. */
// A name of its own gives it a database of its own: others watch the same service.
@SpringBootTest(properties = "spring.application.name=passport")
@Import({ ScriptedChecks.class, Letterbox.class, Complaints.class, SurveyAnswers.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassportIntegrationTests {

	private static final String KNOWN = "disdukcapil";

	private static final String UNKNOWN = "spmb";

	/** So many answered in one quarter, and so few in another, that both tell of them. */
	private static final String TOLD = "dishub";

	private static final String REPLACED = "dlh";

	/** Nobody wrote down when. */
	private static final String CLOSED = "dinkes";

	/** About which few complained. */
	private static final String FEW = "laksa";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk catalogDesk;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private DailyCount count;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private SurveyResults results;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeAll
	void prepare() {
		ServiceId service = id(KNOWN);
		// Twelve answers to each part: the first eight say 3, the last four say 4.
		this.answers.add("SKM", KNOWN, 12, PageClock.start(yesterday()), Duration.ofMinutes(1),
				(person, item) -> (person <= 8) ? 3 : 4);
		LocalDate quarter = SkmPeriod.quarter(yesterday()).days().first();
		for (String instrument : List.of("SKM", "ESQUAL")) {
			this.answers.add(instrument, TOLD, 40, PageClock.start(quarter), Duration.ofMinutes(1),
					(person, item) -> 3);
			this.answers.add(instrument, TOLD, 5, PageClock.start(quarter.minusDays(1)), Duration.ofMinutes(1),
					(person, item) -> 1);
		}
		scale("uptime");
		this.count.count(new Made("uptime", service, Sum.of(64_800, 86_400)), yesterday());
		for (int days : List.of(1, 1, 1, 1, 2, 2, 9, 9, 9, 9)) {
			answered(service, days);
		}
		for (int days : List.of(1, 2, 9)) {
			answered(id(FEW), days);
		}
		scale("complaint-solved");
		this.count.count(new Made("complaint-solved", service, Sum.of(6, 10)), yesterday());
		this.count.count(new Made("complaint-solved", id(FEW), Sum.of(0, 1)), yesterday().minusDays(1));
		takenOver(answered(service, 1));
		age(this.complaints.file(service), 3);
		// Counts nowhere: it is about those who would read of it.
		this.complaints.file(Complaints.about(service, "pelayanan-aparatur"));
		follow();
		watch(service);
		identify(service);
	}

	/** Up since yesterday, but for half an hour. */
	private void watch(ServiceId service) {
		Instant start = PageClock.start(yesterday());
		int check = this.checks.start(service, start);
		this.checks.tell(ScriptedChecks.up(check, start.plusSeconds(60)));
		for (int minute : List.of(100, 101, 102)) {
			this.checks.tell(ScriptedChecks.down(check, start.plus(minute, ChronoUnit.MINUTES)));
		}
		this.checks.tell(ScriptedChecks.up(check, start.plus(130, ChronoUnit.MINUTES)),
				ScriptedChecks.up(check, start.plus(131, ChronoUnit.MINUTES)));
	}

	private void identify(ServiceId service) {
		this.jdbc
			.sql("""
					update catalog.service set last_reviewed = date '2026-02-03', tdpse_number = '012345.01/DJAI.PSE/02/2026',
						tdpse_date = date '2026-02-01' where id = ?""")
			.param(service.value())
			.update();
		for (String component : List.of("FEE", "DURATION", "SAFETY")) {
			this.jdbc
				.sql("insert into catalog.service_standard (service_id, component, content) values (?, ?, 'Gratis')")
				.params(service.value(), component)
				.update();
		}
	}

	private LocalDate yesterday() {
		return PageClock.day(this.clock.instant()).minusDays(1);
	}

	private ServiceId id(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private void scale(String indicator) {
		this.jdbc.sql("""
				insert into quality.scale (indicator, version, valid_from, points, target, weight, reason, changed_at)
				values (?, 1000, ?, '[{"value": 0, "score": 0}, {"value": 100, "score": 100}]', 99, 50, 'test', now())
				on conflict do nothing""").params(indicator, yesterday()).update();
	}

	/** Received twenty days ago and answered some days later. */
	private Receipt answered(ServiceId service, int days) {
		Receipt receipt = this.complaints.file(service);
		this.complaints.verify(receipt.complaint(), new AgencyId(KNOWN));
		this.complaints.as(Complaints.officer(new AgencyId(KNOWN)), receipt.complaint(), CaseDesk::start);
		this.complaints.as(Complaints.officer(new AgencyId(KNOWN)), receipt.complaint(),
				(desk, shown) -> desk.answer(shown, Complaints.words("Sudah kami perbaiki."), true));
		age(receipt, 20);
		this.jdbc
			.sql("""
					update complaint.entry set at = (select received_at from complaint.complaint where id = :id) + cast(:days as integer) * interval '1 day'
					where complaint_id = :id and kind = 'ANSWERED'""")
			.param("id", receipt.complaint().value())
			.param("days", days)
			.update();
		return receipt;
	}

	/** From the system before. */
	private void takenOver(Receipt receipt) {
		this.jdbc.sql("update complaint.complaint set channel = 'IMPORT' where id = ?")
			.param(receipt.complaint().value())
			.update();
	}

	private void age(Receipt receipt, int days) {
		this.jdbc.sql(
				"update complaint.complaint set received_at = now() - cast(:days as integer) * interval '1 day' where id = :id")
			.param("id", receipt.complaint().value())
			.param("days", days)
			.update();
	}

	private void follow() {
		this.jdbc
			.sql("""
					insert into survey.follow_up (id, agency, period, item, action, owner, due_on, created_by, created_at, version)
					values (gen_random_uuid(), 'disdukcapil', :year, 'U3', 'Menambah loket', 'Bidang Pelayanan', date '2020-01-31',
						gen_random_uuid(), now(), 0), (gen_random_uuid(), 'dishub', :year, 'U3', 'Urusan orang lain', 'Bidang Lain',
						date '2020-01-31', gen_random_uuid(), now(), 0)""")
			.param("year", Integer.toString(PageClock.day(this.clock.instant()).getYear()))
			.update();
	}

	private static Document page(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private Document page(String path) {
		return page(this.mvc.get().uri(path).exchange());
	}

	private MvcTestResult inner(String slug, Role role, String agency) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(role), (agency != null) ? new AgencyId(agency) : null);
		return this.mvc.get()
			.uri("/petugas/layanan/" + slug + "/paspor")
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, null, role.authority())))
			.exchange();
	}

	/** What stands beside a term. */
	private static String fact(Document page, String term) {
		for (Element row : page.select("dl.summary-list > div")) {
			if (row.select("dt").text().equals(term)) {
				return row.select("dd").text();
			}
		}
		throw new AssertionError("No " + term);
	}

	@Test
	void showsWhatIsKnown() {
		Document page = page("/layanan/" + KNOWN + "/paspor");
		// (8 x 3 + 4 x 4) / 12 x 25 = 83.33
		assertThat(fact(page, "Kepuasan masyarakat (SKM)")).contains("83,33, mutu B, baik").contains("12 orang");
		assertThat(fact(page, "Separuh laporan mendapat jawaban pertama dalam"))
			.isEqualTo("2,0 hari, dari 10 laporan yang dijawab");
		assertThat(fact(page, "Dapat dibuka, 30 hari terakhir")).containsPattern("^9\\d,\\d+ ?%")
			.contains("Kami mengetahui keadaannya");
		assertThat(fact(page, "Dapat dibuka, 365 hari terakhir")).containsPattern("^9\\d,\\d+ ?%");
		assertThat(fact(page, "Laporan terbuka")).as("without the one nobody looked at, with the one taken over")
			.startsWith("11 ");
		assertThat(fact(page, "Kantor")).startsWith("Dinas Kependudukan dan Pencatatan Sipil");
		assertThat(fact(page, "Masih dipakai?")).isNotBlank();
		assertThat(fact(page, "Nomor pendaftaran sistem elektronik (TDPSE)")).contains("012345.01/DJAI.PSE/02/2026");
		assertThat(fact(page, "Terakhir ditinjau")).contains("3 Feb");
		// Three of 14, two of them among the six that must be public.
		assertThat(fact(page, "Standar Pelayanan")).contains("21 %", "33 %");
		Element availability = row(page, "Ketersediaan sistem");
		assertThat(availability.select("td").get(1).select("strong").text()).isEqualTo("75,0");
		assertThat(page.select("meter")).isNotEmpty();
		assertThat(page("/layanan/" + KNOWN).select("a[href='/layanan/" + KNOWN + "/paspor']")).hasSize(1);
		assertThat(page("/layanan/" + KNOWN + "/paspor?lang=en").select("h1").text()).startsWith("Service passport");
	}

	private static Element row(Document page, String name) {
		return page.select("tbody tr")
			.stream()
			.filter((row) -> row.select("th").text().equals(name))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void saysWhatNobodyKnowsAndWritesNoZero() {
		Document page = page("/layanan/" + UNKNOWN + "/paspor");
		for (String term : List.of("Dapat dibuka, 30 hari terakhir", "Dapat dibuka, 365 hari terakhir",
				"Separuh laporan mendapat jawaban pertama dalam", "Kepuasan masyarakat (SKM)")) {
			assertThat(fact(page, term)).as(term).startsWith("Belum ada data").doesNotContain("0,0");
		}
		assertThat(page.select("tbody tr")).hasSize(4)
			.allSatisfy((row) -> assertThat(row.select("td .unknown")).hasSize(3));
	}

	/** Five more wait for others: what they said could be had by subtraction. */
	@Test
	void countsAnswersByTens() {
		Document page = page("/layanan/" + TOLD + "/paspor");
		assertThat(fact(page, "Kepuasan masyarakat (SKM)")).contains("40 orang menjawab");
		assertThat(row(page, "Privasi").select("td").eachText()).element(0).asString().startsWith("50,0");
		JsonNode told = json(TOLD);
		assertThat(told.at("/satisfaction/value").decimalValue()).isEqualByComparingTo("75");
		assertThat(told.at("/satisfaction/respondents").intValue()).isEqualTo(40);
	}

	@Test
	void saysOfWhatTimeOpinionsAre() {
		OpinionYear year = this.results.opinionYear(PageClock.day(this.clock.instant()));
		assertThat(json(KNOWN).path("saidFrom").asString()).isEqualTo(year.days().first().toString());
		assertThat(json(KNOWN).path("saidTo").asString()).isEqualTo(year.days().last().toString());
		assertThat(page("/layanan/" + KNOWN + "/paspor").select("#mutu ~ p").text())
			.contains("Survei dan empat sisi mutu: ");
		assertThat(page("/layanan/" + KNOWN + "/paspor?lang=en").select("#mutu ~ p").text())
			.contains("Survey and four sides of quality: ");
	}

	@Test
	void saysThatNobodyHasVerifiedTheAddress() {
		Document page = page("/layanan/" + KNOWN + "/paspor");
		for (String term : List.of("Dapat dibuka, 30 hari terakhir", "Dapat dibuka, 365 hari terakhir")) {
			assertThat(fact(page, term)).endsWith("Alamat belum diverifikasi, tidak masuk hitungan kota");
		}
		assertThat(page.select("#mutu ~ p").text()).contains("tidak masuk angka kota dan perangkat daerah");
		assertThat(page("/layanan/" + UNKNOWN + "/paspor").select(".passport").text()).as("no figure to doubt")
			.doesNotContain("tidak masuk");
		this.jdbc
			.sql("""
					update catalog.listing set verification = 'VERIFIED', verified_on = date '2026-02-01', verified_by = 'Tim'
					where service_id = ?""")
			.param(id(KNOWN).value())
			.update();
		try {
			assertThat(page(inner(KNOWN, Role.LEADERSHIP, null)).select(".passport").text())
				.doesNotContain("tidak masuk");
		}
		finally {
			this.jdbc.sql("""
					update catalog.listing set verification = 'CITED', verified_on = null, verified_by = null
					where service_id = ?""").param(id(KNOWN).value()).update();
		}
	}

	@Test
	void tellsProgramsTheSame() {
		JsonNode known = json(KNOWN);
		assertThat(known.at("/satisfaction/value").decimalValue()).isEqualByComparingTo("83.33");
		assertThat(known.at("/satisfaction/band").asString()).isEqualTo("B");
		assertThat(known.at("/medianDaysToAnswer").doubleValue()).isCloseTo(2, within(0.01));
		JsonNode uptime = indicator(known, "uptime");
		assertThat(uptime.path("numerator").longValue()).isEqualTo(64_800);
		assertThat(uptime.path("denominator").longValue()).isEqualTo(86_400);
		JsonNode unknown = json(UNKNOWN);
		for (String field : List.of("uptime30", "uptime365", "medianDaysToAnswer", "satisfaction")) {
			assertThat(unknown.path(field).isNull()).as(field).isTrue();
		}
		assertThat(unknown.at("/dimensions/0/perceived").isNull()).isTrue();
		assertThat(unknown.at("/dimensions/0/measured").isNull()).isTrue();
		assertThat(this.mvc.get().uri("/api/v1/services/" + KNOWN + "/quality?dari=1").exchange()).hasStatus(400);
	}

	/** Whoever filed the only one would know what its office said of it. */
	@Test
	void tellsNothingOfFewComplaints() {
		assertThat(fact(page("/layanan/" + FEW + "/paspor"), "Separuh laporan mendapat jawaban pertama dalam"))
			.startsWith("Belum ada data");
		JsonNode few = json(FEW);
		assertThat(few.path("medianDaysToAnswer").isNull()).isTrue();
		for (String field : List.of("numerator", "denominator", "value", "score")) {
			assertThat(indicator(few, "complaint-solved").path(field).isNull()).as(field).isTrue();
			assertThat(indicator(json(KNOWN), "complaint-solved").path(field).isNull()).as(field).isFalse();
		}
		assertThat(indicator(few, "complaint-solved").path("days").intValue()).isOne();
	}

	private static JsonNode indicator(JsonNode passport, String id) {
		for (JsonNode indicator : passport.path("indicators")) {
			if (indicator.path("id").asString().equals(id)) {
				return indicator;
			}
		}
		throw new AssertionError("No " + id);
	}

	private JsonNode json(String slug) {
		MvcTestResult result = this.mvc.get().uri("/api/v1/services/" + slug + "/quality").exchange();
		assertThat(result).hasStatusOk();
		return new JsonMapper().readTree(result.getResponse().getContentAsByteArray());
	}

	@Test
	void badgeShowsTheGradeOrThatThereIsNone() {
		assertThat(badge(KNOWN)).contains("<title>Mutu B, baik</title>");
		assertThat(badge(UNKNOWN)).contains("<title>Mutu belum dinilai</title>");
		assertThat(badge(KNOWN + "/mutu.svg?lang=en")).contains("Quality B, good");
	}

	private String badge(String slug) {
		MvcTestResult result = this.mvc.get()
			.uri("/lencana/" + (slug.contains("?") ? slug : slug + "/mutu.svg"))
			.exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).startsWith("image/svg+xml");
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/layanan/tidak-ada/paspor", "/lencana/tidak-ada/mutu.svg",
			"/api/v1/services/tidak-ada/quality" })
	void knowsNothingOfWhatIsNotThere(String path) {
		assertThat(this.mvc.get().uri(path).exchange()).hasStatus(404);
	}

	@Test
	void tellsTheStaffWhatToDo() {
		Document page = page(inner(KNOWN, Role.OFFICER, KNOWN));
		assertThat(fact(page, "Laporan diterima")).isEqualTo("11");
		assertThat(fact(page, "Laporan terbuka, termasuk yang tertutup bagi umum")).startsWith("12, di antaranya");
		assertThat(fact(page, "Insiden yang belum diambil alih")).isEqualTo("0");
		assertThat(page.select("#lemah ~ table tbody tr").text()).contains("Waktu layanan dapat dibuka")
			.contains("75,0");
		assertThat(page.select("#tindak ~ table tbody tr").text()).contains("Menambah loket")
			.doesNotContain("Urusan orang lain");
		assertThat(inner(UNKNOWN, Role.OFFICER, "dishub")).hasStatus(404);
		assertThat(inner(KNOWN, Role.LEADERSHIP, null)).hasStatusOk();
		assertThat(this.mvc.get().uri("/layanan/" + KNOWN + "/paspor").exchange()).bodyText()
			.doesNotContain("Menambah loket");
	}

	/** Its last figures stay, and nobody is sent there any more. */
	@Test
	void saysOfAReplacedServiceSinceWhenAndWhatIsInstead() {
		LocalDate ended = yesterday().minusDays(200);
		this.answers.add("SKM", REPLACED, 12, PageClock.start(SkmPeriod.quarter(ended).days().first()),
				Duration.ofMinutes(1), (person, item) -> 3);
		this.catalogDesk.replace(REPLACED, KNOWN);
		assertThat(this.catalog.service(REPLACED).orElseThrow().endedOn()).isEqualTo(yesterday().plusDays(1));
		this.jdbc.sql("update catalog.service set ended_on = ? where slug = ?").params(ended, REPLACED).update();
		this.catalogDesk.retire(REPLACED);
		assertThat(this.catalog.service(REPLACED).orElseThrow().endedOn()).as("closed for good later").isEqualTo(ended);
		for (Document page : List.of(page("/layanan/" + REPLACED + "/paspor"),
				page(inner(REPLACED, Role.LEADERSHIP, null)))) {
			Element banner = page.selectFirst("main .banner-warning");
			assertThat(banner.text()).contains("Layanan ini sudah ditutup", "Tidak dipakai lagi sejak");
			assertThat(banner.select("a").attr("href")).isEqualTo("/layanan/" + KNOWN);
			assertThat(banner.closest(".screen-only")).as("on paper, too").isNull();
			assertThat(fact(page, "Kepuasan masyarakat (SKM)")).contains("75,00, mutu C").contains("12 orang");
		}
		JsonNode json = json(REPLACED);
		assertThat(json.path("lifecycle").asString()).isEqualTo("RETIRED");
		assertThat(json.path("endedOn").asString()).isEqualTo(ended.toString());
		assertThat(json.path("to").asString()).isEqualTo(ended.toString());
		assertThat(json.path("replacedBy").asString()).isEqualTo(KNOWN);
		assertThat(json.at("/satisfaction/value").decimalValue()).isEqualByComparingTo("75");
		assertThat(badge(REPLACED)).contains("<title>Sudah ditutup</title>").doesNotContain("Mutu");
	}

	@Test
	void saysThatNobodyKnowsSinceWhenAServiceIsClosed() {
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where slug = ?").param(CLOSED).update();
		Document page = page("/layanan/" + CLOSED + "/paspor?lang=en");
		assertThat(page.select("main .banner-warning").text()).contains("This service is closed",
				"We do not know since when");
		assertThat(json(CLOSED).path("endedOn").isNull()).isTrue();
		assertThat(json(CLOSED).path("to").asString()).isEqualTo(yesterday().toString());
		assertThat(page("/layanan/" + KNOWN + "/paspor").select("main .banner-warning")).as("one that is offered")
			.isEmpty();
	}

	/** Counted of one service on one day. */
	private record Made(String id, ServiceId service, Sum sum) implements Indicator {

		@Override
		public QualityDimension dimension() {
			return QualityDimension.AVAILABILITY;
		}

		@Override
		public Unit unit() {
			return Unit.SHARE;
		}

		@Override
		public Reading reading() {
			return new Reading.Rate(1);
		}

		@Override
		public List<Fact> count(LocalDate day) {
			return List.of(new Fact(this.service, new AgencyId(KNOWN), this.sum));
		}

	}

}
