package id.tangerangkota.layanan.browser;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** People say how good a service is, and the staff read it. */
@BrowserTest
class SurveyBrowserTests {

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	private static final String SLUG = "disdukcapil";

	@Autowired
	private StaffMembers staff;

	@Autowired
	private SurveyInvitations invitations;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private JdbcClient jdbc;

	private Portal portal;

	private Inspection worker;

	private Inspection citizen;

	private UUID followUp = UUID.randomUUID();

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.worker = new Inspection(portal);
		this.citizen = new Inspection(portal);
		this.staff.join(this.worker.page(), null, Role.ADMINISTRATOR);
		answer("SHORT", 40, (person, item) -> 1 + person % 5);
		answer("ESQUAL", 40, (person, item) -> 1 + (person * item) % 5);
		answer("SKM", 25, (person, item) -> 2 + (person * item) % 3);
		this.jdbc.sql("""
				insert into survey.burst (id, kind, service_id, starts, ends, answers, found_at)
				values (gen_random_uuid(), 'NETWORK', :service, now() - interval '1 hour', now(), 40, now())""")
			.param("service", this.catalog.service(SLUG).orElseThrow().id().value())
			.update();
		this.jdbc
			.sql("""
					insert into survey.follow_up (id, agency, period, item, action, owner, due_on, created_by, created_at, version)
					values (:id, 'disdukcapil', '2026-s2', 'U3', 'Menambah loket pada hari Senin', 'Bidang Pelayanan', '2027-01-31',
						gen_random_uuid(), now(), 0)""")
			.param("id", this.followUp)
			.update();
	}

	private void answer(String instrument, int people, IntBinaryOperator mark) {
		this.answers.add(instrument, SLUG, people, Instant.parse("2026-11-02T03:00:00Z"), Duration.ofHours(1), mark);
	}

	/** What others look at stays as it was. */
	@AfterAll
	void close() {
		this.worker.close();
		this.citizen.close();
		this.jdbc.sql("delete from survey.follow_up where id = ?").param(this.followUp).update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpForCitizens(String language) {
		look(this.citizen, "survei-lanjut", drawn("/survei/spmb/lanjut"), language);
		look(this.citizen, "survei-loket", "/survei/loket/" + SLUG, language);
		String link = this.invitations.afterComplaint(ComplaintId.random(), 0,
				this.catalog.service(SLUG).orElseThrow().id(), new AgencyId(SLUG));
		look(this.citizen, "survei-pengaduan", drawn(link), language);
		look(this.citizen, "survei-gangguan", drawn(afterOutage()), language);
		String over = afterOutage();
		this.jdbc.sql("update survey.invitation set expires_at = now() - interval '1 day' where id = ?")
			.param(id(over))
			.update();
		look(this.citizen, "survei-berakhir", over, language);
	}

	private String afterOutage() {
		return this.invitations.afterOutage(OutageId.random(), this.catalog.service(SLUG).orElseThrow().id(),
				UUID.randomUUID());
	}

	/** The first bytes of its link. */
	private static UUID id(String link) {
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(link.substring(link.lastIndexOf('/') + 1)));
		return new UUID(bytes.getLong(), bytes.getLong());
	}

	/** The address of the questions somebody gets there. */
	private String drawn(String path) {
		this.citizen.page().navigate(path);
		String address = this.citizen.page().url();
		return address.substring(address.indexOf("/survei"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpForTheStaff(String language) {
		look(this.worker, "survei-hasil", "/petugas/survei", language);
		look(this.worker, "survei-hasil-layanan", "/petugas/survei/" + SLUG, language);
		look(this.worker, "survei-hasil-kota", "/petugas/survei/kota", language);
		look(this.worker, "survei-tindak-lanjut-baru", "/petugas/survei/tindak-lanjut/baru", language);
		look(this.worker, "survei-hasil-opd", "/petugas/survei/opd/" + SLUG, language);
		look(this.worker, "survei-tindak-lanjut", "/petugas/survei/tindak-lanjut?periode=2026-s2", language);
		look(this.worker, "survei-tindak-lanjut-satu", "/petugas/survei/tindak-lanjut/" + this.followUp, language);
		look(this.worker, "survei-admin", "/admin/survei", language);
		look(this.worker, "survei-kuesioner", "/admin/survei/skm", language);
		look(this.worker, "survei-kata", "/admin/survei/short/ubah", language);
		look(this.worker, "survei-lonjakan", "/admin/survei/lonjakan", language);
		look(this.worker, "survei-pengguna", "/admin/survei/pengguna", language);
	}

	private static void look(Inspection who, String name, String path, String language) {
		who.inspect(new PublicPage(name, path, 200), language, true);
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void tapsAndTellsMore(boolean javaScript) {
		try (BrowserContext context = this.portal.open(javaScript, PHONE, HEIGHT)) {
			Page page = context.newPage();
			// With and without JavaScript are two people here, told apart by what they
			// rate.
			String slug = javaScript ? "bapenda" : "dispora";
			page.navigate("/layanan/" + slug);
			page.locator(".rate button").first().click();
			page.waitForURL("**/survei/" + slug + "/terima-kasih");
			page.locator("main a.btn").click();
			page.locator("main form[method=post] button[type=submit]").first().click();
			assertThat(page.locator(".error-summary")).isVisible();
			for (Locator field : page.locator("main fieldset").all()) {
				field.locator("input[type=radio]").first().check();
			}
			page.locator("#kata").fill("Halamannya sering macet");
			if (javaScript) {
				page.locator(".lang-switch").click();
			}
			else {
				page.locator("main button[name=bahasa]").click();
			}
			assertThat(page.locator("html")).hasAttribute("lang", "en");
			assertThat(page.locator("#kata")).hasValue("Halamannya sering macet");
			assertThat(page.locator("main input[type=radio]:checked")).hasCount(page.locator("main fieldset").count());
			page.locator("main form[method=post] button[type=submit]").first().click();
			page.waitForURL(Pattern.compile(".*/survei/terima-kasih\\?lang=en$"));
			assertThat(page.locator(".panel h1")).hasText("Thank you");
			page.navigate("/survei/" + slug + "/lanjut");
			page.waitForURL("**/survei/terima-kasih");
		}
	}

	@Test
	void printsResultsAndPosterWell() {
		try (BrowserContext context = this.portal.open(true, 794, 1123)) {
			Page page = context.newPage();
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			page.navigate("/survei/loket/" + SLUG + "/cetak");
			assertThat(page.locator("svg.qr")).isVisible();
			assertThat(page.locator(".screen-only")).isHidden();
			assertThat(page.locator(".site-nav")).isHidden();
			Shot.take(page, "cetak-poster", ColorScheme.LIGHT, "id");
			page.navigate("/mutu/skm/2026-s2");
			assertThat(page.locator(".figures")).isVisible();
			assertThat(page.locator(".breadcrumb")).isHidden();
			Shot.take(page, "cetak-skm", ColorScheme.LIGHT, "id");
		}
	}

}
