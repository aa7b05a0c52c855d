package id.tangerangkota.layanan.browser;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Words;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Complaints everybody reads, and those one reported oneself. */
@BrowserTest
class ReportsBrowserTests {

	private static final AgencyId ROADS = new AgencyId("dpupr");

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private static final Actor OFFICER = Actor.staff(AccountId.random(), Set.of(Role.OFFICER), ROADS);

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	private static final List<String> OWN = List.of("", "/balas", "/buka-lagi", "/nilai", "/tarik", "/sunting",
			"/anonim");

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private CaseDesk cases;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Regions regions;

	@Autowired
	private JdbcClient jdbc;

	private Portal portal;

	private Inspection guest;

	private Inspection reporter;

	private Receipt late;

	private Receipt resolved;

	private Receipt rejected;

	private Receipt master;

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.late = started("Lubang besar di depan pasar Anyar", "jalan-rusak");
		answer(this.late, "Kami sudah mengukur lubangnya. Aspal dipesan dan datang hari Kamis.");
		this.jdbc.sql("""
				update complaint.complaint set resolve_on = current_date - 2, resolve_at = now() - interval '2 days',
				resolve_starts = now() - interval '20 days', due_at = now() - interval '2 days',
				received_at = now() - interval '21 days', supporters = 14 where id = ?""")
			.param(this.late.complaint().value())
			.update();
		this.resolved = started("Lampu jalan mati tiga malam di Jalan Kenanga", "pju");
		as(OFFICER, this.resolved, (shown) -> this.cases.resolve(shown, words("Lampunya sudah kami ganti.")));
		this.rejected = file("Jalan provinsi bergelombang", "jalan-rusak", 3);
		as(COORDINATOR, this.rejected,
				(shown) -> this.cases.reject(shown, Rejection.NOT_OURS, "Jalan ini milik Provinsi Banten."));
		this.master = verified("Sampah menumpuk di pinggir kali", "sampah");
		Receipt other = verified("Sampah di kali lagi", "sampah");
		as(COORDINATOR, other, (shown) -> this.cases.merge(shown, this.master.ticket()));
		photos(this.late.complaint());
		List<SubDistrict> places = this.regions.subDistricts();
		for (int i = 0; i < 24; i++) {
			Receipt one = file("Genangan setelah hujan nomor " + i, "drainase-banjir", (i * i) % places.size());
			as(COORDINATOR, one, (shown) -> this.cases.verify(shown, ROADS, "drainase-banjir", false, true));
		}
		this.guest = new Inspection(portal);
		this.reporter = new Inspection(portal);
	}

	private Receipt file(String subject, String category, int place) {
		SubDistrict where = this.regions.subDistricts().get(place);
		return this.desk.file(new Submission(UUID.randomUUID(), Channel.WEB, ComplaintKind.COMPLAINT, category, null,
				new ComplaintPlace(where.code(), "Jalan Ahmad Yani, seberang kantor pos", where.latitude(),
						where.longitude()),
				subject,
				"Sudah tiga minggu keadaannya begini. Dua pengendara motor jatuh minggu lalu.\n\nMohon segera diperbaiki.",
				false, false, false, Reporter.nobody(Language.INDONESIAN), null, null));
	}

	private Receipt verified(String subject, String category) {
		Receipt receipt = file(subject, category, 40);
		as(COORDINATOR, receipt, (shown) -> this.cases.verify(shown, ROADS, category, false, true));
		return receipt;
	}

	private Receipt started(String subject, String category) {
		Receipt receipt = verified(subject, category);
		as(OFFICER, receipt, this.cases::start);
		return receipt;
	}

	private void answer(Receipt receipt, String text) {
		as(OFFICER, receipt, (shown) -> this.cases.answer(shown, words(text), false));
	}

	private static Words words(String text) {
		return new Words(text, null, null);
	}

	private interface Verb {

		void apply(Shown shown);

	}

	private void as(Actor actor, Receipt receipt, Verb verb) {
		int version = this.jdbc.sql("select version from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single();
		try (Acting acting = Acting.as(actor)) {
			verb.apply(new Shown(receipt.complaint(), version));
		}
	}

	private void photos(ComplaintId complaint) {
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		AttachmentId photo = this.attachments
			.store(draft, new ByteArrayInputStream(UploadFiles.jpeg(640, 480)), UploadOptions.photos(1))
			.id();
		this.attachments.attach(draft, List.of(photo), new AttachmentOwner("complaint", complaint.value()));
		this.jdbc.sql("update complaint.complaint set photos = 1 where id = ?").param(complaint.value()).update();
	}

	@AfterAll
	void close() {
		this.guest.close();
		this.reporter.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void everybodysPagesHoldUp(String language) {
		this.guest.inspect(new PublicPage("reports-full", "/pengaduan", 200), language, false);
		this.guest.inspect(new PublicPage("reports-filtered", "/pengaduan?status=terbuka&terlambat=ya", 200), language,
				false);
		this.guest.inspect(new PublicPage("reports-map-full", "/pengaduan/peta", 200), language, false);
		this.guest.inspect(new PublicPage("reports-score-full", "/pengaduan/kinerja", 200), language, false);
		this.guest.inspect(new PublicPage("report-late", "/pengaduan/" + this.late.ticket(), 200), language, false);
		this.guest.inspect(new PublicPage("report-merged", "/pengaduan/" + this.master.ticket(), 200), language, false);
		this.guest.inspect(new PublicPage("report-supported", "/pengaduan/" + this.late.ticket() + "/didukung", 200),
				language, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void reportersPagesHoldUp(String language) {
		track(this.reporter.page(), this.late);
		track(this.reporter.page(), this.resolved);
		track(this.reporter.page(), this.rejected);
		for (String step : OWN) {
			this.reporter.inspect(new PublicPage("own-resolved" + step.replace('/', '-'),
					"/pengaduan/saya/" + this.resolved.ticket() + step, 200), language, true);
		}
		this.reporter.inspect(new PublicPage("own-late", "/pengaduan/saya/" + this.late.ticket(), 200), language, true);
		this.reporter.inspect(
				new PublicPage("own-late-sunting", "/pengaduan/saya/" + this.late.ticket() + "/sunting", 200), language,
				true);
		this.reporter.inspect(new PublicPage("own-rejected", "/pengaduan/saya/" + this.rejected.ticket(), 200),
				language, true);
	}

	@Test
	void onesOwnListHoldsUp() {
		try (Inspection citizen = new Inspection(this.portal)) {
			String nik = Niks.next();
			People.register(citizen.page(), nik, "");
			citizen.page().navigate("/masuk");
			People.signIn(citizen.page(), nik, People.PASSWORD);
			citizen.page().waitForURL(Pattern.compile(".*/akun.*"));
			citizen.inspect(new PublicPage("own-list", "/akun/pengaduan", 200), "id", true);
			citizen.inspect(new PublicPage("own-track", "/pengaduan/lacak", 200), "en", true);
		}
	}

	static Stream<Arguments> both() {
		return Stream.of(true, false).map(Arguments::of);
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@MethodSource("both")
	void findNarrowAndSupportOnAPhone(boolean javaScript) {
		BrowserContext context = this.portal.open(javaScript, PHONE, HEIGHT);
		Page page = context.newPage();
		page.navigate("/pengaduan");
		page.locator(".filters > summary").click();
		page.locator("#kategori").selectOption("jalan-rusak");
		page.locator("#terlambat").check();
		page.locator(".filters button[type=submit]").click();
		assertThat(page.locator(".active-filters a")).hasCount(2);
		page.locator(".service-item a", new Page.LocatorOptions().setHasText("pasar Anyar")).click();
		assertThat(page.locator("h1")).hasText("Lubang besar di depan pasar Anyar");
		assertThat(page.locator(".page-head .tag-down")).hasText("Terlambat");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dukung laporan ini")).click();
		page.waitForURL("**/didukung");
		assertThat(page.locator("h1")).hasText("Terima kasih, dukungan Anda kami catat");
		context.close();
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@MethodSource("both")
	void answerWithAPhotoConfirmAndRate(boolean javaScript, @TempDir Path directory) throws Exception {
		Receipt mine = started("Trotoar pecah di Jalan Daan Mogot", "jalan-rusak");
		as(OFFICER, mine, (shown) -> this.cases.ask(shown, "Di sisi utara atau selatan?"));
		BrowserContext context = this.portal.open(javaScript, PHONE, HEIGHT);
		Page page = context.newPage();
		track(page, mine);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jawab pertanyaan petugas")).first().click();
		Path wrong = Files.write(directory.resolve("catatan.txt"), "bukan foto".getBytes());
		page.locator("#isi").fill("Di sisi utara, dekat halte.");
		page.locator("#foto").setInputFiles(wrong);
		Locator send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirim").setExact(true));
		send.click();
		assertThat(page.locator(".error-summary")).isVisible();
		assertThat(page.locator("#isi")).hasValue("Di sisi utara, dekat halte.");
		if (javaScript) {
			page.locator("#foto")
				.setInputFiles(Files.write(directory.resolve("besar.jpg"), new byte[11 * 1024 * 1024]));
			assertThat(page.locator("#foto")).hasJSProperty("validationMessage",
					"Foto ini terlalu besar. Pilih foto paling besar 10 MB.");
		}
		page.locator("#foto").setInputFiles(Files.write(directory.resolve("a.jpg"), UploadFiles.jpeg(320, 240)));
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tambahkan foto ini")).click();
		assertThat(page.locator("main")).containsText("1 foto sudah tersimpan");
		assertThat(page.locator("#isi")).hasValue("Di sisi utara, dekat halte.");
		page.locator("#foto").setInputFiles(Files.write(directory.resolve("b.jpg"), UploadFiles.jpeg(240, 320)));
		send.click();
		page.waitForURL("**/pengaduan/saya/" + mine.ticket());
		assertThat(page.locator(".timeline .photo-list img")).hasCount(2);
		as(OFFICER, mine, (shown) -> this.cases.resolve(shown, words("Trotoar sudah rata.")));
		page.reload();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ya, sudah selesai")).click();
		page.waitForURL("**/nilai?beres=ya");
		page.locator("input[name=nilai][value='4']").check();
		page.locator("input[name=beres][value=ya]").check();
		page.locator("main form button[type=submit]").click();
		page.waitForURL("**/pengaduan/saya/" + mine.ticket());
		assertThat(page.locator(".page-head .tag")).hasText("Selesai");
		assertThat(page.locator("aside")).containsText("4 dari 5");
		context.close();
	}

	private static void track(Page page, Receipt receipt) {
		page.navigate("/pengaduan/lacak");
		page.locator("#nomor").fill(receipt.ticket().toString());
		page.locator("#kodelacak").fill(receipt.code().grouped());
		page.locator("main form button[type=submit]").click();
		page.waitForURL("**/pengaduan/saya/" + receipt.ticket());
	}

}
