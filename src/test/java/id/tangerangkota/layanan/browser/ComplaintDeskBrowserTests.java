package id.tangerangkota.layanan.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An officer with two hundred cases works them off, with and without JavaScript; the
 * pages of the desk are looked at on the way.
 */
@BrowserTest
class ComplaintDeskBrowserTests {

	private static final String QUEUE = "/petugas/pengaduan";

	private static final int CASES = 200;

	/** Nobody else's test looks at this one. */
	private static final AgencyId AGENCY = new AgencyId("dlh");

	@Autowired
	private StaffMembers staff;

	@Autowired
	private Complaints complaints;

	@Autowired
	private JdbcClient jdbc;

	private Portal portal;

	private Inspection officer;

	private Inspection coordinator;

	private Inspection auditor;

	private Receipt shown;

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.officer = new Inspection(portal);
		String email = this.staff.join(this.officer.page(), AGENCY, Role.OFFICER);
		this.coordinator = new Inspection(portal);
		this.staff.join(this.coordinator.page(), null, Role.COORDINATOR);
		this.auditor = new Inspection(portal);
		this.staff.join(this.auditor.page(), null, Role.AUDITOR);
		for (int i = 0; i < CASES; i++) {
			Receipt receipt = this.complaints.file("sampah");
			this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
					(desk, version) -> desk.verify(version, AGENCY, "sampah", false, false));
			this.shown = receipt;
		}
		this.complaints.as(Complaints.officer(AGENCY), this.shown.complaint(), CaseDesk::start);
		this.complaints.as(Complaints.officer(AGENCY), this.shown.complaint(),
				(desk, version) -> desk.note(version, Complaints.words("Truk baru datang besok.")));
		this.complaints.as(Complaints.officer(AGENCY), this.shown.complaint(),
				(desk, version) -> desk.answer(version, Complaints.words("Kami angkut hari Jumat."), false));
		this.jdbc.sql("""
				update complaint.complaint set officer = (select id from identity.account where email_index is not null
					and kind = 'STAFF' and agency = :agency order by created_at desc limit 1),
					due_at = due_at - make_interval(days => cast(ticket_number % 12 as integer))
				where agency = :agency""").param("agency", AGENCY.code()).update();
		assertThat(email).isNotEmpty();
	}

	@AfterAll
	void close() {
		this.officer.close();
		this.coordinator.close();
		this.auditor.close();
	}

	/** Cases, messages, the staff room and the way out beside everything else. */
	@Test
	void hasRoomForAllLinksOfAnOfficerInTheHeader() {
		Page page = this.officer.page();
		for (int width : List.of(1280, 1408, 1440, 1600)) {
			page.setViewportSize(width, 800);
			page.navigate("/petugas");
			assertThat(page.locator(".visitor a").count()).isEqualTo(3);
			assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("at " + width)
				.isNotPositive();
		}
	}

	@Test
	void worksTheQueueOffWithKeys() {
		Page page = this.officer.page();
		page.setViewportSize(1280, 800);
		page.navigate("/petugas");
		assertThat(page.locator("main li:has(a[href='" + QUEUE + "'])").innerText())
			.containsPattern("\\d+\\+? kasus menunggu Anda");
		page.navigate(QUEUE);
		assertThat(page.locator("#jumlah").innerText()).startsWith("200");
		assertThat(page.locator(".desk-tabs a:visible").count()).as("tabs side by side").isGreaterThan(5);
		assertThat(page.locator(".desk-tabs summary").isVisible()).isFalse();
		page.keyboard().press("j");
		page.keyboard().press("j");
		assertThat(page.evaluate("document.activeElement.className")).isEqualTo("case-link");
		page.keyboard().press("x");
		assertThat(page.locator("input[name=kasus]:checked").count()).isEqualTo(1);
		page.keyboard().press("k");
		String first = page.locator("a.case-link").first().getAttribute("href");
		assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(first);
		page.locator("#q").fill("");
		page.locator("#q").pressSequentially("jalan kaki");
		assertThat(page.locator("#q").inputValue()).isEqualTo("jalan kaki");
		page.locator("#q").fill("");

		page.evaluate("window.sama = true");
		page.locator(".desk-tabs a", new Page.LocatorOptions().setHasText("Semua")).click();
		page.waitForURL("**tab=semua**");
		page.locator("#kelurahan").selectOption("36.71.01.1001");
		page.waitForURL("**kelurahan=36.71.01.1001**");
		page.waitForFunction("document.querySelector('.active-filters')");
		assertThat(page.evaluate("window.sama")).as("the page stayed, only the list is new").isEqualTo(true);
		assertThat(page.locator("#kabar").innerText()).contains("laporan");
		page.goBack();
		page.waitForFunction("!document.querySelector('.active-filters')");

		page.navigate(QUEUE + "?tab=saya");
		page.keyboard().press("j");
		page.keyboard().press("Enter");
		page.waitForURL("**/petugas/pengaduan/LKS-**");
		answer(page);
	}

	@Test
	void worksTheQueueOffWithoutJavaScript() {
		Page signedIn = this.officer.page();
		try (BrowserContext plain = this.portal.open(false, 360, 800)) {
			plain.addCookies(cookies(signedIn));
			Page page = plain.newPage();
			page.navigate(QUEUE + "?tab=saya");
			assertThat(page.locator("a.case-link").first().boundingBox().y).as("cases before all else one may want")
				.isLessThan(page.locator("#tampilan").boundingBox().y);
			Locator tabs = page.locator(".desk-tabs");
			assertThat(tabs.boundingBox().height).as("one line, whatever the number of tabs").isLessThan(60);
			assertThat(tabs.locator("summary").innerText()).contains("Laporan saya", "200");
			assertThat(tabs.locator("a").first().isVisible()).isFalse();
			tabs.locator("summary").focus();
			page.keyboard().press("Enter");
			tabs.locator("a", new Locator.LocatorOptions().setHasText("Semua")).click();
			page.waitForURL("**tab=semua**");
			assertThat(tabs.locator("summary").innerText()).contains("Semua");
			page.goBack();
			page.locator("#q").fill("pasar");
			page.locator("#saring button[type=submit]").click();
			page.waitForURL("**q=pasar**");
			assertThat(page.locator("a.case-link").count()).isPositive();
			page.locator("input[name=kasus]").nth(0).check();
			page.locator("input[name=kasus]").nth(1).check();
			page.locator("button[value=ambil]").click();
			page.waitForURL("**/petugas/pengaduan?**");
			assertThat(page.locator(".flash").innerText()).contains("2 laporan kini menjadi tugas Anda");
			page.locator("a.case-link").first().click();
			answer(page);
		}
	}

	private static List<com.microsoft.playwright.options.Cookie> cookies(Page page) {
		return page.context()
			.cookies()
			.stream()
			.map((cookie) -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
				.setDomain(cookie.domain)
				.setPath(cookie.path)
				.setHttpOnly(cookie.httpOnly))
			.toList();
	}

	private static void answer(Page page) {
		String before = page.url();
		page.locator(".next-step summary").click();
		page.locator(".action-list a", new Page.LocatorOptions().setHasText("Jawab warga")).click();
		page.waitForURL("**/jawab**");
		page.locator("#templat")
			.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Laporan sedang kami tangani"));
		page.locator("button[value=templat]").click();
		assertThat(page.locator("#isi").inputValue()).contains("LKS-").doesNotContain("{nomor}");
		page.locator("button[value=berikutnya]").click();
		page.waitForURL("**/petugas/pengaduan/LKS-**");
		assertThat(page.url()).isNotEqualTo(before).doesNotContain("/jawab");
		assertThat(page.locator(".flash").innerText()).contains("sudah terkirim");
	}

	@Test
	void looksGood() {
		List<String> problems = new ArrayList<>();
		String ticket = QUEUE + "/" + this.shown.ticket();
		inspect(this.officer, problems, "laporan-antrean", QUEUE + "?tab=berjalan");
		inspect(this.officer, problems, "laporan-kasus", ticket);
		inspect(this.officer, problems, "laporan-jawab", ticket + "/jawab");
		inspect(this.officer, problems, "laporan-tolak", ticket + "/tolak");
		inspect(this.officer, problems, "laporan-gabung", ticket + "/gabungkan");
		inspect(this.officer, problems, "laporan-cetak", ticket + "/cetak?catatan=ya");
		inspect(this.officer, problems, "laporan-peta", QUEUE + "/peta?tab=berjalan");
		inspect(this.officer, problems, "laporan-templat", QUEUE + "/templat");
		inspect(this.officer, problems, "laporan-templat-baru", QUEUE + "/templat/baru");
		inspect(this.officer, problems, "laporan-identitas", QUEUE + "/buka-identitas/" + this.shown.ticket());
		Receipt fresh = this.complaints.file("sampah");
		inspect(this.coordinator, problems, "laporan-verifikasi", QUEUE + "/" + fresh.ticket() + "/verifikasi");
		inspect(this.coordinator, problems, "laporan-antrean-verifikasi", QUEUE);
		inspect(this.coordinator, problems, "laporan-ringkasan", QUEUE + "/ringkasan");
		inspect(this.coordinator, problems, "laporan-permintaan", QUEUE + "/buka-identitas");
		inspect(this.auditor, problems, "laporan-isi-asli", "/petugas/isi-asli");
		assertThat(problems).isEmpty();
	}

	private static void inspect(Inspection inspection, List<String> problems, String name, String path) {
		for (String language : List.of("id", "en")) {
			try {
				inspection.inspect(new PublicPage(name, path, 200), language, true);
			}
			catch (AssertionError ex) {
				problems.add(ex.getMessage());
			}
		}
	}

}
