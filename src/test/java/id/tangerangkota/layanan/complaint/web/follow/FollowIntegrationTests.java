package id.tangerangkota.layanan.complaint.web.follow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.casework.EntryKind;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import jakarta.servlet.http.HttpServletRequest;
import id.tangerangkota.layanan.privacy.People;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What reporters see and do, and that nobody else does. */
@PortalTest
class FollowIntegrationTests {

	private static final String TRACK = "/pengaduan/lacak";

	@LocalServerPort
	private int port;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ReplyPhotos photos;

	@Autowired
	private Attachments attachments;

	@Autowired
	private OutageFollowers followers;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void emptyBuckets() {
		this.jdbc.sql("delete from throttle.bucket").update();
	}

	@Test
	void opensWithNumberAndCodeForThisSessionOnly() {
		Receipt receipt = this.complaints.file(Complaints.secret(Complaints.submission("sosial"), true, true));
		Person person = opened(receipt);
		assertThat(person.path()).isEqualTo("/pengaduan/saya/" + receipt.ticket());
		assertThat(DatabaseText.find(this.jdbc, receipt.ticket().toString())).as("beside whoever is signed in")
			.noneMatch((column) -> column.contains("session"));
		Document page = person.page();
		assertThat(page.select("h1").text()).isEqualTo("Lubang besar di depan pasar");
		assertThat(page.select(".lead").text()).startsWith("Kami sudah menerima laporan Anda");
		assertThat(page.select("aside").text()).contains("Diperiksa paling lambat", "Diselesaikan paling lambat",
				"dirahasiakan", "tidak dilihat petugas");
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(person.response().headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		Person other = new Person(this.port).open("/pengaduan/saya/" + receipt.ticket());
		assertThat(other.path()).isEqualTo(TRACK + "?nomor=" + receipt.ticket());
		assertThat(other.page().select("#nomor").val()).isEqualTo(receipt.ticket().toString());
		person.submit("/pengaduan/saya/" + receipt.ticket() + "/tutup");
		assertThat(person.path()).isEqualTo(TRACK);
		assertThat(person.open("/pengaduan/saya/" + receipt.ticket()).path()).startsWith(TRACK);
	}

	@Test
	void aWrongPairIsToldAlikeWhateverIsWrong() {
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("sosial"), true, true));
		Receipt open = this.complaints.verified();
		TicketNumber none = new TicketNumber(2026, 987_654_321);
		String unknown = refused(none, TrackingCode.random());
		assertThat(unknown).contains("Nomor dan kode ini tidak cocok");
		assertThat(refused(secret.ticket(), TrackingCode.random())).isEqualTo(unknown);
		assertThat(refused(open.ticket(), TrackingCode.random())).isEqualTo(unknown);
		assertThat(refused(open.ticket(), secret.code())).isEqualTo(unknown);
		assertThat(refused(new TicketNumber(2025, open.ticket().number()), open.code())).isEqualTo(unknown);
	}

	/** The page without what was typed and without its token. */
	private String refused(TicketNumber ticket, TrackingCode code) {
		Person person = new Person(this.port).open(TRACK)
			.submit(TRACK, "nomor", ticket.toString(), "kodelacak", code.grouped());
		assertThat(person.status()).isEqualTo(422);
		return person.response()
			.body()
			.replace(ticket.toString(), "TIKET")
			.replace(code.grouped(), "KODE")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
			.replaceAll("id=\"data-as-of\">[^<]*", "");
	}

	@ParameterizedTest
	@CsvSource({ "'',K7QF-3M9X-TB2D,Isi nomor laporan.", "LKS-2026-000123-0,K7QF-3M9X-TB2D,Ada angka yang keliru",
			"entah,K7QF-3M9X-TB2D,Tulis nomor seperti", "'',K7QF,terdiri dari 12 huruf", "'','',Isi kode lacak." })
	void whatCannotBeRightIsToldAndKept(String number, String code, String message) {
		Person person = new Person(this.port).open(TRACK).submit(TRACK, "nomor", number, "kodelacak", code);
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".error-summary").text()).contains(message);
		assertThat(person.page().select("#nomor").val()).isEqualTo(number);
		assertThat(person.page().select("#kodelacak").val()).isEqualTo(code);
		assertThat(person.page().title()).startsWith("Kesalahan");
	}

	@Test
	void guessingIsCountedForTheNumber() {
		Receipt receipt = this.complaints.file();
		Person person = new Person(this.port).open(TRACK);
		Map<String, String> token = person.hidden(TRACK);
		for (int i = 0; i < TrackController.TICKET.capacity(); i++) {
			assertThat(guess(person, token, receipt.ticket(), TrackingCode.random())).isEqualTo(422);
		}
		assertThat(guess(person, token, receipt.ticket(), receipt.code())).isEqualTo(429);
		assertThat(person.response().headers().firstValue("Retry-After")).isPresent();
		// Whoever guesses numbers that are not there learns nothing from the count.
		TicketNumber none = new TicketNumber(2026, 987_654_322);
		for (int i = 0; i < TrackController.TICKET.capacity(); i++) {
			assertThat(guess(person, token, none, TrackingCode.random())).isEqualTo(422);
		}
		assertThat(guess(person, token, none, TrackingCode.random())).isEqualTo(429);
	}

	@Test
	void guessingKeepsNobodyOutOfTheirOwn() {
		Receipt receipt = this.complaints.file();
		Person stranger = new Person(this.port).with("User-Agent", "Penebak").open(TRACK);
		Map<String, String> token = stranger.hidden(TRACK);
		for (int i = 0; i < TrackController.TICKET.capacity(); i++) {
			assertThat(guess(stranger, token, receipt.ticket(), TrackingCode.random())).isEqualTo(422);
		}
		assertThat(guess(stranger, token, receipt.ticket(), TrackingCode.random())).isEqualTo(429);
		assertThat(opened(receipt).path()).isEqualTo("/pengaduan/saya/" + receipt.ticket());
	}

	@Test
	void openingOnesOwnOftenIsNoGuessing() {
		Receipt receipt = this.complaints.file();
		for (int i = 0; i < TrackController.TICKET.capacity() + 2; i++) {
			assertThat(opened(receipt).status()).isEqualTo(200);
		}
	}

	private static int guess(Person person, Map<String, String> token, TicketNumber ticket, TrackingCode code) {
		Map<String, String> fields = new HashMap<>(token);
		fields.put("nomor", ticket.toString());
		fields.put("kodelacak", code.value());
		return person.post(TRACK, fields).status();
	}

	@Test
	void aQuestionIsAnsweredAndTheClockGoesOn() {
		Receipt receipt = this.complaints.asked();
		Person person = opened(receipt);
		assertThat(person.page().select(".banner-warning").text()).contains("Jawab paling lambat",
				"Di depan toko yang mana?");
		assertThat(person.page().select(".timeline").text()).contains("Di depan toko yang mana?");
		String reply = "/pengaduan/saya/" + receipt.ticket() + "/balas";
		person.open(reply).submit(reply, "isi", "   ");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select("main").text()).contains("Di depan toko yang mana?", "Tulis dulu isinya");
		person.submit(reply, "isi", "Di depan toko beras. KTP saya 3671011234560001.");
		assertThat(person.path()).isEqualTo("/pengaduan/saya/" + receipt.ticket());
		assertThat(person.page().select(".banner-success").text()).contains("16 angka", "kami sembunyikan");
		assertThat(person.page().select(".timeline").text()).contains("toko beras").doesNotContain("3671011234560001");
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.IN_PROGRESS);
	}

	@Test
	void aReplyThatIsSentTwiceStandsOnce() {
		Receipt receipt = this.complaints.asked();
		String reply = "/pengaduan/saya/" + receipt.ticket() + "/balas";
		Person person = opened(receipt).open(reply);
		Map<String, String> fields = person.hidden(reply);
		fields.put("isi", "Di depan toko beras.");
		for (int i = 0; i < 2; i++) {
			person.post(reply, fields);
			assertThat(person.status()).isEqualTo(303);
		}
		assertThat(person.open("/pengaduan/saya/" + receipt.ticket()).page().select(".timeline .preline").eachText())
			.containsOnlyOnce("Di depan toko beras.");
	}

	/** A request has room for one photo of the size that is promised. */
	@Test
	void photosOfAReplyAreAddedOneByOne() {
		Receipt receipt = this.complaints.asked();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/balas");
		assertThat(person.page().select("#foto[multiple]")).isEmpty();
		assertThat(person.page().select("#foto-hint").text()).contains("5 foto", "10 MB", "satu per satu");
		for (int number = 1; number <= 2; number++) {
			byte[] photo = UploadFiles.padded(UploadFiles.jpeg(640, 400 + number), 7 * 1024 * 1024);
			person.upload(base + "/balas", photo, "aksi", "foto", "isi", "Di depan toko beras.");
			assertThat(person.status()).isEqualTo(200);
			assertThat(person.page().select("#isi").text()).isEqualTo("Di depan toko beras.");
			assertThat(person.page().select(".inset").text()).contains(number + " foto sudah tersimpan");
		}
		person.upload(base + "/balas", new byte[0], "aksi", "foto", "isi", "Di depan toko beras.");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select("#foto-error").text()).isNotEmpty();
		assertThat(person.page().select("#isi").text()).isEqualTo("Di depan toko beras.");
		person.upload(base + "/balas", UploadFiles.jpeg(640, 480), "isi", "Di depan toko beras.");
		assertThat(person.status()).isEqualTo(303);
		assertThat(person.open(base).page().select(".timeline img")).hasSize(3);
	}

	@Test
	void nobodyAddsToAReportWithoutEnd() {
		Receipt receipt = this.complaints.started();
		String reply = "/pengaduan/saya/" + receipt.ticket() + "/balas";
		Person person = opened(receipt);
		for (int i = 0; i < ReplyLimits.REPLY.capacity(); i++) {
			person.open(reply).submit(reply, "isi", "Keterangan " + i);
			assertThat(person.status()).isEqualTo(200);
		}
		Person again = opened(receipt).open(reply).submit(reply, "isi", "Satu lagi yang penting");
		assertThat(again.status()).as("also with another session").isEqualTo(429);
		assertThat(again.response().headers().firstValue("Retry-After")).isPresent();
		assertThat(again.page().select("#isi").text()).as("is not lost").isEqualTo("Satu lagi yang penting");
		assertThat(again.page().select("#isi-error").text()).contains("belum terkirim");
		Receipt other = this.complaints.started();
		reply = "/pengaduan/saya/" + other.ticket() + "/balas";
		assertThat(opened(other).open(reply).submit(reply, "isi", "Tentang yang lain").status()).isEqualTo(200);
	}

	@Test
	void nobodySendsPhotosWithoutEnd() {
		Receipt receipt = this.complaints.started();
		String reply = "/pengaduan/saya/" + receipt.ticket() + "/balas";
		Person person = opened(receipt).open(reply);
		for (int i = 0; i < ReplyLimits.PHOTO.capacity(); i++) {
			person.upload(reply, new byte[] { 1 }, "aksi", "foto", "isi", "Lihat ini");
			assertThat(person.status()).isEqualTo(422);
		}
		person.upload(reply, UploadFiles.jpeg(64, 48), "aksi", "foto", "isi", "Lihat ini");
		assertThat(person.status()).isEqualTo(429);
		assertThat(person.page().select("#foto-error").text()).contains("Tambahkan lagi setelah");
		assertThat(person.page().select("#isi").text()).isEqualTo("Lihat ini");
		assertThat(person.page().select(".inset")).isEmpty();
	}

	@Test
	void aSolutionIsConfirmedAndRated() {
		Receipt receipt = this.complaints.resolved();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt);
		assertThat(person.page().text()).contains("Apakah sudah benar-benar selesai?", "kami tutup pada");
		person.submit(base + "/beres");
		assertThat(person.path()).isEqualTo(base + "/nilai?beres=ya");
		assertThat(person.page().select("input[name=beres][checked]").eachAttr("value")).as("said just before")
			.containsExactly("ya");
		assertThat(person.page().select("input[name=nilai]").eachAttr("value")).as("the best first, as elsewhere")
			.containsExactly("5", "4", "3", "2", "1");
		assertThat(person.open(base + "/nilai").page().select("input[name=beres][checked]").eachAttr("value"))
			.as("also where they come back later")
			.containsExactly("ya");
		person.submit(base + "/nilai", "kesan", "Cepat sekali");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select("#kesan").val()).isEqualTo("Cepat sekali");
		person.submit(base + "/nilai", "nilai", "5", "beres", "ya", "kesan", "Cepat sekali");
		assertThat(person.page().text()).contains("nilai Anda kami catat", "5 dari 5");
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.CLOSED);
	}

	@Test
	void itsReporterIsLedToTheSurveyOnceItIsOver() {
		Receipt receipt = this.complaints.resolved();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt);
		assertThat(person.open(base + "/survei").path()).as("not over yet").isEqualTo(base + "/nilai");
		this.complaints.asReporter(receipt, CitizenDesk::confirm);
		assertThat(person.open(base + "/survei").path()).startsWith("/survei/pengaduan/");
		assertThat(person.page().select("h1").text()).isEqualTo("Bagaimana laporan Anda ditangani?");
		assertThat(person.page().select("input[name=beres]")).hasSize(2);
		assertThat(person.page().select("input[name=beres][checked]").val()).as("said when it was closed")
			.isEqualTo("ya");
		assertThat(new Person(this.port).open(base + "/survei").path()).as("somebody else").startsWith(TRACK);
		person.open(base + "/nilai").submit(base + "/nilai", "nilai", "5", "beres", "ya");
		assertThat(person.open(base + "/survei").path()).as("they have said it").isEqualTo(base + "/nilai");
	}

	@Test
	void theSurveyHasNoRoomForWordsAboutWhatIsSecret() {
		Receipt open = this.complaints.rejected();
		Document asked = opened(open).open("/pengaduan/saya/" + open.ticket() + "/survei").page();
		assertThat(asked.select("textarea[name=kata]")).hasSize(1);
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("sosial"), false, true));
		this.complaints.as(Complaints.COORDINATOR, secret.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Bukan urusan kota."));
		asked = opened(secret).open("/pengaduan/saya/" + secret.ticket() + "/survei").page();
		assertThat(asked.select("fieldset legend")).isNotEmpty();
		assertThat(asked.select("textarea")).isEmpty();
		assertThat(asked.select("main").text()).contains("Laporan Anda rahasia");
	}

	@Test
	void whatIsNotSolvedIsOpenedAgain() {
		Receipt receipt = this.complaints.resolved();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/buka-lagi");
		assertThat(person.page().select(".lead").text()).contains("sampai");
		person.submit(base + "/buka-lagi", "alasan", "belum");
		assertThat(person.status()).isEqualTo(422);
		person.submit(base + "/buka-lagi", "alasan", "Lubangnya masih ada di situ");
		assertThat(person.page().select(".banner-success").text()).contains("dibuka lagi");
		assertThat(person.page().select(".timeline strong").eachText()).startsWith("Laporan diterima")
			.endsWith("Anda membuka lagi laporan ini", "Tulisan Anda");
		assertThat(person.page().select(".timeline li:has(strong:contains(Tulisan Anda))").eachText())
			.allSatisfy((step) -> assertThat(step).contains("Lubangnya masih ada di situ"));
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
		// The page from before is still open in another window.
		person.post(base + "/beres", person.open(base + "/balas").hidden(base + "/balas"));
		person.open(base);
		assertThat(person.page().select(".banner-warning").text()).contains("sudah berubah");
	}

	@Test
	void whoAddsSomethingToWhatIsDoneIsAskedWhetherItIs() {
		Receipt receipt = this.complaints.resolved();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/balas");
		assertThat(person.page().select(".inset").text()).contains("keterangan tambahan saja tidak membukanya");
		assertThat(person.page().select(".inset a").eachAttr("href")).containsExactly(base + "/buka-lagi");
		person.submit(base + "/balas", "isi", "Lubangnya masih ada di situ.");
		assertThat(person.page().select("#beres").text()).isEqualTo("Apakah sudah benar-benar selesai?");
		Receipt open = this.complaints.started();
		assertThat(opened(open).open("/pengaduan/saya/" + open.ticket() + "/balas").page().select(".inset")).isEmpty();
	}

	@Test
	void nobodyIsPromisedThatItIsOpenedAgainWhenItIsTooLate() {
		Receipt receipt = this.complaints.closed();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt);
		assertThat(person.page().select("a[href$=/buka-lagi]")).isNotEmpty();
		this.jdbc.sql("update complaint.complaint set reopen_until = now() - interval '1 minute' where id = ?")
			.param(receipt.complaint().value())
			.update();
		assertThat(person.open(base).page().select("a[href$=/buka-lagi]")).isEmpty();
		assertThat(person.page().text()).doesNotContain("Dapat dibuka lagi");
		person.open(base + "/buka-lagi");
		assertThat(person.page().select("#alasan")).isEmpty();
		assertThat(person.page().text()).contains("Waktu untuk membuka lagi");
		person.open(base + "/nilai");
		assertThat(person.page().text()).doesNotContain("laporan ini kami buka lagi");
		person.submit(base + "/nilai", "nilai", "1", "beres", "tidak");
		assertThat(person.page().select(".banner-success").text()).contains("nilai Anda kami catat")
			.doesNotContain("buka lagi");
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.CLOSED);
	}

	@Test
	void aRejectedOneIsRatedTooAndSaysWhatRightsOneHas() {
		Receipt receipt = this.complaints.rejected();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt);
		assertThat(person.page().text()).contains("bukan wewenang kota", "SP4N-LAPOR", "Ombudsman", "112", "129",
				"Jalan ini milik provinsi.");
		assertThat(person.page().select("section[aria-labelledby=hak]").text()).as("before the rest of the way")
			.contains("Jalan ini milik provinsi.");
		person.open(base + "/nilai").submit(base + "/nilai", "nilai", "2", "beres", "tidak");
		assertThat(person.page().select(".banner-success").text()).contains("kami buka lagi");
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.SUBMITTED);
	}

	@ParameterizedTest
	@CsvSource({ "SP4N_LAPOR, Laporan Anda tidak terkirim otomatis ke sana: sampaikan sendiri melalui SP4N-LAPOR.",
			"OMBUDSMAN, Hal ini menyangkut cara kami melayani Anda. Ombudsman menilainya tanpa bergantung pada kami.",
			"EMERGENCY_112, Hal ini darurat. Petugas 112 siaga siang dan malam.",
			"SAPA_129, 'Untuk hal ini ada pendamping khusus di SAPA 129, siang dan malam.'" })
	void aReferredOneSaysWhoDecides(Referral referral, String sentence) {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.refer(shown, referral, "Mohon hubungi mereka."));
		assertThat(opened(receipt).page().select("section[aria-labelledby=hak]").text()).startsWith("Hak Anda")
			.contains(sentence, "Mohon hubungi mereka.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "6", "-1", "4,5", "lima", "" })
	void onlyOneToFiveIsARating(String rating) {
		Receipt receipt = this.complaints.closed();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/nilai").submit(base + "/nilai", "nilai", rating, "beres", "ya");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".error-summary a").attr("href")).startsWith("#nilai");
		assertThat(this.jdbc.sql("select count(*) from complaint.complaint where id = ? and rating is null")
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void itIsTakenBackBeforeAnybodyBegan() {
		Receipt receipt = this.complaints.file();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/tarik").submit(base + "/tarik");
		assertThat(person.page().select(".banner-success").text()).contains("ditarik");
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.REJECTED);
		Receipt begun = this.complaints.started();
		assertThat(opened(begun).page().select("a[href$=/tarik]")).isEmpty();
	}

	/** The form promises that place and time are taken out of photos. */
	@Test
	void keepsOfAPhotoWhatIsShownAlone() {
		Receipt receipt = this.complaints.asked();
		HttpServletRequest request = new MockHttpServletRequest();
		this.photos.keep(request, receipt.ticket(),
				new MockMultipartFile("foto", "a.jpg", "image/jpeg", UploadFiles.jpegFromCamera(400, 300, 1)));
		AttachmentOwner draft = Objects.requireNonNull(this.photos.draft(request, receipt.ticket()));
		assertThat(this.attachments.of(draft)).singleElement()
			.satisfies((kept) -> assertThat(this.attachments.openOriginal(kept.id())).isEmpty());
	}

	@Test
	void wordsAreTakenOutAndNamesHidden() {
		Receipt receipt = this.complaints.verified();
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt).open(base + "/sunting");
		assertThat(person.page().select("#judul").val()).isEqualTo("Lubang besar di depan pasar");
		person.submit(base + "/sunting", "judul", "Beli obat kuat", "isi", "Lubang itu dangkal.");
		assertThat(person.page().select("#judul-error, #isi-error").eachText()).hasSize(2)
			.allSatisfy((error) -> assertThat(error).contains("hanya dapat menghapus kata"));
		assertThat(person.page().select("#judul").val()).isEqualTo("Beli obat kuat");
		person.submit(base + "/sunting", "judul", "Lubang besar", "isi", "Lubang itu dalam.");
		assertThat(person.page().select("h1").text()).isEqualTo("Lubang besar");
		person.open(base + "/anonim").submit(base + "/anonim");
		assertThat(person.page().select("aside").text()).contains("tidak dilihat petugas");
		assertThat(person.page().select("a[href$=/anonim]")).isEmpty();
	}

	@Test
	void whatIsSplitOffIsOpenedWithTheSameCode() {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.split(shown, "Lampu juga mati", "Di tempat yang sama lampu mati.", "pju"));
		String base = "/pengaduan/saya/" + receipt.ticket();
		Person person = opened(receipt);
		assertThat(person.page().select(".timeline").text()).contains("Sebagian isinya menjadi laporan tersendiri",
				"kode lacak yang sama");
		String other = person.page().select(".timeline a[href^=/pengaduan/saya/]").attr("href");
		assertThat(other).isNotEqualTo(base).startsWith("/pengaduan/saya/LKS-");
		String number = other.substring("/pengaduan/saya/".length());
		assertThat(person.open(other).path()).isEqualTo(TRACK + "?nomor=" + number);
		person.submit(TRACK, "nomor", number, "kodelacak", receipt.code().grouped());
		assertThat(person.path()).isEqualTo(other);
		assertThat(person.page().select("h1").text()).isEqualTo("Lampu juga mati");
		assertThat(person.page().select(".timeline a[href^=/pengaduan/saya/]").eachAttr("href")).containsExactly(base);
	}

	/** Neither a link nor photos that nobody would open for them. */
	@Test
	void whatGoesOnAsPartOfWhatIsHiddenIsToldWithoutIt() {
		Receipt part = this.complaints.verified();
		Receipt master = this.complaints.started();
		this.complaints.as(Complaints.COORDINATOR, part.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		this.complaints.as(Complaints.OFFICER, master.complaint(),
				(desk, shown) -> desk.answer(shown, Complaints.words("Ibu Siti, kami datang besok."), false));
		AttachmentId photo = this.complaints.photo(master, EntryKind.ANSWERED);
		String link = "main a[href=/pengaduan/" + master.ticket() + "]";
		Person person = opened(part);
		assertThat(person.page().select(link)).hasSize(1);
		assertThat(person.page().select(".timeline").text()).contains("kami datang besok");
		assertThat(person.page().select("img[src*=" + photo + "]")).hasSize(1);
		assertThat(person.open("/berkas/" + photo).status()).isEqualTo(200);
		this.complaints.as(Complaints.COORDINATOR, master.complaint(), (desk, shown) -> desk.publish(shown, false));
		person.open("/pengaduan/saya/" + part.ticket());
		assertThat(person.page().select(link)).isEmpty();
		assertThat(person.page().text()).contains(master.ticket().toString()).doesNotContain("kami datang besok");
		assertThat(person.page().select("img[src*=" + photo + "]")).isEmpty();
		assertThat(person.open("/berkas/" + photo).status()).isEqualTo(404);
	}

	@Test
	void anAccountOpensItsOwnAndNoOther() {
		Citizen siti = citizen();
		Citizen budi = citizen();
		Receipt receipt = this.complaints.file(siti.account(), "sampah");
		assertThat(siti.person().open("/akun/pengaduan").page().select(".service-item a").attr("href"))
			.isEqualTo("/pengaduan/saya/" + receipt.ticket());
		assertThat(siti.person().open("/pengaduan/saya/" + receipt.ticket()).status()).isEqualTo(200);
		assertThat(siti.person().page().select("form[action$=/tutup]")).isEmpty();
		assertThat(budi.person().open("/akun/pengaduan").page().select(".service-item")).isEmpty();
		assertThat(budi.person().open("/pengaduan/saya/" + receipt.ticket()).path()).startsWith(TRACK);
		for (String step : List.of("balas", "buka-lagi", "nilai", "tarik", "sunting", "anonim")) {
			assertThat(budi.person().open("/pengaduan/saya/" + receipt.ticket() + "/" + step).path()).as(step)
				.isEqualTo(TRACK + "?nomor=" + receipt.ticket());
		}
	}

	@Test
	void photosAreForWhoeverReportedIt() {
		Citizen siti = citizen();
		Receipt ofAccount = this.complaints.file(siti.account(), "sosial");
		Receipt ofNobody = this.complaints.file(Complaints.secret(Complaints.submission("sosial"), true, true));
		Map<Receipt, List<AttachmentId>> photos = Map.of(ofAccount, photos(ofAccount), ofNobody, photos(ofNobody));
		Person nobody = new Person(this.port);
		Person withCode = opened(ofNobody);
		Citizen budi = citizen();
		assertThat(open(siti.person(), photos.get(ofAccount))).containsExactly(200, 200, 404);
		assertThat(open(siti.person(), photos.get(ofNobody))).containsOnly(404);
		assertThat(open(withCode, photos.get(ofNobody))).containsExactly(200, 200, 404);
		assertThat(open(withCode, photos.get(ofAccount))).containsOnly(404);
		for (List<AttachmentId> each : photos.values()) {
			assertThat(open(budi.person(), each)).containsOnly(404);
			assertThat(open(nobody, each)).containsOnly(404);
		}
		withCode.open("/pengaduan/saya/" + ofNobody.ticket()).submit("/pengaduan/saya/" + ofNobody.ticket() + "/tutup");
		assertThat(open(withCode, photos.get(ofNobody))).as("closed on this device").containsOnly(404);
	}

	/**
	 * One it was filed with, one of its reporter's reply and one of a note of the staff.
	 */
	private List<AttachmentId> photos(Receipt receipt) {
		this.complaints.asReporter(receipt, (desk, key) -> desk.reply(key, Complaints.words("Ini fotonya.")));
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.note(shown, Complaints.words("Foto dari lapangan.")));
		return List.of(this.complaints.photo(receipt), this.complaints.photo(receipt, EntryKind.REPLIED),
				this.complaints.photo(receipt, EntryKind.NOTE));
	}

	/** What the answers are, the large and the small one alike. */
	private static List<Integer> open(Person person, List<AttachmentId> photos) {
		return photos.stream().map((photo) -> {
			int status = person.open("/berkas/" + photo).status();
			assertThat(person.open("/berkas/" + photo + "/kecil").status()).isEqualTo(status);
			return status;
		}).toList();
	}

	@Test
	void aPhotoIsTakenOutByItsReporterAlone() {
		Receipt receipt = this.complaints.verified();
		AttachmentId photo = this.complaints.photo(receipt);
		AttachmentId kept = this.complaints.photo(receipt);
		Receipt another = this.complaints.verified();
		String remove = "/pengaduan/saya/%s/foto/%s/hapus";
		Person other = opened(another);
		other.open("/pengaduan/saya/" + another.ticket() + "/balas");
		Map<String, String> token = other.hidden("/pengaduan/saya/" + another.ticket() + "/balas");
		assertThat(other.post(remove.formatted(another.ticket(), photo), token).status()).isEqualTo(404);
		assertThat(other.post(remove.formatted(receipt.ticket(), photo), token)
			.response()
			.headers()
			.firstValue("Location")).as("asked for its code")
			.hasValueSatisfying((address) -> assertThat(address).contains(TRACK));
		assertThat(other.open("/berkas/" + photo).status()).isEqualTo(200);
		String redact = "/pengaduan/saya/" + receipt.ticket() + "/sunting";
		Person reporter = opened(receipt).open(redact);
		String action = remove.formatted(receipt.ticket(), photo);
		reporter.submit(action);
		assertThat(reporter.path()).isEqualTo(redact);
		assertThat(reporter.page().select(".banner-success")).isNotEmpty();
		assertThat(reporter.page().select("form[action$=/hapus]").eachAttr("action"))
			.containsExactly(remove.formatted(receipt.ticket(), kept));
		for (Person person : List.of(reporter, other)) {
			assertThat(person.open("/berkas/" + photo).status()).isEqualTo(404);
			assertThat(person.open("/berkas/" + photo + "/kecil").status()).isEqualTo(404);
			assertThat(person.open("/berkas/" + kept).status()).isEqualTo(200);
		}
		assertThat(other.open("/pengaduan/" + receipt.ticket()).page().select("img[src*=" + photo + "]")).isEmpty();
		assertThat(other.page().select("img[src*=" + kept + "]")).isNotEmpty();
	}

	/** Instead of writing about an outage that is known. */
	@Test
	void whoFollowsAnOutageIsCountedAsAffectedOnce() {
		UUID outage = UUID.randomUUID();
		this.jdbc.sql("""
				insert into availability.outage (id, service_id, starts, cause)
				select ?, id, now() - interval '1 hour', 'STATUS' from catalog.service where slug = 'disdukcapil'""")
			.param(outage)
			.update();
		try {
			Citizen siti = citizen();
			for (int time = 0; time < 2; time++) {
				Person person = siti.person()
					.open("/pengaduan/baru/jenis?layanan=disdukcapil")
					.submit("/pengaduan/baru/jenis", "jenis", "pengaduan")
					.submit("/pengaduan/baru/ikuti");
				assertThat(person.path()).isEqualTo("/status/disdukcapil");
				assertThat(person.page().select(".banner-success").text()).contains("Anda mengikuti gangguan ini");
			}
			OutageId id = new OutageId(outage);
			assertThat(this.followers.isFollowing(id, siti.account().value())).isTrue();
			assertThat(this.followers.affected(List.of(id))).containsEntry(id, 1);
			assertThat(new Person(this.port).open("/pengaduan/baru/jenis?layanan=disdukcapil")
				.submit("/pengaduan/baru/jenis", "jenis", "pengaduan")
				.page()
				.select("form[action$=/ikuti]")).as("for accounts alone").isEmpty();
		}
		finally {
			this.jdbc.sql("delete from availability.follower where outage_id = ?").param(outage).update();
			this.jdbc.sql("delete from availability.outage where id = ?").param(outage).update();
		}
	}

	/** Somebody with an account and a guest, each with one tap. */
	@Test
	void whoWaitsForAnnouncedWorkIsCountedAsAffected() {
		UUID service = this.jdbc.sql("select id from catalog.service where slug = 'disdukcapil'")
			.query(UUID.class)
			.single();
		this.jdbc.sql("delete from availability.service_interval where service_id = ?").param(service).update();
		this.jdbc.sql("""
				insert into availability.service_interval (service_id, state, starts)
				values (?, 'MAINTENANCE', now() - interval '1 hour')""").param(service).update();
		try {
			Citizen siti = citizen();
			Person person = siti.person()
				.open("/pengaduan/baru/jenis?layanan=disdukcapil")
				.submit("/pengaduan/baru/jenis", "jenis", "pengaduan")
				.submit("/pengaduan/baru/ikuti");
			assertThat(person.path()).isEqualTo("/status/disdukcapil");
			assertThat(this.followers.affected(new ServiceId(service))).isOne();
			Person guest = new Person(this.port).with("User-Agent", "Tamu")
				.open("/pengaduan/baru/jenis?layanan=disdukcapil")
				.submit("/pengaduan/baru/jenis", "jenis", "pengaduan");
			assertThat(guest.page().select("button[formaction=/status/disdukcapil/lapor]").text())
				.isEqualTo("Saya juga terdampak");
			for (int time = 0; time < 2; time++) {
				guest.post("/status/disdukcapil/lapor", Map.of());
			}
			assertThat(this.followers.affected(new ServiceId(service))).isEqualTo(2);
			assertThat(guest.open("/status/disdukcapil/terlapor").page().text()).contains("sedang dirawat");
		}
		finally {
			this.jdbc.sql("delete from availability.service_interval where service_id = ?").param(service).update();
			this.jdbc.sql("delete from availability.work_affected where service_id = ?").param(service).update();
			this.jdbc.sql("delete from availability.waiting where service_id = ?").param(service).update();
		}
	}

	private record Citizen(Person person, AccountId account) {
	}

	private Citizen citizen() {
		String nik = Niks.next();
		AccountId account = this.people.register(nik, "Siti Aminah", null);
		return new Citizen(new Person(this.port).open("/masuk")
			.submit("/masuk", "nik", nik, "sandi", People.PASSWORD)
			.open("/akun"), account);
	}

	private Person opened(Receipt receipt) {
		return new Person(this.port).open(TRACK)
			.submit(TRACK, "nomor", receipt.ticket().toString().toLowerCase(), "kodelacak",
					receipt.code().grouped().toLowerCase());
	}

}
