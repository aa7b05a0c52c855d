package id.tangerangkota.layanan.quality.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.availability.SiteVisits.Ending;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.StandardComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an inspection makes of what sites answer. */
class SiteInspectorTests {

	private static final String HTTPS = "https://pajak.example/";

	private static final String HTTP = "http://pajak.example/";

	private static final String LONG = "Layanan pajak daerah Kota Tangerang untuk semua warga. ".repeat(6);

	private final ScriptedVisits visits = new ScriptedVisits();

	private final SiteInspector inspector = new SiteInspector(this.visits, new Promises());

	@Test
	void findsAWellKeptSiteInOrder() {
		this.visits
			.page(HTTPS, "<p>" + LONG + "</p><a href='/privasi'>Kebijakan privasi</a>",
					"Strict-Transport-Security: max-age=31536000; includeSubDomains",
					"Set-Cookie: SESI=rahasia; Secure; HttpOnly; SameSite=Lax",
					"Content-Security-Policy: frame-ancestors 'self'", "X-Content-Type-Options: nosniff",
					"Referrer-Policy: no-referrer")
			.redirect(HTTP, HTTPS);
		Map<String, Finding> found = inspect();
		assertThat(InspectionItem.values())
			.allSatisfy((item) -> assertThat(found.get(item.code()).verdict()).as(item.code()).isEqualTo(Verdict.MET));
		assertThat(found.get("tls-protocol").detail()).isEqualTo("TLSv1.3");
	}

	@Test
	void findsWhatABareSiteLacks() {
		this.visits
			.page(HTTPS, "<p>" + LONG + "</p><img src='http://cdn.example/a.png?token=1'>", "Set-Cookie: SESI=rahasia")
			.page(HTTP, "<p>" + LONG + "</p>");
		Map<String, Finding> found = inspect();
		for (String item : List.of("https-redirect", "hsts", "hsts-subdomains", "cookie-secure", "cookie-http-only",
				"cookie-same-site", "content-security-policy", "content-type-options", "frame-protection",
				"referrer-policy", "mixed-content", "privacy-notice")) {
			assertThat(found.get(item).verdict()).as(item).isEqualTo(Verdict.MISSED);
		}
		assertThat(found.get("cookie-secure").detail()).as("never the value").isEqualTo("SESI");
		assertThat(found.get("mixed-content").detail()).isEqualTo("http://cdn.example/a.png");
	}

	@Test
	void saysNothingOfASiteThatCannotBeReached() {
		SiteInspection inspection = inspection();
		assertThat(inspection.outcome()).isEqualTo(SiteOutcome.UNREACHABLE);
		assertThat(inspection.findings())
			.allSatisfy((finding) -> assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN));
		assertThat(inspection.pages()).isZero();
	}

	@Test
	void saysNothingWhenItWasThePortalsOwnFault() {
		this.visits.fails(HTTPS, Ending.VOID);
		assertThat(this.inspector.inspect(site(false))).isEmpty();
		this.visits.page(HTTPS, LONG).fails(HTTP, Ending.VOID);
		assertThat(this.inspector.inspect(site(false))).isEmpty();
	}

	@Test
	void judgesOnlyWhatABadCertificateShows() {
		this.visits.fails(HTTPS, Ending.UNTRUSTED, "TLSv1.2").redirect(HTTP, HTTPS);
		SiteInspection inspection = inspection();
		Map<String, Finding> found = byItem(inspection);
		assertThat(inspection.outcome()).isEqualTo(SiteOutcome.UNTRUSTED);
		assertThat(found.get("certificate").verdict()).isEqualTo(Verdict.MISSED);
		assertThat(found.get("tls-protocol").verdict()).isEqualTo(Verdict.MET);
		assertThat(found.get("https-redirect").verdict()).isEqualTo(Verdict.MET);
		assertThat(found.get("content-security-policy").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(found.get("contact").verdict()).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void findsASiteWithoutEncryption() {
		this.visits.page(HTTP, "<p>" + LONG + "</p>");
		Map<String, Finding> found = inspect();
		for (String item : List.of("tls-protocol", "certificate", "https-redirect", "hsts")) {
			assertThat(found.get(item).verdict()).as(item).isEqualTo(Verdict.MISSED);
		}
		assertThat(found.get("mixed-content").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
	}

	@ParameterizedTest
	@CsvSource({ "TLSv1, MISSED", "TLSv1.1, MISSED", "SSLv3, MISSED", "TLSv1.2, MET", "TLSv1.3, MET" })
	void knowsOldProtocols(String protocol, Verdict verdict) {
		this.visits.fails(HTTPS, Ending.TURNED_AWAY, protocol);
		assertThat(inspect().get("tls-protocol").verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max-age=15552000                      | MET    | MISSED
			max-age="31536000";includeSubDomains  | MET    | MET
			max-age=300; includeSubDomains        | MISSED | MISSED
			max-age=0                             | MISSED | MISSED
			nonsense                              | MISSED | MISSED
			max-age=99999999999999999999999       | MET    | MISSED
			""")
	void readsHsts(String header, Verdict own, Verdict below) {
		this.visits.page(HTTPS, LONG, "Strict-Transport-Security: " + header);
		assertThat(inspect().get("hsts").verdict()).isEqualTo(own);
		assertThat(inspect().get("hsts-subdomains").verdict()).isEqualTo(below);
	}

	@Test
	void letsScriptsReadTheTokenOfForms() {
		this.visits.page(HTTPS, LONG, "Set-Cookie: XSRF-TOKEN=a; Secure; SameSite=Lax");
		assertThat(inspect().get("cookie-http-only").verdict()).isEqualTo(Verdict.MET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=; ;;", ";", "", "=x", "\u0000\u0001=2" })
	void survivesBrokenCookies(String cookie) {
		this.visits.page(HTTPS, LONG, "Set-Cookie: " + cookie);
		assertThat(inspect().get("cookie-secure").verdict()).isEqualTo(Verdict.MISSED);
	}

	@Test
	void saysNotFoundOnlyOfPagesThatWereRead() {
		this.visits.page(HTTPS, "<p>" + LONG + "</p><a href='/kontak'>Kontak</a><a href='/maklumat'>Maklumat</a>")
			.page("https://pajak.example/kontak", "<p>" + LONG + " Jam layanan: Senin sampai Jumat</p>")
			.page("https://pajak.example/maklumat", "<p>" + LONG + "</p><a href='https://www.lapor.go.id/x'>L</a>");
		SiteInspection inspection = inspection();
		Map<String, Finding> found = byItem(inspection);
		assertThat(found.get("opening-hours").page()).isEqualTo("https://pajak.example/kontak");
		assertThat(found.get("lapor").page()).isEqualTo("https://pajak.example/maklumat");
		assertThat(found.get("contact").page()).isEqualTo(HTTPS);
		assertThat(found.get("complaint-link").verdict()).isEqualTo(Verdict.MISSED);
		assertThat(inspection.pages()).isEqualTo(3);
	}

	@Test
	void opensAHandfulOfPagesOfTheSameHostOnly() {
		String links = IntStream.range(0, 50)
			.mapToObj((i) -> "<a href='/kontak" + i + "'>Kontak</a>")
			.collect(Collectors.joining());
		this.visits.page(HTTPS, "<p>" + LONG + "</p><a href='https://lain.example/kontak'>Kontak</a>"
				+ "<a href='http://127.0.0.1/kontak'>Kontak</a><a href='file:///etc/passwd'>Kontak</a>" + links);
		inspect();
		assertThat(this.visits.asked()).hasSize(6).allSatisfy((url) -> assertThat(url).contains("//pajak.example/"));
	}

	@Test
	void saysNothingOfPagesThatScriptsFill() {
		this.visits.page(HTTPS, "<div id=app></div><script src=app.js></script>");
		assertThat(inspection().outcome()).as("nobody read it").isEqualTo(SiteOutcome.UNREADABLE);
		assertThat(inspection().pages()).isZero();
		Map<String, Finding> found = inspect();
		assertThat(found.get("contact").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(found.get("privacy-notice").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(found.get("content-security-policy").verdict()).isEqualTo(Verdict.MISSED);
	}

	@Test
	void wantsOfASiteOnlyWhatItOwes() {
		this.visits.page(HTTPS, "<p>" + LONG + "</p>");
		assertThat(inspect()).doesNotContainKeys("tariff", "requirements", "agency-profile");
		Map<String, Finding> ofAgency = byItem(this.inspector.inspect(site(true, StandardComponent.FEE)).orElseThrow());
		assertThat(ofAgency).containsKeys("tariff", "agency-profile", "agency-sites").doesNotContainKey("requirements");
	}

	@Test
	void findsTheContentsOfAnAgencysSite() {
		this.visits.page(HTTPS, """
				<nav><a href="/tentang">Tentang Kami</a><a href="/x">Program Kerja</a><a href="/jdih">Produk Hukum</a>
				<a href="/berita">Berita</a><a href="/l">Layanan Publik</a><a href="/s">Kritik dan Saran</a>
				<a href="https://www.instagram.com/pemkot">@</a><a href="/t">Tautan terkait</a></nav>""");
		assertThat(byItem(this.inspector.inspect(site(true)).orElseThrow())).allSatisfy((item, finding) -> {
			if (item.startsWith("agency-")) {
				assertThat(finding.verdict()).as(item).isEqualTo(Verdict.MET);
			}
		});
	}

	@Test
	void asksBothDoorsWhateverTheCatalogueSays() {
		this.visits.page(HTTPS, LONG);
		this.inspector.inspect(new Site(id(), HTTP, false, Set.of()));
		assertThat(this.visits.asked()).startsWith(HTTPS, HTTP);
		this.visits.asked().clear();
		this.inspector.inspect(new Site(id(), "https://pajak.example:8443/x", false, Set.of()));
		assertThat(this.visits.asked()).containsExactly("https://pajak.example:8443/x");
	}

	private Map<String, Finding> inspect() {
		return byItem(inspection());
	}

	private SiteInspection inspection() {
		Optional<SiteInspection> inspection = this.inspector.inspect(site(false));
		return inspection.orElseThrow();
	}

	private static Map<String, Finding> byItem(SiteInspection inspection) {
		return inspection.findings().stream().collect(Collectors.toMap(Finding::item, Function.identity()));
	}

	private static Site site(boolean ofAgency, StandardComponent... promised) {
		return new Site(id(), HTTPS, ofAgency, Set.of(promised));
	}

	private static ServiceId id() {
		return new ServiceId(UUID.randomUUID());
	}

}
