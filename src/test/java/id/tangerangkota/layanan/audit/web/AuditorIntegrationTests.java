package id.tangerangkota.layanan.audit.web;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditTrail;
import id.tangerangkota.layanan.audit.TestAct;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

@PortalTest
class AuditorIntegrationTests {

	private static final Actor AUDITOR = Actor.staff(AccountId.random(), Set.of(Role.AUDITOR), null);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	private final Actor citizen = Actor.citizen(AccountId.random());

	private final String subject = UUID.randomUUID().toString();

	@BeforeEach
	void makeRecords() {
		this.events.publishEvent(new TestAct("catalog.retired", new AuditSubject("service", this.subject),
				Map.of("platform", "WEB"), this.citizen));
		this.trail
			.refuse(new TestAct("identity.sign-in-failed", null, Map.of("reason", "wrong-password"), this.citizen));
		this.events.publishEvent(new TestAct("unheard.of-act", null,
				Map.of("formula", "=1+1", "start", "2026-11-30T03:00:00Z"), this.citizen));
	}

	@Test
	void showsTheNewestFirstInWords() {
		Document page = page("/auditor?pelaku=" + this.citizen.account());
		List<String> rows = page.select("tbody tr").eachText();
		assertThat(rows).hasSize(3);
		assertThat(rows.get(0)).contains("unheard.of-act", "formula: =1+1", "Mulai: 30 Nov 2026 pukul 10.00 WIB",
				"Warga");
		assertThat(rows.get(1)).contains("Gagal masuk", "Ditolak", "Alasan: wrong-password");
		assertThat(rows.get(2)).contains("Menutup layanan", "Layanan " + this.subject, "Jenis: situs")
			.doesNotContain("Ditolak");
		assertThat(page.select(".result-count").text()).isEqualTo("3 catatan");
		assertThat(page.select("thead th").eachText())
			.containsExactlyElementsOf(page.select("tbody tr").first().select("td").eachAttr("data-label"));
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(page("/auditor?lang=en&pelaku=" + this.citizen.account()).select("tbody tr").eachText().get(1))
			.contains("Failed to sign in", "Refused");
	}

	@Test
	void searches() {
		assertThat(page("/auditor?objek=" + this.subject).select("tbody tr")).hasSize(1);
		assertThat(page("/auditor?hasil=ditolak&pelaku=" + this.citizen.account()).select("tbody tr")).hasSize(1);
		assertThat(page("/auditor?tindakan=catalog.retired&pelaku=" + this.citizen.account()).select("tbody tr"))
			.hasSize(1);
		Document none = page("/auditor?dari=2020-01-01&sampai=2020-01-02");
		assertThat(none.select("tbody tr")).isEmpty();
		assertThat(none.select("h2").eachText()).contains("Tidak ada catatan yang cocok");
		assertThat(none.select("form[method=post]")).isEmpty();
	}

	@Test
	void keepsWhatWasAsked() {
		Document page = page("/auditor?dari=2026-01-01&tindakan=catalog.retired&hasil=dilakukan&objek=" + this.subject);
		assertThat(page.getElementById("dari").val()).isEqualTo("2026-01-01");
		assertThat(page.select("#tindakan option[selected]").val()).isEqualTo("catalog.retired");
		assertThat(page.select("#tindakan option[selected]").text()).isEqualTo("Menutup layanan");
		assertThat(page.select("#hasil option[selected]").val()).isEqualTo("dilakukan");
		assertThat(page.getElementById("objek").val()).isEqualTo(this.subject);
		Element export = page.selectFirst("form[action=/auditor/unduh.csv]");
		assertThat(export.select("input[name=objek]").val()).isEqualTo(this.subject);
		assertThat(export.select("input[name=_csrf]")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dari=x", "sampai=2026-02-30", "pelaku=budi", "hasil=x", "sebelum=x", "sesudah=1-2-3" })
	void refusesWhatItCannotRead(String query) {
		assertThat(get("/auditor?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void leadsToOlderRecordsAndBack() {
		for (int n = 0; n < 60; n++) {
			this.events.publishEvent(new TestAct("paging.web", null, Map.of(), this.citizen));
		}
		Document first = page("/auditor?pelaku=" + this.citizen.account());
		assertThat(first.select("tbody tr")).hasSize(50);
		assertThat(first.select("nav.pagination a[rel=prev]")).isEmpty();
		Document second = page(first.select("nav.pagination a[rel=next]").attr("href"));
		assertThat(second.select("tbody tr")).hasSize(13);
		assertThat(second.select("nav.pagination a[rel=next]")).isEmpty();
		assertThat(page(second.select("nav.pagination a[rel=prev]").attr("href")).select("tbody tr").eachText())
			.isEqualTo(first.select("tbody tr").eachText());
	}

	@Test
	void showsARecordWithItsNeighbours() {
		String href = page("/auditor?objek=" + this.subject).select("tbody a").attr("href");
		assertThat(href).matches("/auditor/catalog/\\d+");
		Document page = page(href);
		assertThat(page.select("h1").text()).isEqualTo("Menutup layanan");
		assertThat(page.select("dd code").eachText()).contains("catalog.retired");
		assertThat(page.select("dd code").eachText()).anyMatch((text) -> text.matches("[0-9a-f]{64}"));
		assertThat(page.text()).contains("Sidik digital catatan ini cocok").doesNotContain("telah diubah");
		this.events.publishEvent(new TestAct("catalog.verified", null, Map.of(), this.citizen));
		assertThat(page(href).text()).contains("Memverifikasi alamat layanan");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/auditor/catalog/0", "/auditor/catalog/999999999", "/auditor/nothing/1",
			"/auditor/catalog/x", "/auditor/catalog/-1", "/auditor/catalog/9999999999999999999999" })
	void knowsWhatIsNotThere(String path) {
		assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tellsOfProblems() {
		this.jdbc.sql("insert into audit.verification (at, entries, problem) values (now(), 5, 'chain x, row 1')")
			.update();
		assertThat(page("/auditor").select(".banner-warning").text()).contains("tidak utuh", "chain x, row 1");
		this.jdbc.sql("insert into audit.verification (at, entries) values (now(), 5)").update();
		Document page = page("/auditor");
		assertThat(page.select(".banner-warning")).isEmpty();
		assertThat(page.text()).contains("Semua 5 catatan utuh");
	}

	@Test
	void exportsWhatTheFilterFindsAndRecordsIt() throws Exception {
		MvcTestResult result = export(AUDITOR, "pelaku", this.citizen.requireAccount().toString());
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(result.getResponse().getHeader("Content-Disposition"))
			.matches("attachment; filename=\"jejak-audit-\\d{4}-\\d\\d-\\d\\d-3-baris.csv\"");
		List<NamedCsvRecord> rows = CsvReader.builder()
			.ofNamedCsvRecord(new StringReader(result.getResponse().getContentAsString()))
			.stream()
			.toList();
		assertThat(rows).extracting((row) -> row.getField("action"))
			.containsExactly("unheard.of-act", "identity.sign-in-failed", "catalog.retired");
		assertThat(rows.getLast().getField("subject_id")).isEqualTo(this.subject);
		assertThat(rows.getLast().getField("details")).isEqualTo("{\"platform\":\"WEB\"}");
		Document trail = page("/auditor?tindakan=audit.exported&pelaku=" + AUDITOR.account());
		assertThat(trail.select("tbody tr").first().text()).contains("Mengunduh jejak audit", "Jumlah catatan: 3",
				"Pelaku: " + this.citizen.account(), "auditor");
	}

	@Test
	void exportsMoreThanOnePart() {
		this.jdbc
			.sql("""
					insert into audit.entry select 'bulk', n, now() - n * interval '1 second', 'bulk.made', 'DONE', 'SYSTEM', null,
						'', null, 'thing', ?, '{}', 'k', '\\x00' from generate_series(1, 2500) n""")
			.param(this.subject + "-bulk")
			.update();
		this.jdbc.sql("insert into audit.chain values ('bulk', 2500, '\\x00')").update();
		MvcTestResult result = export(AUDITOR, "objek", this.subject + "-bulk");
		assertThat(result).bodyText()
			.satisfies((body) -> assertThat(body.lines().skip(1).map((line) -> line.split(",")[1]).distinct())
				.hasSize(2500));
	}

	@Test
	void exportsNothingWithoutAToken() {
		assertThat(this.mvc.post().uri("/auditor/unduh.csv").with(as(AUDITOR))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get("/auditor/unduh.csv")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
	void isClosedToEverybodyElse(Role role) {
		Actor staff = Actor.staff(AccountId.random(), Set.of(role), null);
		for (String path : List.of("/auditor", "/auditor/", "/auditor/catalog/1")) {
			assertThat(this.mvc.get().uri(path).with(as(staff))).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.mvc.get().uri(path).with(as(this.citizen))).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(export(staff, "hasil", "ditolak")).hasStatus(HttpStatus.FORBIDDEN);
	}

	/**
	 * With the token and the cookie of the page the form is on, as a browser sends them.
	 */
	private MvcTestResult export(Actor actor, String filter, String value) {
		MvcTestResult page = get("/auditor");
		return this.mvc.post()
			.uri("/auditor/unduh.csv")
			.param(filter, value)
			.param("_csrf", parse(page).select("form[action=/auditor/unduh.csv] input[name=_csrf]").val())
			.cookie(page.getResponse().getCookies())
			.with(as(actor))
			.exchange();
	}

	private static RequestPostProcessor as(Actor actor) {
		return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null,
				AuthorityUtils.createAuthorityList(actor.roles().stream().map(Role::authority).toList())));
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(URI.create(path)).with(as(AUDITOR)).exchange();
	}

	private Document page(String path) {
		MvcTestResult result = get(path);
		assertThat(result).hasStatusOk();
		return parse(result);
	}

	private static Document parse(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
