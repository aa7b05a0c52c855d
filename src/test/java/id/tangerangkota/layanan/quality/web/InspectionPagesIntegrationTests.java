package id.tangerangkota.layanan.quality.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.inspection.InspectedSites;
import id.tangerangkota.layanan.web.testing.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** What the staff read of inspections, and what they say to them. */
@PortalTest
class InspectionPagesIntegrationTests {

	private static final String PATH = "/admin/mutu/pemeriksaan";

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private static final Actor OWN_HEAD = Actor.staff(AccountId.random(), Set.of(Role.AGENCY_HEAD),
			new AgencyId("diskominfo"));

	private static final Actor HEAD = Actor.staff(AccountId.random(), Set.of(Role.AGENCY_HEAD), new AgencyId("dinkes"));

	private static final Actor READER = Actor.staff(AccountId.random(), Set.of(Role.LEADERSHIP), null);

	private static final String HTML = "<p>" + "Dinas Komunikasi dan Informatika. ".repeat(10) + "</p>"
			+ "<a href='/kontak'>Kontak</a><img src='http://lain.example/a.png'>";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private InspectedSites sites;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void inspect() {
		this.jdbc.sql("delete from quality.inspection").update();
		this.jdbc.sql("delete from quality.finding_dispute").update();
		Instant now = Instant.now();
		this.sites.page(service("diskominfo"), "https://diskominfo.tangerangkota.go.id/", now, HTML,
				"Set-Cookie: =cmd|' /C calc'!A0; Secure");
		this.sites.unreachable(service("dinkes"), "https://dinkes.tangerangkota.go.id/", now);
	}

	private ServiceId service(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?q=komunikasi", "?opd=diskominfo", "?hasil=seen", "?hasil=apa", "?kurang=hsts",
			"?kurang=x", "?q=%25", "/diskominfo", "/dinkes", "/diskominfo/hsts/keliru" })
	void opensInBothLanguages(String path) {
		for (String language : List.of("id", "en")) {
			MvcTestResult result = get(PATH + path + (path.contains("?") ? "&" : "?") + "lang=" + language,
					COORDINATOR);
			if (language.equals("id")) {
				result = get(PATH + path, COORDINATOR);
			}
			assertThat(result).hasStatusOk();
			Document page = page(result);
			assertThat(page.select("h1")).hasSize(1);
			assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(page.select("html").attr("lang")).isEqualTo(language);
		}
	}

	@Test
	void listsSitesThatLackMostFirstAndFiltersThem() {
		assertThat(names("")).containsExactly("Dinas Komunikasi dan Informatika", "Dinas Kesehatan");
		assertThat(names("?opd=dinkes")).containsExactly("Dinas Kesehatan");
		assertThat(names("?hasil=unreachable")).containsExactly("Dinas Kesehatan");
		assertThat(names("?kurang=hsts")).containsExactly("Dinas Komunikasi dan Informatika");
		assertThat(names("?q=tidak-ada-namanya")).isEmpty();
		assertThat(get(PATH + "?halaman=99", COORDINATOR)).hasStatus(404);
		assertThat(get(PATH + "?halaman=x", COORDINATOR)).hasStatus(404);
	}

	private List<String> names(String query) {
		return page(get(PATH + query, COORDINATOR)).select("tbody th a").eachText();
	}

	@Test
	void saysThatNothingWasReadWhereScriptsFillThePage() {
		this.sites.page(service("dinsos"), "https://dinsos.tangerangkota.go.id/", Instant.now(),
				"<div id=app></div><script src=app.js></script>");
		assertThat(page(get(PATH + "?hasil=unreadable", COORDINATOR)).select("tbody tr").text())
			.contains("Dinas Sosial", "Tidak terbaca");
		assertThat(names("?hasil=seen")).containsExactly("Dinas Komunikasi dan Informatika");
		Document page = page(get(PATH + "/dinsos", COORDINATOR));
		assertThat(page.select(".banner").text()).contains("tanpa menjalankan skrip");
		assertThat(page.select(".summary-list").text()).contains("Halaman yang dibaca 0").doesNotContain("Terbaca");
	}

	@Test
	void listsInAConstantNumberOfQueries() {
		List<String> two = Statements.of(() -> get(PATH, COORDINATOR));
		Instant now = Instant.now();
		for (String slug : List.of("disdik", "dishub", "bappeda", "dpupr")) {
			this.sites.page(service(slug), "https://" + slug + ".tangerangkota.go.id/", now, HTML);
		}
		assertThat(Statements.of(() -> get(PATH, COORDINATOR))).hasSameSizeAs(two).isNotEmpty();
	}

	@Test
	void saysWhatEachFindingMeansAndHowToMendIt() {
		Document page = page(get(PATH + "/diskominfo", READER));
		assertThat(page.select("li:has(#hsts)").text()).contains("Kurang").contains("max-age").contains("sejak");
		assertThat(page.select("li:has(#mixed-content)").text()).contains("http://lain.example/a.png");
		assertThat(page.select("li:has(#contact)").text()).contains("Ditemukan")
			.contains("https://diskominfo.tangerangkota.go.id/");
		assertThat(page.select("#janji ~ p").text()).contains("tidak ada di sana");
		assertThat(page.select("a[href$=keliru]")).as("only reads").isEmpty();
		assertThat(page(get(PATH + "/dinkes", READER)).text()).contains("tidak diketahui, bukan gagal")
			.doesNotContain("Tidak ditemukan ");
		assertThat(get(PATH + "/tidak-ada", READER)).hasStatus(404);
		assertThat(get(PATH + "/spmb", READER)).as("never inspected").hasStatus(404);
	}

	@Test
	void takesTheWordOfTheStaffAndKeepsWhatWasTyped() {
		String item = PATH + "/diskominfo/hsts";
		assertThat(post(item + "/keliru", COORDINATOR, " ")).hasStatus(422).bodyText().contains("Tulis alasannya.");
		assertThat(post(item + "/keliru", COORDINATOR, "x".repeat(501))).hasStatus(422)
			.bodyText()
			.contains("x".repeat(501))
			.contains("500");
		assertThat(post(item + "/keliru", HEAD, "Milik orang lain")).hasStatus(404);
		assertThat(post(item + "/keliru", COORDINATOR, "Dipasang di proksi")).hasStatus(303);
		assertThat(page(get(PATH + "/diskominfo", READER)).select("li:has(#hsts)").text()).contains("Ditandai keliru")
			.contains("Dipasang di proksi")
			.contains("Sampai saat itu temuan ini dihitung");
		assertThat(post(item + "/keliru", COORDINATOR, "Dua kali")).hasStatus(303);
		assertThat(post(item + "/cabut", COORDINATOR, "")).hasStatus(303);
		assertThat(page(get(PATH + "/diskominfo", READER)).select("li:has(#hsts)").text())
			.doesNotContain("Dipasang di proksi");
		assertThat(post(PATH + "/diskominfo/apa-saja/keliru", COORDINATOR, " ")).hasStatus(404);
	}

	@Test
	void asksASecondPersonToAgreeToAMark() {
		String item = PATH + "/diskominfo/hsts";
		assertThat(post(item + "/keliru", OWN_HEAD, "Dipasang di proksi")).hasStatus(303);
		assertThat(names("?kurang=hsts")).as("counts").containsExactly("Dinas Komunikasi dan Informatika");
		assertThat(post(item + "/setuju", OWN_HEAD, "")).hasStatus(403);
		assertThat(page(get(PATH, READER)).select("#menunggu")).isEmpty();
		assertThat(page(get(PATH, COORDINATOR)).select("section:has(#menunggu) a").eachText())
			.containsExactly("Dinas Komunikasi dan Informatika");
		assertThat(page(get(PATH + "/diskominfo", OWN_HEAD)).select("form[action$='/hsts/setuju']")).isEmpty();
		assertThat(page(get(PATH + "/diskominfo", COORDINATOR)).select("form[action$='/hsts/setuju']")).hasSize(1);
		assertThat(post(item + "/setuju", ADMINISTRATOR, "")).hasStatus(303);
		assertThat(names("?kurang=hsts")).isEmpty();
		assertThat(page(get(PATH + "/diskominfo", READER)).select("li:has(#hsts)").text()).contains("Disetujui oleh")
			.doesNotContain("Cara memperbaiki");
		assertThat(page(get(PATH, COORDINATOR)).select("#menunggu")).isEmpty();
	}

	@Test
	void givesAllFindingsAsCsvThatNoSpreadsheetRuns() {
		MvcTestResult result = get(PATH + ".csv?hasil=seen", READER);
		assertThat(result).hasStatusOk()
			.headers()
			.hasValue("Content-Disposition", "attachment; filename=\"pemeriksaan.csv\"");
		String csv = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(csv).startsWith("service,name,agency,address")
			.contains("\r\ndiskominfo,")
			.doesNotContain("\r\ndinkes,");
		assertThat(csv.lines()).noneMatch((line) -> line.contains(",=") || line.contains(",\"="));
	}

	private MvcTestResult get(String path, Actor actor) {
		return this.mvc.get().uri(path).with(as(actor)).exchange();
	}

	/** With the token of a form that was sent to a colleague of the same browser. */
	private MvcTestResult post(String path, Actor actor, String reason) {
		MvcTestResult shown = get(PATH + "/diskominfo/hsts/keliru", COORDINATOR);
		return this.mvc.post()
			.uri(path)
			.with(as(actor))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").val())
			.param("alasan", reason)
			.exchange();
	}

	private static RequestPostProcessor as(Actor actor) {
		String[] authorities = Stream.concat(Stream.of("ROLE_STAFF"), actor.roles().stream().map(Role::authority))
			.toArray(String[]::new);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(actor, "", authorities));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
