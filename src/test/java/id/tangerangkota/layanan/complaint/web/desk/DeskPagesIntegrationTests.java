package id.tangerangkota.layanan.complaint.web.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.Rendition;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseCounts.AgencyLoad;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.HeaderBadge;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.complaint.web.desk.DeskBrowser.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The pages of the desk, with good and bad input. */
@PortalTest
@RecordApplicationEvents
class DeskPagesIntegrationTests {

	private static final AgencyId ROADS = Complaints.ROADS;

	private static final String PASSWORD = "kopi pagi hujan deras";

	@Autowired
	private Complaints complaints;

	@Autowired
	private DeskBrowser browser;

	@Autowired
	private CaseBadge badge;

	@Autowired
	private CaseCounts counts;

	@Autowired
	private PasswordHashing hashing;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Attachments attachments;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private TransactionTemplate transaction;

	private Actor officer;

	private Actor coordinator;

	@BeforeEach
	void join() {
		this.officer = this.browser.staff(Role.OFFICER, ROADS);
		this.coordinator = this.browser.staff(Role.COORDINATOR, null);
	}

	private Document open(String path, Actor actor) {
		MvcTestResult result = this.browser.get(path, actor);
		assertThat(result).as(path).hasStatusOk();
		return DeskBrowser.page(result);
	}

	/** The code stands on the receipt they print at the counter. */
	@Test
	void opensNoReportAsItsReporter() {
		Receipt receipt = this.complaints.resolved();
		String track = "/pengaduan/lacak";
		assertThat(this.browser.postFrom(QUEUE, track, this.officer, "nomor", receipt.ticket().toString(), "kodelacak",
				receipt.code().grouped()))
			.hasStatus(422)
			.bodyText()
			.contains("Anda masuk sebagai petugas");
		assertThat(open(track, this.officer).select("#kodelacak")).isEmpty();
		assertThat(this.browser.get("/pengaduan/saya/" + receipt.ticket() + "/nilai", this.officer))
			.hasRedirectedUrl(track + "?nomor=" + receipt.ticket());
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.RESOLVED);
	}

	private static String path(Receipt receipt) {
		return QUEUE + "/" + receipt.ticket();
	}

	/** In the header of every page, and on the page of what there is to do. */
	@Test
	void tellsOfficersHowManyCasesWaitForThem() {
		AgencyId agency = new AgencyId("disnaker");
		Actor worker = this.browser.staff(Role.OFFICER, agency);
		Actor colleague = this.browser.staff(Role.OFFICER, agency);
		int before = waiting(worker);
		List<Receipt> cases = List.of(this.complaints.file(), this.complaints.file(), this.complaints.file());
		cases.forEach((receipt) -> this.complaints.verify(receipt.complaint(), agency));
		assertThat(waiting(worker)).isEqualTo(before + 3);
		this.complaints.as(colleague, cases.getFirst().complaint(), CaseDesk::start);
		assertThat(waiting(worker)).as("somebody else's").isEqualTo(before + 2);
		assertThat(waiting(colleague)).as("their own, too").isEqualTo(before + 3);
		this.complaints.as(colleague, cases.getFirst().complaint(),
				(desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		assertThat(waiting(colleague)).as("the citizen's turn").isEqualTo(before + 2);
		assertThat(badge(this.browser.staff(Role.LEADERSHIP, null))).as("only reads").isNull();
	}

	@Test
	void opensWithWhatNobodyHasTakenForWhoeverHasNothing() {
		AgencyId agency = new AgencyId("dpmptsp");
		Actor worker = this.browser.staff(Role.OFFICER, agency);
		Receipt receipt = this.complaints.file();
		this.complaints.verify(receipt.complaint(), agency);
		assertThat(open(QUEUE, worker).select("[aria-current=page]").text()).contains("Belum diambil");
		assertThat(open(QUEUE + "?tab=saya", worker).select("[aria-current=page]").text()).contains("Laporan saya");
		this.complaints.as(worker, receipt.complaint(), CaseDesk::start);
		assertThat(open(QUEUE, worker).select("[aria-current=page]").text()).contains("Laporan saya");
	}

	private int waiting(Actor actor) {
		return Objects.requireNonNull(badge(actor)).count();
	}

	private HeaderBadge.@Nullable Badge badge(Actor actor) {
		Acting.as(actor);
		try {
			return this.badge.badge();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	@Test
	void findsACaseByItsNumber() {
		Receipt receipt = this.complaints.verified();
		assertThat(this.browser.get(QUEUE + "?q=" + receipt.ticket().toString().toLowerCase().replace("-", "%20"),
				this.officer))
			.hasStatus(303)
			.hasRedirectedUrl(path(receipt));
	}

	@Test
	void findsCasesByTheirWords() {
		Receipt open = this.complaints.file(Complaints.submission("jalan-rusak"));
		this.jdbc.sql("update complaint.complaint set subject = 'Trotoar xylofon pecah' where id = ?")
			.param(open.complaint().value())
			.update();
		Document found = open(QUEUE + "?tab=verifikasi&q=xylofon", this.coordinator);
		assertThat(found.select(".queue .case-link").eachText()).singleElement()
			.asString()
			.contains("Trotoar xylofon pecah", open.ticket().toString());
		assertThat(open(QUEUE + "?tab=semua&q=xylofon", this.coordinator).select(".case-link")).hasSize(1);
		assertThat(open(QUEUE + "?tab=berjalan&q=tidakadakataini", this.coordinator).select("main").text())
			.contains("Tidak ada laporan di sini.");
	}

	@Test
	void narrowsTheList() {
		this.complaints.verified();
		for (String filter : List.of("opd=dpupr", "kategori=jalan-rusak", "jenis=complaint", "kelurahan=36.71.01.1001",
				"dari=2020-01-01", "sampai=9999-12-31")) {
			Document list = open(QUEUE + "?tab=berjalan&" + filter, this.coordinator);
			assertThat(list.select(".case-link")).as(filter).isNotEmpty();
			assertThat(list.select(".active-filters a")).as(filter).hasSize(1);
		}
		assertThat(open(QUEUE + "?tab=berjalan&kategori=jalan-rusak&jenis=aspiration", this.coordinator)
			.select(".case-link")).isEmpty();
		assertThat(open(QUEUE + "?tab=berjalan&sampai=2020-01-01", this.coordinator).select(".case-link")).isEmpty();
	}

	@Test
	void countsInEachTabWhatTheFiltersLetThrough() {
		AgencyId agency = new AgencyId("bappeda");
		Receipt taken = this.complaints.file();
		Receipt free = this.complaints.file();
		List.of(taken, free).forEach((receipt) -> this.complaints.verify(receipt.complaint(), agency));
		Actor worker = this.browser.staff(Role.OFFICER, agency);
		this.complaints.as(worker, taken.complaint(), CaseDesk::start);
		Document page = open(QUEUE + "?tab=semua&opd=bappeda", this.coordinator);
		assertThat(page.select("#jumlah").text()).isEqualTo("2 laporan");
		assertThat(page.select(".desk-tabs li").eachText()).contains("Semua 2", "Berjalan 2", "Belum diambil 1",
				"Perlu verifikasi 0");
		assertThat(open(QUEUE + "?tab=semua&opd=bappeda&q=tidakadakataini", this.coordinator).select(".desk-tabs li")
			.eachText()).contains("Semua 0", "Berjalan 0");
	}

	@Test
	void narrowsTheListToAColleague() {
		AgencyId agency = new AgencyId("bpkd");
		Actor worker = this.browser.staff(Role.OFFICER, agency);
		Actor colleague = this.browser.staff(Role.OFFICER, agency);
		Actor stranger = this.browser.staff(Role.OFFICER, new AgencyId("dishub"));
		Receipt mine = this.complaints.file();
		Receipt theirs = this.complaints.file();
		List.of(mine, theirs).forEach((receipt) -> this.complaints.verify(receipt.complaint(), agency));
		this.complaints.as(worker, mine.complaint(), CaseDesk::start);
		this.complaints.as(colleague, theirs.complaint(), CaseDesk::start);
		Document page = open(QUEUE + "?tab=semua&pegawai=" + colleague.requireAccount(), worker);
		assertThat(page.select(".case-link").eachText()).singleElement()
			.asString()
			.contains(theirs.ticket().toString());
		assertThat(page.select("#pegawai option").eachAttr("value"))
			.contains(worker.requireAccount().toString(), colleague.requireAccount().toString())
			.doesNotContain(stranger.requireAccount().toString());
		assertThat(page.select("#pegawai option[selected]").val()).isEqualTo(colleague.requireAccount().toString());
		assertThat(page.select(".active-filters a")).hasSize(1);
		assertThat(page.select(".desk-tabs li").eachText()).contains("Semua 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tab=apa", "pegawai=siapa", "opd=A%20B", "jenis=apa", "kelurahan=36.71.01", "layanan=1",
			"dari=kapan", "sampai=2026-02-30" })
	void saysWhatItDoesNotKnow(String query) {
		assertThat(this.browser.get(QUEUE + "?" + query, this.coordinator)).hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?halaman=0", "?halaman=x", "?halaman=999", "/LKS-2026-000001-1", "/LKS-2026-999999-9",
			"/apa", "/templat/00000000-0000-0000-0000-000000000000" })
	void findsNothingWhereNothingIs(String path) {
		assertThat(this.browser.get(QUEUE + path, this.coordinator)).hasStatus(404);
	}

	@Test
	void sendsAPartToAnOpenPage() {
		MvcTestResult part = this.browser.getPart(QUEUE + "?tab=berjalan", this.coordinator);
		assertThat(part).hasStatusOk();
		Document html = DeskBrowser.page(part);
		assertThat(html.select("#antrean")).hasSize(1);
		assertThat(html.select("main, header")).isEmpty();
		Receipt receipt = this.complaints.verified();
		MvcTestResult ticket = this.browser.getPart(QUEUE + "?q=" + receipt.ticket(), this.coordinator);
		assertThat(ticket).hasStatus(204);
		assertThat(ticket.getResponse().getHeader("HX-Redirect")).isEqualTo(path(receipt));
	}

	@Test
	void showsAllThereIsToKnow() {
		Receipt receipt = this.complaints.resolved();
		this.browser.post(path(receipt) + "/catatan", this.officer, "versi", version(receipt), "isi",
				"Aspalnya masih dingin");
		Document page = open(path(receipt), this.coordinator);
		assertThat(page.select("h1").text()).isEqualTo("Lubang besar di depan pasar");
		assertThat(page.select(".case-words").text()).contains("dua motor jatuh");
		assertThat(page.select(".fact-list").text()).contains("Jalan Kenanga depan pasar", "-6.178300, 106.631900",
				"Identitas tidak ditampilkan", "Semua orang");
		assertThat(page.select(".case-timeline > li").eachText()).hasSize(5);
		assertThat(page.select(".entry-staff").text()).contains("Aspalnya masih dingin", "Catatan internal");
		assertThat(page.select(".entry-public").text()).contains("Lubang sudah kami tutup.")
			.doesNotContain("Aspalnya masih dingin");
		assertThat(page.select("#tenggat ~ table tbody tr")).hasSize(3);
		assertThat(open(path(receipt) + "/cetak", this.coordinator).text()).doesNotContain("Aspalnya masih dingin");
		assertThat(open(path(receipt) + "/cetak?catatan=ya", this.coordinator).text())
			.contains("Aspalnya masih dingin");
		open(path(receipt) + "?lang=en", this.coordinator);
	}

	@Test
	void showsWhatChecksKnewWhenItWasFiled() {
		Receipt receipt = this.complaints.file(new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = 'disdukcapil'").query(UUID.class).single()));
		assertThat(open(path(receipt) + "/cetak", this.coordinator).select(".summary-list").text())
			.contains("Layanan Dinas Kependudukan");
		assertThat(open(path(receipt), this.coordinator).select("dd:has(p)").eachText())
			.anyMatch((text) -> text.startsWith("Tidak dipantau"));
		this.jdbc.sql("update complaint.complaint set evidence = cast(? as jsonb) where id = ?")
			.params("""
					{"state": "DOWN", "since": "2026-07-01T02:48:00Z", "results": [
						{"at": "2026-07-01T02:59:00Z", "kind": "TCP", "host": "loket.example.go.id", "outcome": "DOWN",
							"cause": "TIMEOUT", "millis": 120},
						{"at": "2026-07-01T02:57:00Z", "host": "loket.example.go.id", "outcome": "UP"},
						{"at": "kapan", "outcome": "UP"}, {"at": "2026-07-01T02:56:00Z", "outcome": "OF_THE_FUTURE"}]}""",
					receipt.complaint().value())
			.update();
		assertThat(open(path(receipt), this.coordinator).select("dd:has(p) > p").eachText()).containsExactly(
				"Tidak dapat dibuka sejak 1 Jul 2026 pukul 09.48 WIB",
				"1 Jul 2026 pukul 09.59 WIB: loket.example.go.id, Tidak dapat dibuka",
				"1 Jul 2026 pukul 09.57 WIB: loket.example.go.id, Dapat dibuka");
		assertThat(open(path(receipt) + "?lang=en", this.coordinator).select("dd:has(p)").text())
			.contains("loket.example.go.id");
		this.jdbc.sql("update complaint.complaint set evidence = '[]' where id = ?")
			.param(receipt.complaint().value())
			.update();
		assertThat(open(path(receipt), this.coordinator).select("dd:has(p)").text())
			.contains("Tidak ada hasil pemeriksaan.");
	}

	/** Nobody types these: a page keeps them. */
	@Test
	void refusesWhatNoPageSends() {
		Receipt receipt = this.complaints.started();
		for (String field : List.of("versi", "sampai", "lampiran")) {
			assertThat(this.browser.post(path(receipt) + "/catatan", this.officer, field, "abc", "isi", "Cek"))
				.as(field)
				.hasStatus(400);
		}
		assertThat(this.browser.post(QUEUE + "/templat/baru", this.officer, "versi", "abc", "isi", "")).hasStatus(400);
	}

	private String version(Receipt receipt) {
		return String.valueOf(this.complaints.shown(receipt.complaint()).version());
	}

	@Test
	void leadsThroughTheWholeWay() {
		Receipt receipt = this.complaints.file();
		act(receipt, "verifikasi", this.coordinator, "opd", "dpupr", "kategori", "jalan-rusak", "umum", "ya");
		act(receipt, "mulai", this.officer);
		act(receipt, "tanya", this.officer, "isi", "Di sisi jalan yang mana?");
		act(receipt, "lanjutkan", this.officer);
		act(receipt, "jawab", this.officer, "isi", "Kami datang besok.");
		act(receipt, "selesai", this.officer, "isi", "Lubang sudah kami tutup.");
		act(receipt, "konfirmasi", this.coordinator);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.CLOSED);
	}

	private void act(Receipt receipt, String step, Actor actor, String... fields) {
		Document form = open(path(receipt) + "/" + step, actor);
		MvcTestResult done = this.browser.post(path(receipt) + "/" + step, actor, DeskBrowser.fields(form, fields));
		assertThat(done).as(step + " " + DeskBrowser.page(done).select(".error-summary").text()).hasStatus(303);
	}

	/**
	 * Whoever verifies or answers reads it there, and takes words out where they stand.
	 */
	@Test
	void showsTheReportWhereSomethingIsDoneAboutIt() {
		Receipt receipt = this.complaints.started();
		String words = open(path(receipt), Complaints.OFFICER).select(".case-words").text();
		assertThat(words).isNotEmpty();
		assertThat(List.of("jawab", "tolak")).allSatisfy((step) -> assertThat(
				open(path(receipt) + "/" + step, Complaints.OFFICER).select("details[open] .case-words").text())
			.isEqualTo(words));
		assertThat(open(path(receipt) + "/samarkan", Complaints.OFFICER).select(".case-words")).isEmpty();
	}

	@Test
	void putsOneThingToDoFirst() {
		Receipt receipt = this.complaints.started();
		Document page = open(path(receipt), Complaints.OFFICER);
		assertThat(page.select("main .btn").eachText()).containsExactly("Jawab warga");
		assertThat(page.select(".action-list a").eachText()).contains("Nyatakan selesai", "Tolak laporan")
			.doesNotContain("Jawab warga");
		assertThat(page.select("details:not([open]) .action-list")).hasSize(1);
		assertThat(page.select("main h2").first().text()).isEqualTo("Langkah berikutnya");
		Document others = open(path(receipt), this.coordinator);
		assertThat(others.select("main .btn")).isEmpty();
		assertThat(others.select(".next-step").text()).contains("tidak ada yang perlu Anda lakukan");
		assertThat(open(path(receipt), this.browser.staff(Role.LEADERSHIP, null)).select(".next-step")).isEmpty();
	}

	@Test
	void letsNobodyConfirmTheirOwnWork() {
		Receipt receipt = this.complaints.started();
		Actor both = Actor.staff(AccountId.random(), Set.of(Role.OFFICER, Role.COORDINATOR), ROADS);
		act(receipt, "selesai", both, "isi", "Sudah.");
		assertThat(open(path(receipt), both).select(".next-step").text()).doesNotContain("Konfirmasi");
		MvcTestResult tried = this.browser.post(path(receipt) + "/konfirmasi", both, "versi", version(receipt));
		assertThat(tried).hasStatus(422).bodyText().contains("Anda yang menyelesaikan laporan ini");
	}

	@Test
	void offersNoEndToWhoeverDecidedBefore() {
		Receipt receipt = this.complaints.verified();
		act(receipt, "selesai", this.officer, "isi", "Sudah.");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Lubangnya masih ada."));
		assertThat(open(path(receipt), this.officer).select(".action-list a").eachAttr("href"))
			.noneMatch((href) -> href.matches(".*/(selesai|tolak|alihkan|gabungkan)(\\?.*)?"))
			.anyMatch((href) -> href.contains("/jawab"));
		assertThat(this.browser.post(path(receipt) + "/alihkan", this.officer, "versi", version(receipt), "tujuan",
				"OMBUDSMAN", "isi", "Ke sana."))
			.hasStatus(422)
			.bodyText()
			.contains("Warga belum puas dengan keputusan Anda");
	}

	@Test
	void writesANoteOnceThatIsSentTwice() {
		Receipt receipt = this.complaints.started();
		Document form = open(path(receipt) + "/catatan", this.officer);
		for (int i = 0; i < 2; i++) {
			assertThat(this.browser.post(path(receipt) + "/catatan", this.officer,
					DeskBrowser.fields(form, "isi", "Aspal sudah dipesan.")))
				.hasStatus(303);
		}
		assertThat(open(path(receipt), this.officer).select(".case-timeline").text())
			.containsOnlyOnce("Aspal sudah dipesan.");
	}

	@Test
	void offersConfirmingToCoordinatorsAlone() {
		Receipt receipt = this.complaints.resolved();
		Actor head = this.browser.staff(Role.AGENCY_HEAD, ROADS);
		assertThat(open(path(receipt), head).select(".next-step").text()).doesNotContain("Konfirmasi");
		assertThat(this.browser.post(path(receipt) + "/konfirmasi", head, "versi", version(receipt))).hasStatus(403);
		assertThat(open(path(receipt), this.coordinator).select(".next-step").text()).contains("Konfirmasi");
	}

	@Test
	void keepsWhatTheSecondOfficerTyped() {
		Receipt receipt = this.complaints.started();
		Actor second = this.browser.staff(Role.OFFICER, ROADS);
		Document form = open(path(receipt) + "/jawab", this.officer);
		act(receipt, "catatan", second, "isi", "Saya sudah menelepon kontraktor.");
		act(receipt, "tanya", second, "isi", "Di depan toko yang mana?");
		MvcTestResult late = this.browser.post(path(receipt) + "/jawab", this.officer,
				DeskBrowser.fields(form, "isi", "Kami akan datang hari Senin."));
		assertThat(late).hasStatus(409);
		Document again = DeskBrowser.page(late);
		assertThat(again.select("#isi").val()).isEqualTo("Kami akan datang hari Senin.");
		assertThat(again.select(".changed").text())
			.contains("Saya sudah menelepon kontraktor.", "Di depan toko yang mana?", "Menunggu jawaban warga")
			.doesNotContain("Laporan diterima");
		assertThat(this.browser.post(path(receipt) + "/jawab", this.officer,
				DeskBrowser.fields(again, "isi", again.select("#isi").val())))
			.hasStatus(303);
		assertThat(open(path(receipt), this.officer).select(".case-timeline").text())
			.contains("Kami akan datang hari Senin.");
	}

	@Test
	void refusesWhatIsNotWholeAndKeepsTheRest() {
		Receipt receipt = this.complaints.verified();
		Document form = open(path(receipt) + "/tolak", this.officer);
		MvcTestResult bad = this.browser.post(path(receipt) + "/tolak", this.officer,
				DeskBrowser.fields(form, "isi", "x".repeat(5001)));
		assertThat(bad).hasStatus(422);
		Document page = DeskBrowser.page(bad);
		assertThat(page.title()).startsWith("Kesalahan:");
		assertThat(page.select(".error-summary a").eachAttr("href")).as("in the order of the fields")
			.containsExactly("#alasan", "#isi");
		assertThat(page.select("#isi").val()).hasSize(5001);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
	}

	@Test
	void goesOnWithTheNextCase() {
		Receipt first = this.complaints.verified();
		this.complaints.verified();
		String queue = "tab=berjalan&opd=dpupr";
		Document form = open(path(first) + "/jawab?antrean=tab%3Dberjalan%26opd%3Ddpupr", this.coordinator);
		assertThat(form.select("button[value=berikutnya]").text())
			.isEqualTo("Kirim jawaban, lalu buka laporan berikutnya");
		MvcTestResult done = this.browser.post(path(first) + "/jawab", this.coordinator,
				DeskBrowser.fields(form, "isi", "Kami cek.", "aksi", "berikutnya"));
		assertThat(done).hasStatus(303);
		assertThat(done.getResponse().getRedirectedUrl()).startsWith(QUEUE + "/LKS-")
			.doesNotContain(first.ticket().toString())
			.endsWith("antrean=" + java.net.URLEncoder.encode(queue, StandardCharsets.UTF_8));
	}

	@Test
	void beginsWithATextAndKeepsWhatStandsThere() {
		Receipt receipt = this.complaints.started();
		Document form = open(path(receipt) + "/jawab", this.officer);
		String template = form.select("#templat option")
			.stream()
			.filter((option) -> option.text().equals("Laporan sedang kami tangani"))
			.findFirst()
			.orElseThrow()
			.val();
		MvcTestResult put = this.browser.post(path(receipt) + "/jawab", this.officer,
				DeskBrowser.fields(form, "isi", "Selamat siang.", "templat", template, "aksi", "templat"));
		assertThat(put).hasStatusOk();
		assertThat(DeskBrowser.page(put).select("#isi").val()).startsWith("Selamat siang.\n\nTerima kasih")
			.contains(receipt.ticket().toString())
			.doesNotContain("{");
	}

	/** Signs that are drawn as nothing. */
	@Test
	void takesNoTextNobodySees() {
		Receipt receipt = this.complaints.started();
		String nothing = "\u200b\u2060 \u3164";
		for (String step : List.of("jawab", "selesai", "tolak", "catatan")) {
			assertThat(this.browser.post(path(receipt) + "/" + step, this.officer, "versi", version(receipt), "isi",
					nothing, "alasan", "UNCLEAR"))
				.as(step)
				.hasStatus(422);
		}
		assertThat(this.browser.post(path(receipt) + "/pisahkan", this.officer, "versi", version(receipt), "perihal",
				nothing, "isi", "Lampu di sana mati.", "kategori", "pju"))
			.hasStatus(422);
		assertThat(this.browser.post(QUEUE + "/templat/baru", this.officer, "versi", "0", "guna", "ANSWER", "nama",
				nothing, "isi", "Kami cek.", "opd", ""))
			.hasStatus(422);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.IN_PROGRESS);
	}

	@Test
	void beginsWithBothLanguagesForWhoReadsEnglish() {
		Receipt receipt = this.complaints
			.file(Complaints.by(Complaints.submission("jalan-rusak"), Reporter.nobody(Language.ENGLISH)));
		this.complaints.verify(receipt.complaint(), ROADS);
		Document form = open(path(receipt) + "/jawab", this.officer);
		String template = form.select("#templat option:contains(Laporan sedang kami tangani)").val();
		String text = DeskBrowser.page(this.browser.post(path(receipt) + "/jawab", this.officer,
				DeskBrowser.fields(form, "isi", "", "templat", template, "aksi", "templat")))
			.select("#isi")
			.val();
		assertThat(text).startsWith("Terima kasih").contains("\n\n(English) ").doesNotContain("{");
		assertThat(text.substring(text.indexOf("(English)"))).contains(receipt.ticket().toString())
			.doesNotContain("Terima kasih");
	}

	@Test
	void sendsNoTextWithPlacesLeftOpen() {
		Receipt receipt = this.complaints.started();
		Document form = open(path(receipt) + "/jawab", this.officer);
		MvcTestResult refused = this.browser.post(path(receipt) + "/jawab", this.officer,
				DeskBrowser.fields(form, "isi", "Petugas datang pada [tanggal]."));
		assertThat(refused).hasStatus(422).bodyText().contains("Isi bagian [tanggal] dahulu");
		assertThat(DeskBrowser.page(refused).select("#isi").val()).isEqualTo("Petugas datang pada [tanggal].");
		assertThat(open(path(receipt), this.officer).text()).doesNotContain("Petugas datang");
		assertThat(this.browser.post(path(receipt) + "/catatan", this.officer,
				DeskBrowser.fields(open(path(receipt) + "/catatan", this.officer), "isi", "Lihat [nota].")))
			.as("notes are for the staff")
			.hasStatus(303);
	}

	@Test
	void keepsPhotosOfAnAnswer() {
		Receipt receipt = this.complaints.started();
		AttachmentId before = this.complaints.photo(receipt);
		Document form = open(path(receipt) + "/selesai", this.officer);
		MvcTestResult empty = this.browser.upload(path(receipt) + "/selesai", this.officer, UploadFiles.jpeg(64, 48),
				DeskBrowser.fields(form, "isi", ""));
		assertThat(empty).hasStatus(422).bodyText().contains("1 foto sudah tersimpan");
		MvcTestResult broken = this.browser.upload(path(receipt) + "/selesai", this.officer,
				"bukan foto".getBytes(StandardCharsets.UTF_8), DeskBrowser.fields(form, "isi", "Sudah."));
		assertThat(broken).hasStatus(422).bodyText().contains("Kami tidak dapat menerima jenis berkas ini");
		MvcTestResult done = this.browser.post(path(receipt) + "/selesai", this.officer,
				DeskBrowser.fields(form, "isi", "Sudah kami tutup."));
		assertThat(done).hasStatus(303);
		Document page = open(path(receipt), this.officer);
		Elements sides = page.select(".before-after > div");
		assertThat(sides.select("h3").eachText()).containsExactly("Dari pelapor", "Setelah ditangani");
		assertThat(sides.first().select("img").eachAttr("src")).containsExactly("/berkas/" + before + "/kecil");
		assertThat(sides.last().select("img")).hasSize(1);
		String photo = page.select(".case-timeline .photos a").first().attr("href").replaceFirst(".*/", "");
		String cover = path(receipt) + "/foto/" + photo;
		Document covering = open(cover, this.officer);
		assertThat(this.browser.post(cover, this.officer)).hasStatus(422);
		act(receipt, "jawab", this.officer, "isi", "Kami tutup wajah di foto.");
		assertThat(this.browser.upload(cover, this.officer, UploadFiles.jpeg(50, 40), DeskBrowser.fields(covering)))
			.hasStatus(409)
			.bodyText()
			.contains("Orang lain lebih dulu mengubah");
		assertThat(redactions(receipt)).isEmpty();
		assertThat(this.browser.upload(cover, this.officer, UploadFiles.jpeg(50, 40), "versi", version(receipt)))
			.hasStatus(303);
		assertThat(redactions(receipt)).containsExactly(photo);
		assertThat(open(path(receipt), this.officer).select(".entry-head").eachText())
			.contains("Sebagian isi atau lampiran disamarkan");
		assertThat(this.browser.get(cover, this.browser.staff(Role.OFFICER, new AgencyId("dishub")))).hasStatus(404);
		assertThat(this.browser.get(path(this.complaints.verified()) + "/foto/" + photo, this.officer)).hasStatus(404);
	}

	@Test
	void showsBothBeforeTheyAreOne() {
		Receipt one = this.complaints.verified();
		Receipt other = this.complaints.verified();
		Document form = open(path(one) + "/gabungkan", this.officer);
		assertThat(this.browser.post(path(one) + "/gabungkan", this.officer,
				DeskBrowser.fields(form, "nomor", "LKS-2026-000000-0", "aksi", "cari")))
			.hasStatus(422);
		assertThat(this.browser.post(path(one) + "/gabungkan", this.officer,
				DeskBrowser.fields(form, "nomor", one.ticket().toString(), "aksi", "cari")))
			.hasStatus(422);
		MvcTestResult shown = this.browser.post(path(one) + "/gabungkan", this.officer,
				DeskBrowser.fields(form, "nomor", other.ticket().toString(), "aksi", "cari"));
		assertThat(shown).hasStatusOk();
		assertThat(DeskBrowser.page(shown).select(".compare").text())
			.contains(other.ticket().toString(), "Lubang besar", "Diterima", "Jalan Kenanga depan pasar")
			.doesNotContain("Berbeda");
		assertThat(this.complaints.status(one.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(this.browser.post(path(one) + "/gabungkan", this.officer,
				DeskBrowser.fields(form, "nomor", other.ticket().toString(), "aksi", "gabung")))
			.hasStatus(303);
		assertThat(open(path(other), this.officer).select("#gabungan ~ ul").text()).contains(one.ticket().toString());
		assertThat(open(path(one), this.officer).select(".fact-list").text()).contains(other.ticket().toString());
	}

	@Test
	void warnsBeforeReportsOfTwoAgenciesBecomeOne() {
		Receipt one = this.complaints.verified();
		Receipt other = this.complaints.file(new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = 'disdukcapil'").query(UUID.class).single()));
		this.complaints.verify(other.complaint(), new AgencyId("dishub"));
		Document form = open(path(one) + "/gabungkan", this.coordinator);
		Document shown = DeskBrowser.page(this.browser.post(path(one) + "/gabungkan", this.coordinator,
				DeskBrowser.fields(form, "nomor", other.ticket().toString(), "aksi", "cari")));
		assertThat(shown.select(".compare tr.differs th").eachText()).containsExactly("Layanan", "Lokasi",
				"Perangkat daerah");
		assertThat(shown.select(".compare").text()).contains("Dinas Perhubungan", "Berbeda");
		assertThat(shown.select(".compare .warning-text").text()).contains("Periksa dulu");
	}

	@Test
	void takesPhotosAndDocumentsOut() {
		Receipt receipt = this.complaints.started();
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		for (byte[] file : List.of(UploadFiles.jpeg(64, 48), UploadFiles.pdf())) {
			this.attachments.store(draft, new ByteArrayInputStream(file), UploadOptions.photos(2).andDocuments());
		}
		this.attachments.attach(draft, this.attachments.of(draft).stream().map(StoredAttachment::id).toList(),
				CaseFiles.of(receipt.complaint()));
		Document page = open(path(receipt), this.officer);
		assertThat(page.select(".photos a.small").eachText()).containsExactly("Tutup sebagian foto", "Hapus dokumen");
		for (String way : page.select(".photos a.small").eachAttr("href")) {
			Document form = open(way, this.officer);
			assertThat(this.browser.post(way + "/hapus", this.officer, "versi", "0")).hasStatus(409);
			assertThat(this.browser.post(way + "/hapus", this.browser.staff(Role.OFFICER, new AgencyId("dishub")),
					"versi", version(receipt)))
				.hasStatus(404);
			assertThat(this.browser.post(way + "/hapus", this.officer, "versi",
					form.select("form[action$=/hapus] [name=versi]").val()))
				.hasStatus(303);
		}
		assertThat(open(path(receipt), this.officer).select(".photos a.small")).isEmpty();
		assertThat(redactions(receipt)).hasSize(2);
	}

	@Test
	void showsAuditorsWhatWasTakenOutForAReason() throws IOException {
		Receipt receipt = this.complaints.started();
		byte[] photo = UploadFiles.jpeg(64, 48);
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		AttachmentId covered = this.attachments.store(draft, new ByteArrayInputStream(photo), UploadOptions.photos(1))
			.id();
		this.attachments.attach(draft, List.of(covered), CaseFiles.of(receipt.complaint()));
		this.complaints.as(this.coordinator, receipt.complaint(),
				(desk, shown) -> desk.redact(shown, null, "Lubang besar", "Lubang itu dalam."));
		byte[] before = bytes(covered);
		this.browser.upload(path(receipt) + "/foto/" + covered, this.officer, UploadFiles.jpeg(50, 40), "versi",
				version(receipt));
		Actor auditor = this.browser.staff(Role.AUDITOR, null);
		String ticket = receipt.ticket().toString();
		assertThat(this.browser.postFrom("/petugas/isi-asli", "/petugas/isi-asli", auditor, "nomor", ticket))
			.hasStatus(422)
			.bodyText()
			.contains("Pilih alasannya")
			.doesNotContain("dua motor jatuh");
		assertThat(DeskBrowser.page(this.browser.postFrom("/petugas/isi-asli", "/petugas/isi-asli", auditor))
			.select(".error-summary a")
			.eachText()).as("in the order of the page").containsExactly("Tulis nomor laporan.", "Pilih alasannya.");
		MvcTestResult found = this.browser.postFrom("/petugas/isi-asli", "/petugas/isi-asli", auditor, "nomor", ticket,
				"alasan", "AUDIT");
		assertThat(found).hasStatusOk().bodyText().contains("Lubang besar di depan pasar", "dua motor jatuh");
		String way = DeskBrowser.page(found).select("main form[action^=/petugas/isi-asli/]").attr("action");
		MvcTestResult file = this.browser.postFrom("/petugas/isi-asli", way, auditor, "nomor", ticket, "alasan",
				"LEGAL_DEMAND");
		assertThat(file).hasStatusOk()
			.headers()
			.hasHeaderSatisfying("Content-Disposition",
					(values) -> assertThat(values).singleElement().asString().startsWith("attachment"));
		assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(before).isNotEqualTo(bytes(covered));
		assertThat(this.events.stream(ComplaintAct.class)
			.filter((act) -> act.act() == ComplaintAct.Act.ORIGINALS_READ)
			.map(ComplaintAct::details))
			.containsExactly(Map.of("reason", "AUDIT"), Map.of("reason", "LEGAL_DEMAND", "photo", covered.toString()));
		assertThat(this.browser.postFrom("/petugas/isi-asli", "/petugas/isi-asli", auditor, "nomor",
				"LKS-2026-999999-9", "alasan", "AUDIT"))
			.hasStatus(422);
		assertThat(this.browser.get("/petugas/isi-asli", this.coordinator)).hasStatus(403);
		Actor inspector = this.browser.staff(Role.INSPECTOR, null);
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		assertThat(originals(auditor, conduct)).as("for the inspectorate alone").hasStatus(422);
		assertThat(originals(inspector, conduct)).hasStatusOk();
		assertThat(originals(inspector, receipt)).hasStatus(422);
	}

	private MvcTestResult originals(Actor actor, Receipt receipt) {
		return this.browser.postFrom("/petugas/isi-asli", "/petugas/isi-asli", actor, "nomor",
				receipt.ticket().toString(), "alasan", "AUDIT");
	}

	private byte[] bytes(AttachmentId id) throws IOException {
		try (InputStream content = this.attachments.open(id, Rendition.FULL).orElseThrow().content().get()) {
			return content.readAllBytes();
		}
	}

	/** What the audit trail says was covered or taken out. */
	private List<String> redactions(Receipt receipt) {
		return this.events.stream(ComplaintAct.class)
			.filter((act) -> act.act() == ComplaintAct.Act.REDACTED)
			.filter((act) -> act.subject().id().equals(receipt.complaint().toString()))
			.map((act) -> act.details().get("photo"))
			.filter(Objects::nonNull)
			.toList();
	}

	@Test
	void listsOtherReportsOfTheSamePersonWithoutSayingWho() {
		AccountId person = AccountId.random();
		Receipt first = ofRoads(this.complaints.file(person, "jalan-rusak"));
		Receipt second = ofRoads(this.complaints.file(person, "jalan-rusak"));
		Receipt elsewhere = this.complaints.file(person, "jalan-rusak");
		this.complaints.verify(elsewhere.complaint(), new AgencyId("dishub"));
		Receipt conduct = this.complaints.file(person, "pelayanan-aparatur");
		Receipt hidden = ofRoads(this.complaints.file(Complaints.secret(
				Complaints.by(Complaints.submission("jalan-rusak"), Reporter.of(person, Language.INDONESIAN)), true,
				false)));
		Receipt ofAnother = ofRoads(this.complaints.file(AccountId.random(), "jalan-rusak"));
		assertThat(others(first, this.officer)).containsExactly(second.ticket().toString());
		assertThat(others(second, this.officer)).containsExactly(first.ticket().toString());
		assertThat(others(ofAnother, this.officer)).isEmpty();
		assertThat(others(first, this.coordinator)).containsExactlyInAnyOrder(second.ticket().toString(),
				elsewhere.ticket().toString());
		Actor inspector = this.browser.staff(Role.INSPECTOR, null);
		assertThat(others(conduct, inspector)).as("nor what is not theirs").isEmpty();
		Actor leadership = this.browser.staff(Role.LEADERSHIP, null);
		assertThat(others(first, leadership)).contains(conduct.ticket().toString())
			.doesNotContain(hidden.ticket().toString());
		Document anonymous = open(path(hidden), this.coordinator);
		assertThat(anonymous.select("section[aria-labelledby=lainnya]").text())
			.contains("Pelapor anonim. Laporan lainnya tidak ditampilkan.");
		assertThat(others(hidden, this.coordinator)).isEmpty();
		assertThat(open(path(first), this.officer).select(".fact-list").text()).contains("Identitas tidak ditampilkan");
	}

	private Receipt ofRoads(Receipt receipt) {
		this.complaints.verify(receipt.complaint(), ROADS);
		return receipt;
	}

	private List<String> others(Receipt receipt, Actor actor) {
		return open(path(receipt), actor).select("section[aria-labelledby=lainnya] a")
			.eachAttr("href")
			.stream()
			.map((href) -> href.replaceFirst("\\?.*", "").replaceFirst(".*/", ""))
			.toList();
	}

	@Test
	void takesWordsOut() {
		Receipt receipt = this.complaints.started();
		act(receipt, "jawab", this.officer, "isi", "Hubungi Pak Budi.");
		Document page = open(path(receipt), this.officer);
		assertThat(page.select(".entry-public .entry-redact a")).isNotEmpty();
		String entry = page.select(".entry-public .entry-redact a")
			.first()
			.attr("href")
			.replaceFirst(".*catatan=([0-9a-f-]+).*", "$1");
		Document form = open(path(receipt) + "/samarkan?catatan=" + entry, this.officer);
		assertThat(form.select("#isi").val()).isEqualTo("Hubungi Pak Budi.");
		assertThat(this.browser.post(path(receipt) + "/samarkan", this.officer,
				DeskBrowser.fields(form, "isi", "Hubungi kantor kami.")))
			.hasStatus(422)
			.bodyText()
			.contains("Kata hanya dapat dihapus");
		assertThat(this.browser.post(path(receipt) + "/samarkan", this.officer,
				DeskBrowser.fields(form, "isi", "Hubungi Pak ***.")))
			.hasStatus(303);
		act(receipt, "samarkan", this.officer, "perihal", "Lubang di pasar", "isi", "Lubang dalam.");
		Document after = open(path(receipt), this.officer);
		assertThat(after.text()).doesNotContain("Pak Budi").contains("Hubungi Pak ***.");
		assertThat(after.select("h1").text()).isEqualTo("Lubang di pasar");
	}

	@Test
	void actsOnManyAtOnce() {
		Receipt one = this.complaints.verified();
		Receipt other = this.complaints.verified();
		Receipt changed = this.complaints.verified();
		String stale = value(changed);
		this.complaints.as(this.officer, changed.complaint(), CaseDesk::start);
		MvcTestResult done = this.browser.post(QUEUE + "/serentak", this.officer, "kasus", value(one), "kasus",
				value(other), "kasus", stale, "kasus", "Unsinn", "aksi", "ambil", "antrean", "tab=belum-diambil");
		assertThat(done).hasStatus(303).hasRedirectedUrl(QUEUE + "?tab=belum-diambil");
		assertThat(officerOf(one)).isEqualTo(this.officer.requireAccount().toString());
		assertThat(officerOf(other)).isEqualTo(this.officer.requireAccount().toString());
		assertThat(open(QUEUE, this.officer).text()).contains(one.ticket().toString(), other.ticket().toString());

		Receipt fresh = this.complaints.file();
		assertThat(this.browser.post(QUEUE + "/serentak", this.coordinator, "kasus", value(fresh), "aksi", "verifikasi",
				"tujuan", "dpupr", "antrean", "tab=verifikasi"))
			.hasStatus(303);
		assertThat(this.complaints.status(fresh.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
		for (String action : List.of("ambil", "tugaskan", "verifikasi", "apa")) {
			assertThat(this.browser.post(QUEUE + "/serentak", this.coordinator, "aksi", action)).hasStatus(303);
		}
	}

	@Test
	void givesCasesToAnotherOfficerOfTheAgencyOnly() {
		Actor head = this.browser.staff(Role.AGENCY_HEAD, ROADS);
		Actor colleague = this.browser.staff(Role.OFFICER, ROADS);
		Actor stranger = this.browser.staff(Role.OFFICER, new AgencyId("dishub"));
		Receipt one = this.complaints.verified();
		Receipt other = this.complaints.verified();
		assertThat(this.browser.post(QUEUE + "/serentak", head, "kasus", value(one), "kasus", value(other), "aksi",
				"tugaskan", "petugas", colleague.requireAccount().toString()))
			.hasStatus(303);
		assertThat(officerOf(one)).isEqualTo(colleague.requireAccount().toString());
		assertThat(officerOf(other)).isEqualTo(colleague.requireAccount().toString());
		for (Actor nobody : List.of(stranger, this.coordinator, Actor.citizen(AccountId.random()))) {
			String chosen = nobody.requireAccount().toString();
			assertThat(this.browser.post(QUEUE + "/serentak", head, "kasus", value(one), "aksi", "tugaskan", "petugas",
					chosen))
				.hasStatus(303);
			assertThat(this.browser.post(path(one) + "/tugaskan", head, "versi", version(one), "petugas", chosen))
				.hasStatus(422)
				.bodyText()
				.contains("Orang itu bukan petugas perangkat daerah ini.");
			assertThat(officerOf(one)).isEqualTo(colleague.requireAccount().toString());
		}
		String officer = this.officer.requireAccount().toString();
		assertThat(this.browser.post(path(one) + "/tugaskan", colleague, "versi", version(one), "petugas", officer))
			.as("to others gives it their head")
			.hasStatus(403);
		assertThat(this.browser.post(QUEUE + "/serentak", colleague, "kasus", value(one), "aksi", "tugaskan", "petugas",
				officer))
			.hasStatus(303);
		assertThat(officerOf(one)).isEqualTo(colleague.requireAccount().toString());
	}

	@Test
	void keepsWhatWasTickedWhereSomethingIsMissing() {
		Receipt one = this.complaints.file();
		Receipt other = this.complaints.file();
		String filter = "tab=verifikasi&kategori=jalan-rusak&dari=" + PageClock.day(Instant.now());
		this.jdbc.sql("update complaint.complaint set due_at = due_at - interval '90 days' where id in (?, ?)")
			.params(one.complaint().value(), other.complaint().value())
			.update();
		MvcTestResult missing = this.browser.post(QUEUE + "/serentak", this.coordinator, "kasus", value(one), "aksi",
				"verifikasi", "tujuan", "", "antrean", filter);
		assertThat(missing).hasStatus(422);
		Document page = DeskBrowser.page(missing);
		assertThat(page.select("input[name=kasus][checked]").eachAttr("value")).containsExactly(value(one));
		assertThat(page.select("input[name=kasus]").eachAttr("value")).contains(value(other));
		assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#tujuan");
		assertThat(page.select("#tujuan[aria-invalid=true]")).hasSize(1);
		assertThat(page.title()).startsWith("Kesalahan");
		assertThat(this.browser.get(page.select(".lang-switch").attr("href"), this.coordinator)).hasStatus(303)
			.hasRedirectedUrl(QUEUE + "?lang=en&" + filter);
	}

	@Test
	void leadsToTheCoordinatorWhereNobodyElseMayDecide() {
		AgencyId agency = new AgencyId("kesbangpol");
		Actor only = this.browser.staff(Role.OFFICER, agency);
		Receipt receipt = this.complaints.file();
		this.complaints.verify(receipt.complaint(), agency);
		act(receipt, "selesai", only, "isi", "Sudah.");
		assertThat(open(path(receipt), only).select(".hand-over")).as("nobody objected").isEmpty();
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Lubangnya masih ada."));
		assertThat(open(path(receipt), this.coordinator).select(".hand-over")).as("not theirs").isEmpty();
		Document page = open(path(receipt), only);
		assertThat(page.select(".next-step").text()).contains("tidak ada petugas lain");
		String[] fields = page.select(".hand-over input[type=hidden]:not([name=_csrf])")
			.stream()
			.flatMap((field) -> java.util.stream.Stream.of(field.attr("name"), field.val()))
			.toArray(String[]::new);
		MvcTestResult done = this.browser.post(page.select(".hand-over").attr("action"), only, fields);
		assertThat(done).hasStatus(303);
		assertThat(this.browser.get(path(receipt), only)).as("with the coordinators now").hasStatus(404);
		Document there = open(path(receipt), this.coordinator);
		assertThat(there.select(".fact-list").text()).contains("Dinas Komunikasi");
		assertThat(there.select(".entry-staff").text()).contains("tidak ada petugas lain");

		Receipt another = this.complaints.file();
		this.complaints.verify(another.complaint(), agency);
		act(another, "selesai", only, "isi", "Sudah.");
		this.complaints.asReporter(another, (citizen, key) -> citizen.reopen(key, "Lubangnya masih ada."));
		this.browser.staff(Role.AGENCY_HEAD, agency);
		assertThat(open(path(another), only).select(".hand-over")).as("the head may").isEmpty();
	}

	private String value(Receipt receipt) {
		return receipt.complaint() + ":" + version(receipt);
	}

	private String officerOf(Receipt receipt) {
		return this.jdbc.sql("select officer from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(String.class)
			.single();
	}

	@Test
	void keepsFiltersUnderAName() {
		this.browser.post(QUEUE + "/tampilan", this.officer, "nama", " Jalan   rusak ", "antrean",
				"tab=terlambat&kategori=jalan-rusak&lain=x");
		Document page = open(QUEUE, this.officer);
		assertThat(page.select(".view-list a").attr("href")).isEqualTo(QUEUE + "?tab=terlambat&kategori=jalan-rusak");
		assertThat(page.select(".view-list a").text()).isEqualTo("Jalan rusak");
		assertThat(open(QUEUE, this.coordinator).select(".view-list")).isEmpty();
		String id = page.select(".view-list input[name=id]").val();
		this.browser.post(QUEUE + "/tampilan/hapus", this.coordinator, "id", id);
		assertThat(open(QUEUE, this.officer).select(".view-list a")).hasSize(1);
		this.browser.post(QUEUE + "/tampilan/hapus", this.officer, "id", id);
		assertThat(open(QUEUE, this.officer).select(".view-list")).isEmpty();
		assertThat(this.browser.post(QUEUE + "/tampilan", this.officer, "nama", " ")).hasStatus(303);
	}

	@Test
	void handsOutTablesWithoutPeople() throws IOException {
		Receipt receipt = this.complaints.closed();
		MvcTestResult csv = this.browser.get(QUEUE + "/unduh.csv?tab=semua&kategori=jalan-rusak", this.coordinator);
		assertThat(csv).hasStatusOk();
		assertThat(csv.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		String text = new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("\ufeffNomor,Jenis,Kategori")
			.contains(receipt.ticket() + ",Pengaduan,", "Warga menyatakan selesai")
			.doesNotContain("Lubang", "Kenanga", "106.6");
		MvcTestResult xlsx = this.browser.get(QUEUE + "/unduh.xlsx?tab=semua&kategori=jalan-rusak&lang=en",
				this.coordinator);
		assertThat(xlsx).hasStatusOk();
		assertThat(contents(xlsx.getResponse().getContentAsByteArray())).contains(receipt.ticket().toString())
			.contains("Complaint")
			.doesNotContain("Lubang", "Kenanga", "106.6");
		assertThat(new String(this.browser
			.get(QUEUE + "/unduh.csv?tab=semua", this.browser.staff(Role.OFFICER, new AgencyId("dishub")))
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8)).doesNotContain(receipt.ticket().toString());
	}

	/** What a spreadsheet would run stands there as text. */
	@Test
	void disarmsFormulasInTables() {
		this.jdbc.sql("update catalog.agency set short_name = '=1+1' where code = 'dpupr'").update();
		try {
			this.complaints.verified();
			MvcTestResult csv = this.browser.get(QUEUE + "/unduh.csv?tab=semua&opd=dpupr", this.coordinator);
			assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
				.contains(",'=1+1,")
				.doesNotContain(",=1+1,");
		}
		finally {
			this.jdbc.sql("update catalog.agency set short_name = 'DPUPR' where code = 'dpupr'").update();
		}
	}

	private static String contents(byte[] content) throws IOException {
		Path file = Files.createTempFile("laporan", ".xlsx");
		try {
			Files.write(file, content);
			StringBuilder all = new StringBuilder();
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
				}
			}
			return all.toString();
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void keepsTexts() {
		assertThat(this.browser.post(QUEUE + "/templat/baru", this.officer, "nama", "", "isi", "")).hasStatus(422);
		assertThat(this.browser.post(QUEUE + "/templat/baru", this.officer, "versi", "0", "guna", "ANSWER", "nama",
				"Aspal kurang", "isi", "Kami menunggu aspal untuk {nomor}.", "opd", ""))
			.hasStatus(303);
		Document list = open(QUEUE + "/templat", this.officer);
		String id = Objects.requireNonNull(list.select("a[aria-label='Ubah teks Aspal kurang']").first())
			.attr("href")
			.replaceFirst(".*/", "");
		Document form = open(QUEUE + "/templat/" + id, this.officer);
		String version = form.select("input[name=versi]").val();
		assertThat(this.browser.post(QUEUE + "/templat/" + id, this.officer, "versi", version, "nama", "Aspal habis",
				"isi", "Kami menunggu aspal."))
			.hasStatus(303);
		MvcTestResult late = this.browser.post(QUEUE + "/templat/" + id, this.officer, "versi", version, "nama",
				"Aspal telat", "isi", "Aspalnya telat.");
		assertThat(late).hasStatus(409);
		assertThat(DeskBrowser.page(late).select("#isi").val()).isEqualTo("Aspalnya telat.");
		Actor neighbour = this.browser.staff(Role.OFFICER, new AgencyId("dishub"));
		assertThat(open(QUEUE + "/templat", neighbour).text()).doesNotContain("Aspal habis");
		assertThat(this.browser.get(QUEUE + "/templat/" + id, neighbour)).hasStatus(404);
		assertThat(this.browser.get(QUEUE + "/templat/c0a10000-0000-4000-8000-000000000001", this.officer))
			.hasStatus(404);
		assertThat(open(QUEUE + "/templat/c0a10000-0000-4000-8000-000000000001?lang=en", this.coordinator).text())
			.contains("{tanggal-masuk}");
		assertThat(this.browser.post(QUEUE + "/templat/" + id + "/hapus", this.officer)).hasStatus(303);
	}

	@Test
	void saysWhichAgencyHasNobodyToHandACaseTo() {
		Document form = open(path(this.complaints.file()) + "/verifikasi", this.coordinator);
		assertThat(form.select("#opd option[value=dpupr]").text()).isNotEmpty().doesNotContain("belum punya petugas");
		this.jdbc.sql("""
				update identity.account set state = 'DEACTIVATED'
				where kind = 'STAFF' and agency = 'inspektorat' and 'OFFICER' = any (roles)""").update();
		assertThat(open(path(this.complaints.verified()) + "/teruskan", this.coordinator)
			.select("#opd option[value=inspektorat]")
			.text()).endsWith("(belum punya petugas)");
		Document queue = open(QUEUE + "?tab=verifikasi", this.coordinator);
		assertThat(queue.select("#tujuan option[value=inspektorat]").text()).as("many at once")
			.endsWith("(belum punya petugas)");
		assertThat(queue.select("#opd option[value=inspektorat]").text()).as("to filter by")
			.isNotEmpty()
			.doesNotContain("belum punya petugas");
	}

	/** Nobody of the staff looks over what is sent when an outage is over. */
	@Test
	void keepsNoTextWithPlacesNobodyFillsIn() {
		String path = QUEUE + "/templat/baru";
		assertThat(open(path, this.officer).select(".placeholders code").eachText()).contains("{nomor}", "{mulai}",
				"{selesai}");
		assertThat(keep("OUTAGE_ENDED", "Laporan {nomor} selesai pada {selesai}.", "")).contains("Bagian {nomor}");
		assertThat(keep("OUTAGE_ENDED", "Sudah pulih sejak {selesai}. Penyebab: [penyebab].", ""))
			.contains("Ganti bagian [penyebab]");
		assertThat(keep("OUTAGE_ENDED", "Sudah pulih.", "It was {start}.")).contains("Bagian {start}");
		assertThat(keep("ANSWER", "Dari {mulai}.", "")).contains("Bagian {mulai}");
		assertThat(this.browser.post(path, this.officer, "versi", "0", "guna", "OUTAGE_ENDED", "nama", "Pulih", "isi",
				"Terganggu dari {mulai} sampai {selesai}.", "opd", ""))
			.hasStatus(303);
		String id = Objects
			.requireNonNull(open(QUEUE + "/templat", this.officer).select("a[aria-label='Ubah teks Pulih']").first())
			.attr("href")
			.replaceFirst(".*/", "");
		assertThat(open(QUEUE + "/templat/" + id, this.officer).select(".placeholders code").eachText())
			.containsExactly("{mulai}", "{selesai}");
		assertThat(this.browser.post(QUEUE + "/templat/" + id + "/hapus", this.officer)).hasStatus(303);
	}

	/** What is wrong with a text. */
	private String keep(String purpose, String text, String english) {
		MvcTestResult refused = this.browser.post(QUEUE + "/templat/baru", this.officer, "versi", "0", "guna", purpose,
				"nama", "Pulih", "isi", text, "inggris", english, "opd", "");
		assertThat(refused).hasStatus(422);
		return DeskBrowser.page(refused).select(".error-summary").text();
	}

	@Test
	void drawsWhatTheTableSays() {
		this.complaints.verified();
		Document map = open(QUEUE + "/peta?tab=berjalan", this.coordinator);
		assertThat(map.select("svg.city-map circle")).hasSize(104);
		assertThat(map.select("circle.spot title").eachText())
			.containsExactlyInAnyOrderElementsOf(map.select(".places-table tbody tr")
				.stream()
				.map((row) -> row.select("th").text() + ": " + row.select("td").text())
				.toList());
		String href = map.select(".places-table a").first().attr("href");
		assertThat(open(href, this.coordinator).select(".case-link")).isNotEmpty();
		open(QUEUE + "/peta?lang=en", this.officer);
	}

	@Test
	void showsWhoReportedForAReason() {
		Receipt receipt = this.complaints.file(AccountId.random(), "jalan-rusak");
		this.complaints.verify(receipt.complaint(), ROADS);
		String path = QUEUE + "/buka-identitas/" + receipt.ticket();
		assertThat(open(path, this.officer).select("main form")).hasSize(1);
		givePassword(this.officer);
		assertThat(this.browser.post(path, this.officer, "alasan", "HANDLING_A_CASE")).hasStatus(422)
			.bodyText()
			.contains("Tulis kata sandi Anda.");
		assertThat(this.browser.post(path, this.officer, "alasan", "HANDLING_A_CASE", "sandi", "salah sama sekali"))
			.hasStatus(422);
		MvcTestResult shown = this.browser.post(path, this.officer, "alasan", "HANDLING_A_CASE", "sandi", PASSWORD);
		assertThat(shown).hasStatusOk().bodyText().contains("Identitas pelapor", "Tidak diberikan");
		assertThat(this.browser.get(path, this.browser.staff(Role.OFFICER, new AgencyId("dishub")))).hasStatus(404);
	}

	/** Between the page and the answer, while the password is looked at. */
	@ParameterizedTest
	@EnumSource(names = { "OFFICER", "COORDINATOR" })
	void saysThatANameWasHiddenWhileItWasAskedFor(Role role) throws Exception {
		AccountId siti = AccountId.random();
		Receipt receipt = this.complaints.file(siti, "jalan-rusak");
		this.complaints.verify(receipt.complaint(), ROADS);
		Actor staff = (role == Role.OFFICER) ? this.officer : this.coordinator;
		givePassword(staff);
		try (ExecutorService colleague = Executors.newSingleThreadExecutor()) {
			Future<MvcTestResult> asked = this.transaction.execute((status) -> {
				this.jdbc.sql("lock table throttle.bucket in share row exclusive mode").update();
				Future<MvcTestResult> answer = colleague
					.submit(() -> this.browser.post(QUEUE + "/buka-identitas/" + receipt.ticket(), staff, "alasan",
							"HANDLING_A_CASE", "sandi", PASSWORD));
				await().until(this::isPasswordWaiting);
				this.complaints.asReporter(receipt, siti, CitizenDesk::becomeAnonymous);
				return answer;
			});
			MvcTestResult answer = asked.get(20, TimeUnit.SECONDS);
			assertThat(answer).hasStatus(303).hasRedirectedUrl(path(receipt));
			assertThat(DeskBrowser.page(this.browser.follow(answer, staff)).select(".banner-warning").text())
				.contains("Pelapor baru saja menyembunyikan namanya");
		}
	}

	private boolean isPasswordWaiting() {
		return this.jdbc.sql("""
				select exists (select from pg_locks where not granted and relation = 'throttle.bucket'::regclass
					and database = (select oid from pg_database where datname = current_database()))""")
			.query(Boolean.class)
			.single();
	}

	@Test
	void needsASecondPersonForAnonymousOnes() {
		Receipt receipt = this.complaints.file(anonymous());
		this.complaints.verify(receipt.complaint(), ROADS);
		String path = QUEUE + "/buka-identitas/" + receipt.ticket();
		assertThat(this.browser.get(path, this.officer)).hasStatus(404);
		givePassword(this.coordinator);
		assertThat(this.browser.post(path, this.coordinator, "alasan", "LEGAL_DEMAND", "sandi", PASSWORD))
			.hasStatus(422);
		assertThat(this.browser.post(path, this.coordinator, "alasan", "LEGAL_DEMAND", "keterangan", "Surat Polres 12",
				"sandi", PASSWORD))
			.hasStatus(303);
		assertThat(open(path, this.coordinator).text()).contains("Menunggu persetujuan orang lain.");
		assertThat(open(QUEUE + "/buka-identitas", this.coordinator).text()).doesNotContain("Surat Polres 12");
		Actor second = this.browser.staff(Role.DATA_PROTECTION_OFFICER, null);
		Document requests = open(QUEUE + "/buka-identitas", second);
		String decide = requests.select("form[action*=permintaan]")
			.stream()
			.filter((form) -> form.parents().select("li").text().contains(receipt.ticket().toString()))
			.findFirst()
			.orElseThrow()
			.attr("action");
		assertThat(this.browser.postFrom(QUEUE + "/buka-identitas", decide, second, "aksi", "setuju")).hasStatus(303);
		Document granted = open(path, this.coordinator);
		assertThat(granted.select("main form").first().attr("action")).as("before another request").endsWith("/lihat");
		String id = granted.select("input[name=id]").val();
		assertThat(this.browser.post(path + "/lihat", this.coordinator, "id", id, "sandi", "x")).hasStatus(422);
		assertThat(this.browser.post(path + "/lihat", this.coordinator, "id", id, "sandi", PASSWORD)).hasStatusOk()
			.bodyText()
			.contains("Identitas pelapor");
		assertThat(this.browser.post(path + "/lihat", this.coordinator, "id", id, "sandi", PASSWORD)).hasStatus(422)
			.bodyText()
			.contains("sudah dipakai");
	}

	@Test
	void asksNobodyToAgreeWhereThereIsNothingToSee() {
		Receipt receipt = this.complaints.file(Complaints.secret(Complaints.submission("jalan-rusak"), true, false));
		this.complaints.verify(receipt.complaint(), ROADS);
		Document page = open(QUEUE + "/buka-identitas/" + receipt.ticket(), this.coordinator);
		assertThat(page.select("main").text()).contains("Pelapor tidak meninggalkan identitas.");
		assertThat(page.select("main form")).isEmpty();
		assertThat(open(path(receipt), this.coordinator).select("main a[href*=buka-identitas]")).isEmpty();
		Receipt named = this.complaints.file(anonymous());
		assertThat(open(path(named), this.coordinator).select("main a[href*=buka-identitas]")).hasSize(1);
		Document other = open(QUEUE + "/buka-identitas/" + named.ticket(), this.coordinator);
		assertThat(other.select("main").text()).doesNotContain("tidak meninggalkan identitas");
		assertThat(other.select("main form")).hasSize(1);
	}

	/** Of somebody who has an account and hides it. */
	private static Submission anonymous() {
		return Complaints.secret(Complaints.by(Complaints.submission("jalan-rusak"),
				Reporter.of(AccountId.random(), Language.INDONESIAN)), true, false);
	}

	private void givePassword(Actor actor) {
		this.jdbc.sql("update identity.account set password_hash = ?, password_changed_at = now() where id = ?")
			.params(this.hashing.hash(PASSWORD), actor.requireAccount().value())
			.update();
	}

	@Test
	void sumsTheCityUp() {
		this.complaints.closed();
		Document page = open(QUEUE + "/ringkasan", this.coordinator);
		int[] sums = new int[9];
		page.select("#jumlah-opd ~ * .numbers tbody tr").forEach((row) -> {
			for (int cell = 0; cell < sums.length; cell++) {
				sums[cell] += number(row.select("td").get(cell).text());
			}
		});
		assertThat(sums[0]).isEqualTo(sums[1] + sums[3] + sums[5] + sums[6] + sums[7] + sums[8]);
		assertThat(this.browser.get(QUEUE + "/ringkasan?masa=apa", this.coordinator)).hasStatus(400);
		assertThat(this.browser.get(QUEUE + "/ringkasan", this.officer)).hasStatus(403);
	}

	/** What came long ago is late all the more, whatever time the tables are about. */
	@Test
	void drawsAllThatRunsNowByAgency() {
		AgencyId agency = new AgencyId("dpad");
		this.jdbc.sql("update complaint.complaint set received_at = received_at - interval '3 years' where id = ?")
			.param(this.complaints.late(agency).complaint().value())
			.update();
		List<AgencyLoad> loads = this.counts.byAgency(CaseAccess.of(this.coordinator));
		assertThat(loads).anySatisfy((load) -> {
			assertThat(load.agency()).isEqualTo(agency);
			assertThat(load.overdue()).isPositive().isLessThanOrEqualTo(load.running());
		});
		AgencyLoad first = loads.getFirst();
		assertThat(open(QUEUE + "/ringkasan?lang=en", this.coordinator).select(".bars > li").first().text())
			.endsWith(first.running() + " running, " + first.overdue() + " overdue");
	}

	@Test
	void countsWhatThePortalMadeItselfApart() {
		AgencyId agency = new AgencyId("bkpsdm");
		Receipt portals = this.complaints.solved(agency, 1, null);
		this.jdbc.sql("update complaint.complaint set channel = 'OUTAGE' where id = ?")
			.param(portals.complaint().value())
			.update();
		Document page = open(QUEUE + "/ringkasan", this.coordinator);
		assertThat(page.select(".numbers tbody th").eachText()).as("no report of a citizen").doesNotContain("BKPSDM");
		assertThat(page.select("#jumlah-opd ~ * .numbers tfoot tr:has(th:contains(Dibuat portal)) td").first().text())
			.matches("[1-9]\\d*");
		assertThat(page.select(".numbers")).as("each narrow enough for a screen").hasSize(2);
		assertThat(page.select(".numbers").eachText())
			.allSatisfy((table) -> assertThat(table).contains("Dibuat portal"));
	}

	/** Who was content to say so did not write anything. */
	@Test
	void saysOnTheCaseOfAnOutageHowManyAreAffected() {
		Receipt master = this.complaints.verified();
		assertThat(open(path(master), this.coordinator).select(".fact-list").text()).doesNotContain("ketukan");
		UUID outage = UUID.randomUUID();
		this.jdbc.sql("update complaint.complaint set channel = 'OUTAGE', outage_id = ? where id = ?")
			.params(outage, master.complaint().value())
			.update();
		assertThat(open(path(master), this.coordinator).select(".fact-list").text())
			.contains("Terdampak gangguan terakhir Belum ada ketukan “Saya juga terdampak”");
		this.jdbc.sql("""
				insert into availability.outage (id, service_id, starts, ends, cause, affected)
				values (?, gen_random_uuid(), now(), now(), 'STATUS', 12)""").param(outage).update();
		assertThat(open(path(master), this.coordinator).select(".fact-list").text())
			.contains("Terdampak gangguan terakhir 12 ketukan “Saya juga terdampak”");
		assertThat(open(path(master) + "?lang=en", this.coordinator).select(".fact-list").text())
			.contains("12 taps on “I am affected too”");
	}

	/** One somebody filed may be called the same, and stays as they wrote it. */
	@Test
	void callsTheCaseOfAnOutageInTheLanguageOfThePage() {
		Receipt master = this.complaints.verified();
		for (Receipt part : List.of(this.complaints.verified(), this.complaints.verified())) {
			this.jdbc.sql("update complaint.complaint set subject = 'e-Pajak tidak dapat dibuka' where id = ?")
				.param(part.complaint().value())
				.update();
			this.complaints.as(this.coordinator, part.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
			if (this.jdbc.sql("select count(*) from complaint.complaint where merged_into = ?")
				.param(master.complaint().value())
				.query(Integer.class)
				.single() == 1) {
				this.jdbc.sql("update complaint.complaint set channel = 'OUTAGE' where id = ?")
					.param(part.complaint().value())
					.update();
			}
		}
		assertThat(open(path(master) + "?lang=en", this.coordinator).select("main").text())
			.contains("e-Pajak cannot be opened", "e-Pajak tidak dapat dibuka");
		assertThat(open(path(master), this.coordinator).select("main").text())
			.doesNotContain("e-Pajak cannot be opened");
	}

	/** Of an agency that has no other cases in these tests. */
	@Test
	void sumsAnAgencyUpInDaysAndStars() {
		AgencyId agency = new AgencyId("dispora");
		Receipt late = this.complaints.solved(agency, 6, null);
		this.complaints.solved(agency, 1, 5);
		this.complaints.solved(agency, 2, 5);
		this.complaints.late(agency);
		this.jdbc.sql("update complaint.complaint set resolve_at = resolve_met - interval '1 day' where id = ?")
			.param(late.complaint().value())
			.update();
		Document page = open(QUEUE + "/ringkasan", this.coordinator);
		assertThat(cells(page, "Dispora")).containsEntry("Masuk", "4")
			.containsEntry("Terbuka", "1")
			.containsEntry("Terlambat", "1")
			.containsEntry("Ditutup", "3")
			.containsEntry("Median hari", "2,0")
			.containsEntry("Tepat waktu", "67 %")
			.containsEntry("Nilai", "5,0 (2)");
		Document english = open(QUEUE + "/ringkasan?lang=en", this.coordinator);
		assertThat(cells(english, "Dispora").values()).contains("5.0 (2)");
		assertThat(english.select(".bars > li").eachText())
			.anyMatch((bar) -> bar.matches(".+ \\d+ running, [1-9]\\d* overdue"));
	}

	/** What stands in the row of an agency, by the column. */
	private static Map<String, String> cells(Document page, String agency) {
		Map<String, String> byColumn = new LinkedHashMap<>();
		for (Element table : page.select(".numbers")) {
			List<String> columns = table.select("thead th").eachText();
			List<String> cells = table.select("tbody tr")
				.stream()
				.filter((row) -> row.select("th").text().equals(agency))
				.map((row) -> row.select("th, td").eachText())
				.findFirst()
				.orElseThrow();
			for (int i = 0; i < cells.size(); i++) {
				byColumn.put(columns.get(i), cells.get(i));
			}
		}
		return byColumn;
	}

	private static int number(String text) {
		return Integer.parseInt(text.replaceAll("\\D", ""));
	}

}
