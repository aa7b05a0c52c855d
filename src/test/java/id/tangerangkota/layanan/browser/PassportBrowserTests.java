package id.tangerangkota.layanan.browser;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.IntBinaryOperator;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Passports, evidence, adoption and what may be retired, as people see them. */
@BrowserTest
class PassportBrowserTests {

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	private static final String SLUG = "bapenda";

	@Autowired
	private StaffMembers staff;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private Regions regions;

	@Autowired
	private JdbcClient jdbc;

	private Portal portal;

	private Inspection worker;

	private Inspection citizen;

	private final LocalDate today = PageClock.day(Instant.now());

	private final LocalDate quarter = SkmPeriod.quarter(this.today.minusMonths(3)).days().first();

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.worker = new Inspection(portal);
		this.citizen = new Inspection(portal);
		this.staff.join(this.worker.page(), null, Role.ADMINISTRATOR);
		answer("SHORT", 1, this.quarter, (person, item) -> 4);
		answer("ESQUAL", 40, this.today.minusDays(2), (person, item) -> 1 + (person * item) % 5);
		answer("SKM", 25, this.today.minusDays(2), (person, item) -> 2 + (person * item) % 3);
		List<String> places = this.jdbc.sql("select code from region.sub_district order by code")
			.query(String.class)
			.list();
		for (int i = 0; i < places.size(); i++) {
			this.jdbc.sql("insert into identity.sign_in_day (day, sub_district, signed_in) values (?, ?, ?)")
				.params(this.quarter, places.get(i), (i * 37 % 90) + ((i % 9 == 0) ? 0 : 5))
				.update();
		}
		this.jdbc.sql("""
				insert into identity.sign_in_quarter (quarter, sub_district, people)
				select day, sub_district, signed_in from identity.sign_in_day where signed_in > 0""").update();
		List<SubDistrict> all = this.regions.subDistricts();
		for (int i = 0; i < 25; i++) {
			complain(all.get((i < 12) ? 3 : (i < 23) ? 60 : 61));
		}
		this.jdbc
			.sql("""
					insert into catalog.opening (day, service_id, opened)
					select cast(? as date), id, 12 from catalog.service where slug in ('spmb', 'bapenda') on conflict do nothing""")
			.param(this.quarter)
			.update();
	}

	/** Of which nobody may read anything but their number. */
	private void complain(SubDistrict where) {
		Receipt receipt = this.desk
			.file(new Submission(UUID.randomUUID(), Channel.WEB, ComplaintKind.COMPLAINT, "jalan-rusak", null,
					new ComplaintPlace(where.code(), "Jalan Kenanga", where.latitude(), where.longitude()),
					"Jalan rusak", "Sudah tiga minggu jalan ini berlubang di dekat pasar.", false, false, false,
					Reporter.nobody(Language.INDONESIAN), null, null));
		this.jdbc.sql("update complaint.complaint set received_at = ? where id = ?")
			.params(Timestamp.from(PageClock.start(this.quarter)), receipt.complaint().value())
			.update();
	}

	private void answer(String instrument, int people, LocalDate day, IntBinaryOperator mark) {
		this.answers.add(instrument, SLUG, people, PageClock.start(day), Duration.ofMinutes(1), mark);
	}

	/** What others look at stays as it was. */
	@AfterAll
	void close() {
		this.worker.close();
		this.citizen.close();
		this.jdbc.sql("delete from identity.sign_in_day").update();
		this.jdbc.sql("delete from identity.sign_in_quarter").update();
		this.jdbc.sql("delete from catalog.opening where day = ?").param(this.quarter).update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpForCitizens(String language) {
		this.citizen.inspect(new PublicPage("paspor", "/layanan/" + SLUG + "/paspor", 200), language, false);
		this.citizen.inspect(new PublicPage("pemakaian", "/mutu/pemakaian", 200), language, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpForTheStaff(String language) {
		look("paspor-petugas", "/petugas/layanan/" + SLUG + "/paspor", language);
		look("pensiun", "/admin/mutu/pensiun", language);
		look("bukti", "/admin/mutu/bukti", language);
		String month = YearMonth.from(this.today.minusDays(2)).toString();
		look("bukti-masa", "/admin/mutu/bukti/" + month, language);
		look("bukti-skm", "/admin/mutu/bukti/" + month + "?angka=skm", language);
		look("bukti-kosong", "/admin/mutu/bukti/2024-q1", language);
		look("pemakaian-petugas", "/admin/mutu/pemakaian", language);
	}

	private void look(String name, String path, String language) {
		this.worker.inspect(new PublicPage(name, path, 200), language, true);
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void leadsFromAServiceToItsPassportAndPrintsOnePage(boolean javaScript) throws IOException {
		try (BrowserContext context = this.portal.open(javaScript, PHONE, HEIGHT)) {
			Page page = context.newPage();
			page.navigate("/layanan/" + SLUG);
			page.locator("a[href='/layanan/" + SLUG + "/paspor']").click();
			page.waitForURL("**/paspor");
			assertThat(page.locator("main meter").first()).isVisible();
			assertThat(page.locator("main img[src$='mutu.svg']")).isVisible();
			page.setViewportSize(794, 1123);
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(page.locator("#lencana")).isHidden();
			assertThat(page.locator(".site-nav")).isHidden();
			Shot.take(page, "cetak-paspor", ColorScheme.LIGHT, "id");
			try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
				org.assertj.core.api.Assertions.assertThat(paper.getNumberOfPages()).isEqualTo(1);
			}
		}
	}

	/** With what was kept, the page holds up, too. */
	@Test
	void keepsEvidenceInTheArchive() {
		Page page = this.worker.page();
		String quarter = SkmPeriod.quarter(this.quarter).toString();
		page.navigate("/admin/mutu/bukti/" + quarter);
		page.locator("#arsip ~ form button").click();
		assertThat(page.locator(".banner-success")).containsText("versi 1");
		assertThat(page.locator("#arsip ~ table tbody tr")).hasCount(1);
		look("bukti-arsip", "/admin/mutu/bukti/" + quarter, "id");
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void choosesAQuarter(boolean javaScript) {
		try (BrowserContext context = this.portal.open(javaScript, PHONE, HEIGHT)) {
			Page page = context.newPage();
			page.navigate("/mutu/pemakaian");
			page.locator("#masa").selectOption(SkmPeriod.quarter(this.today.minusMonths(6)).toString());
			page.locator("main form button").click();
			page.waitForURL("**masa=*");
			assertThat(page.locator("h1")).isVisible();
		}
	}

}
