package id.tangerangkota.layanan.quality.adoption;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.PageClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Use is shown by place, from sums alone, and never so that somebody could be meant. */
@SpringBootTest
@Import({ Letterbox.class, Complaints.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionIntegrationTests {

	@Autowired
	private Adoption adoption;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ServiceComplaints reports;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PageChanges pages;

	@Autowired
	private MockMvcTester mvc;

	private SkmPeriod quarter;

	@BeforeAll
	void prepare() {
		this.quarter = SkmPeriod.quarter(PageClock.day(Instant.now()).minusMonths(3));
		LocalDate day = this.quarter.days().first().plusDays(10);
		signedIn(day, "", 1234);
		people("", 300);
		people("36.71.01.1001", 4);
		people("36.71.01.1002", 50);
		people("36.71.01.1003", 11);
		people("36.71.01.1004", 1);
		people("36.71.02.1001", 60);
		// One person, however often.
		signedIn(day, "36.71.01.1004", 40);
		signedIn(day, "36.71.01.1001", 3);
		signedIn(day.plusDays(1), "36.71.01.1001", 1);
		signedIn(day, "36.71.01.1002", 77);
		signedIn(day, "36.71.01.1003", 12);
		signedIn(day, "36.71.02.1001", 60);
		for (int i = 0; i < 11; i++) {
			this.complaints.file(AccountId.random(), "jalan-rusak");
		}
		this.jdbc.sql("update complaint.complaint set received_at = ?")
			.param(Timestamp.from(PageClock.start(day)))
			.update();
	}

	private void signedIn(LocalDate day, String place, int many) {
		this.jdbc.sql("insert into identity.sign_in_day (day, sub_district, signed_in) values (?, ?, ?)")
			.params(day, place, many)
			.update();
	}

	private void people(String place, int many) {
		this.jdbc.sql("insert into identity.sign_in_quarter (quarter, sub_district, people) values (?, ?, ?)")
			.params(this.quarter.days().first(), place, many)
			.update();
	}

	private Adoption.Use use() {
		return this.adoption.use(new Period(this.quarter.days().first(), this.quarter.days().last()));
	}

	/** They say how much another system was used. */
	@Test
	void countsNoReportsThatWereTakenOver() {
		Adoption.Measure reports = use().complaints();
		this.jdbc.sql("update complaint.complaint set channel = 'IMPORT', received_at = ? where id = ?")
			.params(Timestamp.from(PageClock.start(this.quarter.days().first())),
					this.complaints.file().complaint().value())
			.update();
		assertThat(use().complaints()).isEqualTo(reports);
	}

	/** One person with many is one, and without an account nobody knows who is. */
	@Test
	void knowsReportersApartByTheirAccounts() {
		AccountId often = AccountId.random();
		LocalDate day = LocalDate.of(2024, 2, 5);
		List<UUID> filed = Stream
			.of(this.complaints.file(often, "jalan-rusak"), this.complaints.file(often, "jalan-rusak"),
					this.complaints.file(often, "jalan-rusak"), this.complaints.file(AccountId.random(), "jalan-rusak"),
					this.complaints.file(), this.complaints.file())
			.map((receipt) -> receipt.complaint().value())
			.toList();
		this.jdbc.sql("update complaint.complaint set received_at = ? where id = any (?)")
			.params(Timestamp.from(PageClock.start(day)), filed.toArray(UUID[]::new))
			.update();
		this.jdbc.sql("update complaint.complaint set sub_district = null where id = ?").param(filed.get(2)).update();
		try {
			assertThat(this.reports.byPlace(day, day))
				.isEqualTo(new PlaceCounts(Map.of(Complaints.SUB_DISTRICT, new Count(5, 2)), new Count(1, 0)));
		}
		finally {
			this.jdbc.sql("update complaint.complaint set channel = 'IMPORT' where id = any (?)")
				.param(filed.toArray(UUID[]::new))
				.update();
		}
	}

	@Test
	void addsDaysUpAndHidesWhatIsSmall() {
		Adoption.Measure signIns = use().signIns();
		assertThat(signIns.total()).isEqualTo(new Count(1234 + 4 + 77 + 12 + 40 + 60, 426));
		SafeCounts places = signIns.places();
		assertThat(places).isNotNull();
		assertThat(places.hidden()).containsExactlyInAnyOrder(new RegionCode("36.71.01.1001"),
				new RegionCode("36.71.01.1003"), new RegionCode("36.71.01.1004"));
		assertThat(places.counts()).containsEntry(new RegionCode("36.71.01.1002"), 77L)
			.containsEntry(new RegionCode("36.71.02.1001"), 60L)
			.hasSize(101);
		SafeCounts reports = use().complaints().places();
		assertThat(reports).isNotNull();
		assertThat(reports.counts()).containsEntry(Complaints.SUB_DISTRICT, 11L);
	}

	@Test
	void whatWasNotCountedYetIsNotZero() {
		Adoption.Use before = this.adoption
			.use(new Period(this.quarter.days().first().minusMonths(3), this.quarter.days().first().minusDays(1)));
		assertThat(before.signIns().places()).isNull();
		assertThat(before.complaints().places()).isNull();
		assertThat(before.openedSince()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void showsMapsWithATableTwin(String language) {
		Document page = page(
				this.mvc.get().uri("/mutu/pemakaian?masa=" + this.quarter + "&lang=" + language).exchange());
		assertThat(page.select("svg.city-map")).hasSize(2)
			.allSatisfy((map) -> assertThat(map.select(".city-dots circle")).hasSize(104));
		assertThat(page.select("svg.city-map").first().select(".city-hidden circle")).hasSize(3);
		assertThat(page.select("svg.city-map").first().select(".city-bubbles circle")).hasSize(2);
		assertThat(page.select("details tbody tr")).hasSize(104);
		assertThat(page.select("details").text()).contains("77").doesNotContain(" 12 ", " 40 ");
		assertThat(page.select("#kunjungan")).isEmpty();
	}

	@Test
	void tellsTheStaffWhatIsVisited() {
		this.jdbc.sql("""
				insert into catalog.opening (day, service_id, opened)
				select ?, id, 42 from catalog.service where slug = 'spmb' on conflict do nothing""")
			.param(this.quarter.days().first().plusDays(2))
			.update();
		Document page = page(get("/admin/mutu/pemakaian"));
		assertThat(page.select("#kunjungan ~ table tbody tr").text()).contains("42");
		List<String> lines = new String(get("/admin/mutu/pemakaian.csv").getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8)
			.lines()
			.toList();
		assertThat(lines).hasSize(105).anyMatch((line) -> line.contains("36.71.01.1002") && line.contains(",77,"));
		assertThat(lines).anyMatch((line) -> line.contains("36.71.01.1001") && line.contains("disembunyikan"));
	}

	@Test
	void tellsHowMuchThatIsForTheCity() {
		Document page = page(this.mvc.get().uri("/mutu/pemakaian?masa=" + this.quarter).exchange());
		// 1427 of 1,957,349
		assertThat(page.select("dl.figures > div").first().text())
			.isEqualTo("Warga masuk 1.427 0,73 per 1.000 penduduk");
		assertThat(page.select("#tabel ~ p").text()).contains("1.957.349 orang", "cahyadsn/wilayah");
	}

	@Test
	void administratorsWriteDownHowManyPeopleLiveWhere() {
		String path = "/admin/mutu/pemakaian/penduduk";
		for (String lines : List.of("", "36.71.01.1002", "36.71.01.1002,0", "31.71.01.1001,500",
				"36.71.01.1002,500\n36.71.01.1002,600")) {
			MvcTestResult refused = post(path, lines, "Disdukcapil", "2025");
			assertThat(refused).as(lines).hasStatus(422);
			assertThat(parsed(refused).select(".error-summary a[href='#isi']")).as(lines).hasSize(1);
			assertThat(parsed(refused).select("[name=isi]").val()).isEqualTo(lines);
		}
		assertThat(parsed(post(path, "36.71.01.1002,500", " ", "2099")).select(".error-summary a").eachAttr("href"))
			.containsExactlyInAnyOrder("#sumber", "#tahun");
		assertThat(post(path, "36.71.01.1002;15.400\r\n36.71.01.1001\t9000\r\n\r\n", "Disdukcapil", "2025"))
			.hasStatus(303);
		try {
			// Kept pages hear of it a moment later.
			Document page = await().until(
					() -> page(this.mvc.get().uri("/mutu/pemakaian?masa=" + this.quarter).exchange()),
					(shown) -> !shown.select("details tbody tr td:nth-child(4)").isEmpty());
			assertThat(page.select("details tbody tr td:nth-child(4)").eachText()).contains("5,00")
				.filteredOn((rate) -> !rate.equals("–"))
				.as("a small count stays hidden")
				.hasSize(1);
			assertThat(page.select("details tbody tr td:nth-child(5)").eachText()).as("of complaints too")
				.filteredOn((rate) -> !rate.equals("–"))
				.hasSize(2);
			assertThat(page.select("#masuk").text()).contains("per 1.000 penduduk");
			Element map = page.select("svg.city-map").first();
			assertThat(map.select(".city-bubbles circle")).as("of known people alone").hasSize(1);
			assertThat(map.select(".city-counts text").eachText()).containsExactly("5,00");
			assertThat(map.select(".city-hidden circle")).as("small ones, and of unknown people").hasSize(4);
			List<String> lines = new String(get("/admin/mutu/pemakaian.csv").getResponse().getContentAsByteArray(),
					StandardCharsets.UTF_8)
				.lines()
				.toList();
			assertThat(lines).anyMatch((line) -> line.matches(".*,77,0,15400,5(\\.0)?,0(\\.0)?"))
				.anyMatch((line) -> line.contains("36.71.01.1001")
						&& line.endsWith(",disembunyikan,11,9000,disembunyikan,1.22"));
			assertThat(page.select("#tabel ~ p").text()).contains("menurut Disdukcapil, tahun 2025");
			assertThat(parsed(get(path, Role.ADMINISTRATOR)).select("[name=isi]").val())
				.isEqualTo("36.71.01.1001,9000\n36.71.01.1002,15400");
			assertThat(this.jdbc.sql("select count(*) from audit.entry where action = 'quality.population-changed'")
				.query(Long.class)
				.single()).isEqualTo(1);
		}
		finally {
			this.jdbc.sql("delete from quality.population").update();
			this.pages.changed("people");
		}
	}

	private MvcTestResult post(String path, String lines, String source, String year) {
		MvcTestResult shown = get(path, Role.ADMINISTRATOR);
		return this.mvc.post()
			.uri(path)
			.with(staff(Role.ADMINISTRATOR))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", parsed(shown).select("main input[name=_csrf]").val())
			.param("isi", lines)
			.param("sumber", source)
			.param("tahun", year)
			.exchange();
	}

	/** What is hidden on the page is hidden in the files. */
	@Test
	void handsOutWhatItShows() {
		Document page = page(this.mvc.get().uri("/mutu/pemakaian?masa=" + this.quarter).exchange());
		assertThat(page.select("main a").eachAttr("href")).contains("/mutu/pemakaian.csv?masa=" + this.quarter,
				"/mutu/pemakaian.xlsx?masa=" + this.quarter);
		MvcTestResult csv = this.mvc.get().uri("/mutu/pemakaian.csv?masa=" + this.quarter).exchange();
		assertThat(csv).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"pemakaian-" + this.quarter + ".csv\"");
		List<String> lines = new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(lines.getFirst()).isEqualTo("\ufeffTriwulan,Kode wilayah,Kelurahan,Warga masuk,Laporan,Penduduk,"
				+ "Masuk per 1.000 penduduk,Laporan per 1.000 penduduk");
		assertThat(lines).anyMatch((line) -> line.contains("36.71.01.1001") && line.contains("disembunyikan"));
		assertThat(this.mvc.get()
			.uri("/mutu/pemakaian.xlsx?masa=" + this.quarter)
			.exchange()
			.getResponse()
			.getContentAsByteArray()).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
		assertThat(this.mvc.get().uri("/mutu/pemakaian.csv?masa=2099-q1").exchange()).hasStatus(400);
	}

	/** A quarter that grows from day to day would give hidden counts away. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-11", "2099-q1", "2026", "x" })
	void showsOnlyQuartersThatAreOver(String masa) {
		assertThat(this.mvc.get().uri("/mutu/pemakaian?masa=" + masa).exchange()).hasStatus(400);
	}

	@Test
	void doesNotShowTheQuarterThatRuns() {
		SkmPeriod running = SkmPeriod.quarter(PageClock.day(Instant.now()));
		assertThat(this.mvc.get().uri("/mutu/pemakaian?masa=" + running).exchange()).hasStatus(400);
	}

	private MvcTestResult get(String path) {
		return get(path, Role.COORDINATOR);
	}

	private MvcTestResult get(String path, Role role) {
		MvcTestResult result = this.mvc.get().uri(path).with(staff(role)).exchange();
		assertThat(result).hasStatusOk();
		return result;
	}

	private static RequestPostProcessor staff(Role role) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(role), null);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(actor, null, role.authority()));
	}

	private static Document parsed(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static Document page(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
