package id.tangerangkota.layanan.complaint.web.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.web.Language;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever becomes of whichever complaint: nothing that is not for everybody, and nothing
 * about who reported it, is on any page, in any feed or in any answer for programs. Every
 * word that must not be seen is marked.
 */
@PortalTest
class NothingSecretIntegrationTests {

	private static final int ROUNDS = 120;

	/** Stands in everything that must not be seen. */
	private static final String SECRET = "zqsecret";

	/** Stands in everything that may be. */
	private static final String OPEN = "zqopen";

	@LocalServerPort
	private int port;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ComplaintCategories categories;

	@Autowired
	private JdbcClient jdbc;

	private final Random random = new Random(20_261_126);

	@Test
	void isOnAnyPage() {
		List<Receipt> all = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			all.add(make(round));
		}
		List<String> published = this.jdbc.sql(
				"select ticket_number::text from complaint.complaint where published_at is not null and body like '%' || ? || '%'")
			.param(OPEN)
			.query(String.class)
			.list();
		assertThat(published).as("some are public").hasSizeBetween(20, ROUNDS - 20);
		Person person = new Person(this.port);
		await().untilAsserted(() -> assertThat(person.open("/api/v1/complaints").response().body()).contains(OPEN));
		StringBuilder seen = new StringBuilder();
		for (String page : pages(all)) {
			String body = person.open(page).response().body();
			assertThat(body).as(page).doesNotContainIgnoringCase(SECRET);
			seen.append(body);
		}
		assertThat(seen).contains(OPEN);
		for (Receipt receipt : all) {
			assertThat(seen).doesNotContain(receipt.code().value(), receipt.code().grouped());
		}
		for (Actor actor : List.of(Complaints.OFFICER, Complaints.COORDINATOR, Complaints.INSPECTOR)) {
			assertThat(seen).doesNotContain(actor.requireAccount().toString());
		}
	}

	private static List<String> pages(List<Receipt> all) {
		List<String> pages = new ArrayList<>(List.of("/", "/sitemap/halaman.xml", "/pengaduan/peta",
				"/pengaduan/kinerja", "/pengaduan/kinerja.csv", "/api/v1/complaints/statistics"));
		for (int page = 1; page <= 5; page++) {
			pages.add("/pengaduan?halaman=" + page);
			pages.add("/api/v1/complaints?size=100&page=" + page);
		}
		for (String query : List.of("", "?kategori=perempuan-anak", "?kategori=pelayanan-aparatur",
				"?kategori=jalan-rusak", "?wilayah=" + Complaints.SUB_DISTRICT)) {
			pages.add("/feed/pengaduan.atom" + query);
			pages.add("/pengaduan" + query);
		}
		for (Receipt receipt : all) {
			pages.add("/pengaduan/" + receipt.ticket());
			pages.add("/pengaduan/" + receipt.ticket() + "/didukung?lang=en");
			pages.add("/api/v1/complaints/" + receipt.ticket());
			pages.add("/pengaduan/lacak?nomor=" + receipt.ticket());
			pages.add("/pengaduan/saya/" + receipt.ticket());
		}
		return pages;
	}

	/** Something random happens to somebody random. */
	private Receipt make(int round) {
		List<ComplaintCategory> all = this.categories.all();
		ComplaintCategory category = all.get(this.random.nextInt(all.size()));
		boolean confidential = this.random.nextInt(4) == 0;
		boolean publish = this.random.nextInt(4) != 0;
		boolean secret = confidential || category.sensitive() || category.supervisory() || !publish;
		String word = secret ? SECRET : OPEN;
		Submission submission = new Submission(UUID.randomUUID(), Channel.WEB,
				(category.onlyFor() != null) ? category.onlyFor() : ComplaintKind.COMPLAINT, category.code(), null,
				new ComplaintPlace(Complaints.SUB_DISTRICT, "Jalan " + word, -6.17, 106.63), "Judul " + word + round,
				"Isi laporan " + word + round, this.random.nextBoolean(), confidential, false,
				new Reporter(this.random.nextBoolean() ? AccountId.random() : null, "Budi " + SECRET,
						SECRET + "@contoh.example", "0812" + SECRET, Language.INDONESIAN),
				null, SECRET);
		Receipt receipt = this.complaints.file(submission);
		boolean supervisory = category.supervisory();
		Actor desk = supervisory ? Complaints.INSPECTOR : Complaints.COORDINATOR;
		int steps = this.random.nextInt(7);
		if (steps > 0) {
			this.complaints.as(desk, receipt.complaint(),
					(cases, shown) -> cases.verify(shown, Complaints.ROADS, category.code(), supervisory, publish));
			this.complaints.as(desk, receipt.complaint(),
					(cases, shown) -> cases.note(shown, Complaints.words("Catatan " + SECRET)));
			this.complaints.as(desk, receipt.complaint(),
					(cases, shown) -> cases.answer(shown, Complaints.words("Untuk Anda " + SECRET), true));
			this.complaints.as(desk, receipt.complaint(),
					(cases, shown) -> cases.answer(shown, Complaints.words("Untuk semua " + word), false));
			this.complaints.asReporter(receipt,
					(citizens, key) -> citizens.reply(key, Complaints.words("Saya " + SECRET)));
		}
		Actor officer = supervisory ? Complaints.INSPECTOR : Complaints.OFFICER;
		if (steps == 2) {
			this.complaints.as(desk, receipt.complaint(),
					(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Sebab " + word));
			this.complaints.asReporter(receipt, (citizens, key) -> citizens.rate(key, 1, true, "Kesan " + SECRET));
		}
		if (steps > 2) {
			this.complaints.as(officer, receipt.complaint(), CaseDesk::start);
		}
		if (steps > 4) {
			this.complaints.as(officer, receipt.complaint(),
					(cases, shown) -> cases.resolve(shown, Complaints.words("Sudah " + word)));
		}
		if (steps == 6) {
			this.complaints.asReporter(receipt, (citizens, key) -> citizens.reopen(key, "Belum " + SECRET));
		}
		if (steps == 3 && publish) {
			this.complaints.asReporter(receipt, (citizens, key) -> citizens.redact(key, "Judul", "Isi " + word));
		}
		return receipt;
	}

}
