package id.tangerangkota.layanan.complaint.web.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.filing.Drafts;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willThrow;

/** The form from its first page to the receipt, by people without scripts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "layanan.complaint.map.tiles=/peta/{z}/{x}/{y}.png")
@Import({ Letterbox.class, Complaints.class, People.class })
class FilingJourneyIntegrationTests {

	private static final String BASE = Filer.BASE;

	@LocalServerPort
	private int port;

	@Autowired
	private Regions regions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Letterbox letterbox;

	@Autowired
	private Complaints complaints;

	@Autowired
	private People people;

	@MockitoSpyBean
	private ComplaintDesk desk;

	@MockitoSpyBean
	private Drafts drafts;

	@MockitoSpyBean
	private AvailabilityReport availability;

	private Filer filer() {
		return new Filer(this.port);
	}

	@Test
	void showsEmergencyNumbersFirstAndSetsNoCookie() {
		Filer filer = filer().open(BASE);
		assertThat(filer.page().select("main a[href=tel:112], main a[href=tel:129]")).hasSize(2);
		assertThat(filer.text().indexOf("112")).isLessThan(filer.text().indexOf("Mulai"));
		assertThat(filer.person().cookies()).isEmpty();
	}

	@Test
	void leadsFromQuestionToReceipt() {
		Filer filer = filer().until(Step.CHECK);
		assertThat(filer.path()).isEqualTo(BASE + "/periksa");
		assertThat(filer.text()).contains("Pengaduan", "Jalan dan jembatan", "Jalan Kenanga, depan pasar",
				"Lubang besar di depan pasar", "Tanpa akun, tanpa surel", "Anda tidak menulis nama", "Belum terkirim");
		assertThat(filer.page().select(".at-counter")).as("files for oneself").isEmpty();
		filer.answer("kirim");
		assertThat(filer.path()).startsWith("/pengaduan/tanda-terima/");
		assertThat(filer.page().select(".panel strong").text()).matches("LKS-\\d{4}-\\d{6}-\\d");
		assertThat(filer.page().select(".paper-code").text()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
		assertThat(filer.text()).contains("Diperiksa paling lambat", "Diselesaikan paling lambat");
		assertThat(filer.page().select("main a[href^=/pengaduan/lacak]").attr("href"))
			.isEqualTo("/pengaduan/lacak?nomor=" + filer.page().select(".panel strong").text());
		assertThat(filer.person().response().headers().firstValue("Referrer-Policy")).contains("no-referrer");
		String receipt = filer.path();
		assertThat(DatabaseText.find(this.jdbc, receipt.substring(receipt.lastIndexOf('/') + 1)))
			.as("beside whoever is signed in")
			.noneMatch((column) -> column.contains("session"));
		// Whoever has the address sees the same, today and tomorrow.
		assertThat(filer().open(receipt).page().select(".panel strong").text())
			.isEqualTo(filer.page().select(".panel strong").text());
		assertThat(this.jdbc.sql("select count(*) from complaint.draft where id = :id")
			.param("id", UUID.fromString(receipt.substring(receipt.lastIndexOf('/') + 1)))
			.query(Long.class)
			.single()).isZero();
		assertThat(filer.open(BASE + "/periksa").path()).isEqualTo(receipt);
	}

	/** Wherever one taps, it is one place. */
	@Test
	void drawsNoNameOverAnotherAndNoneTooSmallForAFinger() {
		List<SubDistrict> all = this.regions.subDistricts();
		List<District> districts = this.regions.districts();
		List<CitySketch> sketches = new ArrayList<>(List.of(CitySketch.of(null, districts, all)));
		districts.forEach((district) -> sketches.add(CitySketch.of(district.code().value(), districts, all)));
		assertThat(sketches).hasSize(14).allSatisfy((sketch) -> {
			// On a phone 360 wide it is 290 wide.
			assertThat(sketch.labels()).allMatch((label) -> label.height() * 290 / sketch.width() >= 24);
			for (CitySketch.Label one : sketch.labels()) {
				assertThat(sketch.labels()).filteredOn((other) -> other != one && covers(one, other)).isEmpty();
				assertThat(one.left()).isNotNegative();
				assertThat(one.left() + one.width()).isLessThanOrEqualTo(sketch.width());
				assertThat(one.top() + one.height()).isLessThanOrEqualTo(sketch.height());
			}
		});
	}

	private static boolean covers(CitySketch.Label one, CitySketch.Label other) {
		return Math.abs(one.x() - other.x()) < (one.width() + other.width()) / 2
				&& Math.abs(one.y() - other.y()) < one.height();
	}

	private static String step(Filer filer) {
		return filer.page().select(".step-count").text();
	}

	@Test
	void saysHowManyStepsThereAreOnceThatIsDecided() {
		Filer filer = filer().open(BASE + "/jenis");
		assertThat(step(filer)).as("what it is about decides how many follow").isEqualTo("Langkah 1");
		assertThat(step(filer.answer("jenis", "jenis", "pengaduan"))).isEqualTo("Langkah 2");
		assertThat(step(filer.answer("tentang"))).as("with an error").isEqualTo("Langkah 2");
		assertThat(step(filer.answer("tentang", "tentang", "lain"))).isEqualTo("Langkah 3 dari 7");
		filer.answer("kategori", "kategori", "jalan-rusak");
		assertThat(filer.path()).isEqualTo(BASE + "/isi");
		assertThat(step(filer)).isEqualTo("Langkah 4 dari 7");
		filer.open(BASE + "/tentang").answer("tentang", "tentang", "tempat");
		assertThat(filer.path()).isEqualTo(BASE + "/tempat");
		assertThat(step(filer)).as("another answer, another way").isEqualTo("Langkah 4 dari 8");
	}

	@Test
	void countsEveryStepOnceUpToTheLast() {
		List<String> counts = new ArrayList<>();
		for (Step step : Step.values()) {
			if (step != Step.SERVICE && step != Step.STATE && step != Step.SIMILAR) {
				counts.add(step(filer().until(step)));
			}
		}
		assertThat(counts).containsExactly("Langkah 1", "Langkah 2", "Langkah 3 dari 8", "Langkah 4 dari 8",
				"Langkah 5 dari 8", "Langkah 6 dari 8", "Langkah 7 dari 8", "Langkah 8 dari 8");
		assertThat(step(filer().until(Step.CHECK).open(BASE + "/isi?lang=en"))).isEqualTo("Step 5 of 8");
	}

	/**
	 * They can be reached by going back, so that the number is the way back to the first.
	 */
	@Test
	void countsStepsThatALinkHasAnsweredForTheyAreOnTheWayBack() {
		Filer filer = filer().open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
		assertThat(step(filer)).isEqualTo("Langkah 4 dari 9");
		int steps = 1;
		while (!filer.path().equals(BASE + "/jenis")) {
			filer.open(filer.page().select("main nav.breadcrumb a").attr("href"));
			steps++;
		}
		assertThat(steps).isEqualTo(4);
	}

	@Test
	void isOfTheAccountOfWhoeverSignsInOnTheWay() {
		String nik = register();
		Filer filer = filer().until(Step.PERSON);
		signIn(filer.open(filer.page().select("main a[href^=/masuk]").attr("href")), nik);
		assertThat(filer.path()).isEqualTo(BASE + "/identitas");
		assertThat(filer.page().select("#surel")).isEmpty();
		filer.answer("identitas");
		assertThat(filer.text()).contains("Jalan Kenanga, depan pasar", "Lubang besar di depan pasar")
			.doesNotContain("Tanpa akun");
		filer.answer("kirim");
		assertThat(row(filer)).containsEntry("anonymous", false);
		assertThat(own(filer)).containsExactly("/pengaduan/saya/" + filer.page().select(".panel strong").text());
	}

	/** Somebody with an account. */
	private String register() {
		String nik = Niks.next();
		this.people.register(nik, "Siti Aminah", null);
		return nik;
	}

	/** For the first time, which brings codes to write down, or later. */
	private static void signIn(Filer filer, String nik) {
		filer.person().submit("/masuk", "nik", nik, "sandi", People.PASSWORD);
		filer.open(filer.page().select("main a.btn-quiet").attr("href"));
	}

	/** What the account lists, on another tab. */
	private List<String> own(Filer filer) {
		return filer.person().at(this.port).open("/akun/pengaduan").page().select(".service-item a").eachAttr("href");
	}

	@Test
	void staysOnesOwnWithoutAName() {
		Filer filer = filer().open("/masuk");
		signIn(filer, register());
		filer.until(Step.PERSON).answer("identitas", "anonim", "ya", "surel", "lain@contoh.id");
		assertThat(filer.text()).doesNotContain("lain@contoh.id");
		filer.answer("kirim");
		assertThat(row(filer)).containsEntry("anonymous", true);
		assertThat(own(filer)).containsExactly("/pengaduan/saya/" + filer.page().select(".panel strong").text());
	}

	/** A proposal is answered, not solved. */
	@Test
	void speaksOfAnAnswerWhereNothingIsBroken() {
		Filer filer = filer().open(BASE + "/jenis")
			.answer("jenis", "jenis", "aspirasi")
			.answer("tentang", "tentang", "lain")
			.answer("kategori", "kategori", "pohon-taman");
		assertThat(filer.text()).contains("Apa usul Anda, dan mengapa", "Bangku untuk lansia").doesNotContain("Lubang");
		filer.answer("isi", "judul", "Bangku di taman", "isi", "Mohon tambah bangku untuk lansia.")
			.answer("foto/lanjut")
			.answer("identitas")
			.answer("kirim");
		assertThat(filer.text()).contains("Dijawab paling lambat", "Jawabannya belum cukup?")
			.doesNotContain("Diselesaikan paling lambat", "Belum beres?");
	}

	@Test
	void speaksEnglish() {
		Filer filer = filer().open(BASE + "/jenis?lang=en");
		Map<String, String> fields = new LinkedHashMap<>();
		filer.page()
			.select("main form input[type=hidden]")
			.forEach((field) -> fields.put(field.attr("name"), field.val()));
		fields.put("jenis", "aspirasi");
		filer.post(BASE + "/jenis?lang=en", fields);
		assertThat(filer.person().response().headers().firstValue("Location")).contains(BASE + "/tentang?lang=en");
	}

	@Test
	void comesFromAServiceAndShowsItsState() {
		Filer filer = filer().open(BASE + "?layanan=disdukcapil");
		assertThat(filer.page().select("main a.btn").attr("href")).isEqualTo(BASE + "/jenis?layanan=disdukcapil");
		filer.open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
		assertThat(filer.path()).isEqualTo(BASE + "/keadaan");
		filer.answer("keadaan");
		assertThat(filer.path()).isEqualTo(BASE + "/kategori");
		assertThat(filer.page().select("input[name=kategori][checked]").val()).isEqualTo("layanan-digital");
		filer.answer("kategori", "kategori", "layanan-digital");
		assertThat(filer.path()).isEqualTo(BASE + "/isi");
	}

	@Test
	void asksForNoAddressWhereNoMailCanBeSent() {
		UUID outage = UUID.randomUUID();
		this.jdbc.sql("""
				insert into availability.outage (id, service_id, starts, cause)
				select ?, id, now() - interval '1 hour', 'STATUS' from catalog.service where slug = 'disdukcapil'""")
			.param(outage)
			.update();
		this.letterbox.setPossible(false);
		try {
			Filer filer = filer().open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
			assertThat(filer.page().select("main a[href^=/langganan]")).isEmpty();
			assertThat(filer.page().select("main a[href^=/masuk]")).hasSize(1);
			assertThat(filer.text()).doesNotContain("surel");
			filer = filer().until(Step.PERSON);
			assertThat(filer.page().select("#surel")).isEmpty();
			assertThat(filer.page().select("main").text()).doesNotContain("surel");
			filer.answer("identitas");
			assertThat(filer.path()).isEqualTo(BASE + "/periksa");
		}
		finally {
			this.letterbox.setPossible(true);
			this.jdbc.sql("delete from availability.outage where id = ?").param(outage).update();
		}
	}

	/** Who has no account is told by mail that it works again. */
	@Test
	void leadsToNewsByMailWhereAServiceIsDown() {
		UUID outage = UUID.randomUUID();
		this.jdbc.sql("""
				insert into availability.outage (id, service_id, starts, cause)
				select ?, id, now() - interval '1 hour', 'STATUS' from catalog.service where slug = 'disdukcapil'""")
			.param(outage)
			.update();
		try {
			Filer filer = filer().open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
			assertThat(filer.path()).isEqualTo(BASE + "/keadaan");
			assertThat(filer.text()).as("nobody can judge it now, but it is known")
				.doesNotContain("Karena itu laporan ini penting");
			String href = filer.page().select("main a[href^=/langganan]").attr("href");
			assertThat(href).isEqualTo("/langganan/disdukcapil");
			assertThat(filer().open(href).page().select("main input[name=surel]")).hasSize(1);
		}
		finally {
			this.jdbc.sql("delete from availability.outage where id = ?").param(outage).update();
		}
	}

	/** With one tap, and nothing that looks as if it were still to be done. */
	@Test
	void saysThatAnOutageIsFollowedAndListsIt() {
		UUID outage = UUID.randomUUID();
		this.jdbc.sql("""
				insert into availability.outage (id, service_id, starts, cause)
				select ?, id, now() - interval '1 hour', 'STATUS' from catalog.service where slug = 'disdukcapil'""")
			.param(outage)
			.update();
		try {
			Filer filer = filer().open("/masuk");
			signIn(filer, register());
			filer.post("/langganan/disdukcapil/ikuti", Map.of());
			assertThat(filer.person().status()).isEqualTo(303);
			Document page = filer.open("/langganan/disdukcapil").page();
			assertThat(page.select(".banner-success").text()).contains("Anda akan kami kabari");
			assertThat(page.select("main button").eachText()).containsExactly("Kabari juga gangguan berikutnya",
					"Berhenti mengikuti");
			assertThat(page.select("main .btn-quiet")).as("nothing to take back").isEmpty();
			page = filer.open("/akun/pengaturan-pesan").page();
			assertThat(page.select(".service-item").text())
				.contains("Sekali saja, saat gangguan yang sekarang selesai");
			assertThat(page.text()).doesNotContain("belum mengikuti layanan apa pun");
		}
		finally {
			this.jdbc.sql("delete from availability.follower where outage_id = ?").param(outage).update();
			this.jdbc.sql("delete from availability.outage where id = ?").param(outage).update();
		}
	}

	@ParameterizedTest
	@CsvSource({ "UP,dapat dibuka sekarang", "DEGRADED,dapat dibuka sekarang",
			"DOWN,Kami sudah tahu layanan ini terganggu", "MAINTENANCE,Layanan ini sedang dirawat",
			"UNKNOWN,Kami tidak tahu keadaan", "UNMONITORED,Kami tidak tahu keadaan" })
	void saysWhatIsKnownOfAService(ServiceState state, String words) {
		willAnswer((call) -> new CurrentState(call.getArgument(0), state, Instant.parse("2026-07-01T03:00:00Z"), null))
			.given(this.availability)
			.now(any(ServiceId.class));
		Filer filer = filer().open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
		assertThat(filer.path()).isEqualTo(BASE + "/keadaan");
		assertThat(filer.text()).contains(words).doesNotContain("Petugas sedang menanganinya");
		assertThat(filer.page().select("main a[href=/langganan/disdukcapil]").eachText()).isEqualTo(
				(state == ServiceState.MAINTENANCE) ? List.of("Minta kabar lewat surel, tanpa akun") : List.of());
		assertThat(filer.answer("keadaan").path()).isEqualTo(BASE + "/kategori");
	}

	@Test
	void waitsWithOneTapForTheEndOfMaintenance() {
		willAnswer((call) -> new CurrentState(call.getArgument(0), ServiceState.MAINTENANCE,
				Instant.parse("2026-07-01T03:00:00Z"), null))
			.given(this.availability)
			.now(any(ServiceId.class));
		Filer filer = filer().open("/masuk");
		signIn(filer, register());
		filer.open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
		assertThat(filer.page().select("form[action=" + BASE + "/ikuti] button").text())
			.isEqualTo("Kabari saya saat pulih");
		filer.answer("ikuti");
		assertThat(filer.page().select(".banner-success").text()).contains("begitu layanan ini dapat dipakai lagi");
		assertThat(this.jdbc.sql("""
				delete from availability.waiting
				where service_id = (select id from catalog.service where slug = 'disdukcapil')""").update()).isOne();
	}

	@Test
	void findsAServiceInsideOfTheForm() {
		Filer filer = filer().open(BASE + "/jenis").answer("jenis", "jenis", "pengaduan");
		filer.answer("tentang", "tentang", "layanan").open(BASE + "/layanan?q=ktp");
		String slug = filer.page().select("input[name=layanan]").first().val();
		filer.answer("layanan", "layanan", slug);
		assertThat(filer.path()).isEqualTo(BASE + "/keadaan");
		filer.open(BASE + "/layanan?q=zzzqqq");
		assertThat(filer.text()).contains("tidak menemukan layanan untuk “zzzqqq”");
		filer.answer("tentang");
		assertThat(filer.path()).isEqualTo(BASE + "/kategori");
	}

	@Test
	void goesBackToTheListAfterAChange() {
		Filer filer = filer().until(Step.CHECK).open(BASE + "/tempat");
		filer.answer("tempat", "kelurahan", "", "alamat", "Depan stasiun");
		assertThat(filer.path()).isEqualTo(BASE + "/periksa");
		assertThat(filer.text()).contains("Depan stasiun").doesNotContain("Jalan Kenanga");
	}

	@ParameterizedTest
	@CsvSource({ "KIND,", "CONCERN, jenis", "CATEGORY, tentang", "PLACE, kategori", "WORDS, tempat", "PHOTOS, isi",
			"PERSON, foto", "CHECK, identitas" })
	void leadsBackToTheQuestionBefore(Step step, @Nullable String before) {
		Filer filer = filer().until(step);
		assertThat(filer.path()).isEqualTo(BASE + "/" + step.path());
		String back = filer.page().select("main nav a").first().attr("href");
		assertThat(back).isEqualTo((before != null) ? BASE + "/" + before : BASE);
		assertThat(filer.open(back).path()).isEqualTo(back);
		assertThat(filer.status()).isEqualTo(200);
	}

	@Test
	void leadsBackToTheServiceWhereThereIsNoPlace() {
		Filer filer = filer().open(BASE + "/jenis?layanan=disdukcapil").answer("jenis", "jenis", "pengaduan");
		assertThat(filer.page().select("main nav a").first().attr("href")).isEqualTo(BASE + "/layanan");
		filer.answer("keadaan").answer("kategori", "kategori", "layanan-digital");
		assertThat(filer.page().select("main nav a").first().attr("href")).isEqualTo(BASE + "/kategori");
	}

	@Test
	void explainsBothSwitchesWhereTheyAre() {
		Filer filer = filer().until(Step.PERSON);
		assertThat(hint(filer, "anonim")).startsWith("Petugas tidak melihat data apa pun tentang Anda.");
		assertThat(hint(filer, "rahasia")).startsWith("Isi laporan tidak tampil untuk umum.");
		signIn(filer.open(filer.page().select("main a[href^=/masuk]").attr("href")), register());
		assertThat(hint(filer, "anonim")).contains("Hanya koordinator dapat membukanya", "persetujuan orang kedua");
	}

	private static String hint(Filer filer, String field) {
		return filer.page().getElementById(filer.page().select("#" + field).attr("aria-describedby")).text();
	}

	@ParameterizedTest
	@EnumSource(names = { "PLACE", "WORDS", "PERSON", "SIMILAR", "CHECK" })
	void leadsToWhatHasToBeAnsweredFirst(Step step) {
		Filer filer = filer().until(Step.CONCERN).open(BASE + "/" + step.path());
		assertThat(filer.path()).isEqualTo(BASE + "/tentang");
	}

	@ParameterizedTest
	@CsvSource({ "KIND, jenis, jenis", "CONCERN, tentang, tentang", "CATEGORY, kategori, kategori",
			"PLACE, tempat, kelurahan", "WORDS, isi, judul" })
	void asksAgainForWhatIsMissing(Step step, String path, String field) {
		Filer filer = filer().until(step).answer(path);
		assertThat(filer.status()).isEqualTo(422);
		assertThat(filer.page().title()).startsWith("Kesalahan:");
		assertThat(filer.page().select(".error-summary a[href=#" + field + "]")).hasSize(1);
		assertThat(filer.page().select("#" + field)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kategori | kategori | tidak-ada
			kategori | kategori | permintaan-informasi
			tempat | kelurahan | 36.71.01
			tempat | kelurahan | 99.99.99.9999
			tempat | kelurahan | ' or 1=1
			tempat | alamat | %s
			isi | judul | abc
			""")
	void refusesWhatNobodyCanChoose(String path, String field, String value) {
		Step step = Step.valueOf(switch (path) {
			case "kategori" -> "CATEGORY";
			case "tempat" -> "PLACE";
			default -> "WORDS";
		});
		Filer filer = filer().until(step).answer(path, field, value.replace("%s", "x".repeat(201)));
		assertThat(filer.status()).isEqualTo(422);
	}

	@Test
	void showsAFarTooLongTextAgain() {
		String novel = "Panjang sekali. ".repeat(6_250).strip();
		Filer filer = filer().until(Step.WORDS).answer("isi", "judul", "Sebuah cerita", "isi", novel);
		assertThat(filer.status()).isEqualTo(422);
		assertThat(filer.page().select("#isi").val()).hasSize(99_999);
		assertThat(filer.page().select("#judul").val()).isEqualTo("Sebuah cerita");
		assertThat(filer.text()).contains("Paling banyak 5.000 huruf");
	}

	@Test
	void takesOutWhatNobodySees() {
		Filer filer = filer().until(Step.WORDS);
		filer.answer("isi", "judul", "Ju\u202edul \u200bsatu\ufeff", "isi",
				"Baris\u2066 satu\u0007.\r\nBaris dua, \u200blagi.");
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("Judul satu").doesNotContain("\u202e", "\u200b", "\u2066");
	}

	@Test
	void showsMarkupAsItWasTyped() {
		String markup = "<script>alert(1)</script> **tebal** [a](javascript:alert(1)) <img src=x onerror=alert(1)>";
		Filer filer = filer().until(Step.WORDS).answer("isi", "judul", "<b>Judul</b>", "isi", markup);
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("<b>Judul</b>", markup);
		assertThat(filer.page().select("main script, main img")).isEmpty();
	}

	@Test
	void hidesANikAndSaysSo() {
		Filer filer = filer().until(Step.WORDS)
			.answer("isi", "judul", "KTP belum jadi", "isi", "NIK saya 3671 0112 3456 0001, tolong dicek.");
		assertThat(filer.text()).contains("16 angka");
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("0001").doesNotContain("3671 0112");
	}

	@Test
	void losesNothingWithALateForm() {
		Filer filer = filer().until(Step.WORDS);
		Map<String, String> fields = new LinkedHashMap<>(filer.person().hidden(BASE + "/isi"));
		fields.put("judul", "Ditulis dua jam lamanya");
		fields.put("isi", "Sesi formulir ini sudah habis ketika akhirnya terkirim.");
		filer.person().cookies().clear();
		filer.post(BASE + "/isi", fields);
		assertThat(filer.status()).isEqualTo(403);
		filer.person().submit(BASE + "/isi");
		// Shown again, and the draft of before goes on in the new session.
		assertThat(filer.path()).isEqualTo(BASE + "/foto");
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("Ditulis dua jam lamanya", "Jalan Kenanga");
	}

	@Test
	void keepsWhatWasTypedWhenTheDraftIsGone() {
		Filer filer = filer().until(Step.WORDS);
		this.jdbc.sql("delete from complaint.draft where id = :id")
			.param("id", UUID.fromString(filer.person().hidden(BASE + "/isi").get("kunci")))
			.update();
		filer.answer("isi", "judul", "Masih ada", "isi", "Tulisan ini tidak boleh hilang.");
		assertThat(filer.path()).isEqualTo(BASE + "/jenis");
		filer.answer("jenis", "jenis", "pengaduan")
			.answer("tentang", "tentang", "lain")
			.answer("kategori", "kategori", "lain-lain")
			.answer("foto/lanjut")
			.answer("identitas");
		assertThat(filer.text()).contains("Masih ada", "Tulisan ini tidak boleh hilang.");
	}

	@Test
	void fixesBothSwitchesForViolenceAgainstWomenAndChildren() {
		Filer filer = filer().open(BASE + "/jenis").answer("jenis", "jenis", "pengaduan");
		filer.answer("tentang", "tentang", "lain").answer("kategori", "kategori", "perempuan-anak");
		filer.answer("isi", "judul", "Butuh pendampingan", "isi", "Tetangga saya memerlukan bantuan segera.");
		filer.answer("foto/lanjut");
		assertThat(filer.text()).contains("selalu dirahasiakan");
		assertThat(filer.page().select("#anonim, #rahasia")).isEmpty();
		filer.answer("identitas").answer("kirim");
		Map<String, Object> row = row(filer);
		assertThat(row).containsEntry("anonymous", true).containsEntry("confidential", true);
		assertThat(row.get("body")).isNull();
	}

	private Map<String, Object> row(Filer filer) {
		return this.jdbc.sql("""
				select c.* from complaint.complaint c join complaint.submission s on s.complaint_id = c.id
				where s.key = :key""")
			.param("key", UUID.fromString(filer.path().substring(filer.path().lastIndexOf('/') + 1)))
			.query()
			.singleRow();
	}

	@Test
	void keepsTheTwoSwitchesApart() {
		Filer filer = filer().until(Step.PERSON).answer("identitas", "rahasia", "ya", "surel", "siti@contoh.id");
		assertThat(filer.text()).contains("Isi dirahasiakan", "Anda tidak menulis nama", "siti@contoh.id");
		filer.answer("kirim");
		assertThat(row(filer)).containsEntry("anonymous", false).containsEntry("confidential", true);
	}

	@Test
	void refusesWhatIsNoEmailAddress() {
		Filer filer = filer().until(Step.PERSON).answer("identitas", "surel", "siti@", "anonim", "ya");
		assertThat(filer.status()).isEqualTo(422);
		assertThat(filer.page().select("#surel").val()).isEqualTo("siti@");
		assertThat(filer.page().select("#anonim[checked]")).hasSize(1);
	}

	@Test
	void isOneComplaintHoweverOftenItIsSent() throws Exception {
		Filer filer = filer().until(Step.CHECK);
		Map<String, String> fields = filer.last();
		List<Callable<String>> sends = new ArrayList<>();
		// Each is a try, and one device has so many about one thing.
		for (int i = 0; i < 3; i++) {
			Filer tab = new Filer(this.port);
			tab.person().cookies().putAll(filer.person().cookies());
			sends.add(() -> {
				tab.post(BASE + "/kirim", fields);
				return tab.status() + " " + tab.person().response().headers().firstValue("Location").orElse("");
			});
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<String> sent : threads.invokeAll(sends)) {
				assertThat(sent.get()).isEqualTo("303 /pengaduan/tanda-terima/" + fields.get("kunci"));
			}
		}
		assertThat(this.jdbc.sql("select count(*) from complaint.submission where key = :key")
			.param("key", UUID.fromString(fields.get("kunci")))
			.query(Long.class)
			.single()).isOne();
		// From another tab, much later.
		filer.post(BASE + "/kirim", fields);
		assertThat(filer.person().response().headers().firstValue("Location"))
			.contains("/pengaduan/tanda-terima/" + fields.get("kunci"));
	}

	@Test
	void holdsAFloodBackAndKeepsTheReport() {
		Filer filer = filer();
		for (int i = 0; i < 3; i++) {
			filer.until(Step.CHECK).answer("kirim");
			assertThat(filer.path()).startsWith("/pengaduan/tanda-terima/");
		}
		filer.until(Step.CHECK).answer("kirim");
		assertThat(filer.status()).isEqualTo(429);
		assertThat(filer.person().response().headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
		assertThat(filer.text()).contains("Kirim lagi setelah", "112", "Lubang besar di depan pasar");
		// It was about one place; another one is not held back.
		filer.open(BASE + "/tempat").answer("tempat", "kelurahan", "36.71.05.1001").answer("kirim");
		assertThat(filer.path()).startsWith("/pengaduan/tanda-terima/");
		// Nor is a neighbour with the same address on another device.
		assertThat(filer().until(Step.CHECK).answer("kirim").path()).startsWith("/pengaduan/tanda-terima/");
	}

	@Test
	void saysThatNothingIsLostWhenTheDiskIsFull() {
		Filer filer = filer().until(Step.CHECK);
		willThrow(new DataAccessResourceFailureException("no space left")).given(this.desk).file(any());
		willThrow(new DataAccessResourceFailureException("no space left")).given(this.drafts).save(any());
		// As often as one may try in an hour: what the portal could not take does not
		// count.
		for (int i = 0; i < 3; i++) {
			filer.answer("kirim");
			assertThat(filer.status()).isEqualTo(503);
			assertThat(filer.text()).contains("belum terkirim", "tidak hilang", "Lubang besar di depan pasar",
					"sudah dua motor jatuh");
		}
		willThrow(new CannotCreateTransactionException("no connection")).given(this.desk).file(any());
		filer.answer("kirim");
		assertThat(filer.status()).isEqualTo(503);
		willCallRealMethod().given(this.desk).file(any());
		willCallRealMethod().given(this.drafts).save(any());
		filer.answer("kirim");
		assertThat(filer.path()).startsWith("/pengaduan/tanda-terima/");
	}

	@Test
	void takesAWholeFormFromAPhone() {
		Filer filer = filer().open(BASE + "/token");
		String token = filer.person().response().body().replaceAll(".*\"nilai\":\"([^\"]+)\".*", "$1");
		String key = UUID.randomUUID().toString();
		Map<String, String> fields = whole(token, key);
		filer.person().with("Accept", "application/json");
		filer.post(BASE + "/kirim", fields);
		assertThat(filer.status()).isEqualTo(200);
		assertThat(filer.person().response().body()).contains("/pengaduan/tanda-terima/" + key);
		filer.post(BASE + "/kirim", fields);
		assertThat(filer.person().response().body()).contains("/pengaduan/tanda-terima/" + key);
		filer.person().with("Accept", "text/html");
		filer.open("/pengaduan/tanda-terima/" + key);
		assertThat(row(filer)).containsEntry("confidential", false).containsEntry("anonymous", true);
	}

	private static Map<String, String> whole(String token, String key) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("_csrf", token);
		fields.put("kunci", key);
		fields.put("jenis", "pengaduan");
		fields.put("tentang", "tempat");
		fields.put("kategori", "pju");
		fields.put("kelurahan", "36.71.01.1001");
		fields.put("judul", "Lampu jalan mati");
		fields.put("isi", "Tiga lampu di gang kami mati sejak Senin.");
		fields.put("identitas", "ya");
		fields.put("anonim", "ya");
		return fields;
	}

	@ParameterizedTest
	@ValueSource(strings = { "kategori", "judul", "kelurahan", "identitas" })
	void asksAPhoneForWhatIsMissing(String missing) {
		Filer filer = filer().open(BASE + "/token");
		String token = filer.person().response().body().replaceAll(".*\"nilai\":\"([^\"]+)\".*", "$1");
		Map<String, String> fields = whole(token, UUID.randomUUID().toString());
		fields.remove(missing);
		filer.person().with("Accept", "application/json");
		filer.post(BASE + "/kirim", fields);
		assertThat(filer.status()).isEqualTo(422);
		String next = filer.person().response().body().replaceAll(".*\"lanjut\":\"([^\"]+)\".*", "$1");
		filer.person().with("Accept", "text/html");
		assertThat(filer.open(next).path()).isEqualTo(next);
		assertThat(filer.status()).isEqualTo(200);
	}

	@Test
	void offersASimilarReportToSupport() {
		Receipt other = this.complaints.file("jalan-rusak");
		publish(other);
		Filer filer = filer().until(Step.SIMILAR);
		assertThat(filer.path()).isEqualTo(BASE + "/serupa");
		assertThat(filer.text()).contains(other.ticket().toString(), "Lubang besar di depan pasar");
		Map<String, String> fields = new LinkedHashMap<>(filer.person().hidden(BASE + "/dukung"));
		filer.answer("dukung", "tiket", other.ticket().toString());
		assertThat(filer.path()).isEqualTo(BASE + "/didukung/" + other.ticket());
		fields.put("tiket", other.ticket().toString());
		filer.post(BASE + "/dukung", fields);
		assertThat(supporters(other)).isOne();
		// Nothing of the draft is left.
		assertThat(filer.open(BASE + "/periksa").path()).isEqualTo(BASE);
		this.jdbc.sql("update complaint.complaint set published_at = null where id = :id")
			.param("id", other.complaint().value())
			.update();
	}

	@Test
	void goesOnBesideASimilarReport() {
		Receipt other = this.complaints.file("jalan-rusak");
		publish(other);
		Filer filer = filer().until(Step.SIMILAR).answer("serupa");
		assertThat(filer.path()).isEqualTo(BASE + "/periksa");
		this.jdbc.sql("update complaint.complaint set published_at = null where id = :id")
			.param("id", other.complaint().value())
			.update();
	}

	@Test
	void offersNothingThatIsNotPublished() {
		this.complaints.file("jalan-rusak");
		assertThat(filer().until(Step.SIMILAR).path()).isEqualTo(BASE + "/periksa");
	}

	/** The tap on public pages has the same name at its end, and no token. */
	@Test
	void supportsFromTheFormWithItsTokenOnly() {
		Receipt other = this.complaints.file("jalan-rusak");
		publish(other);
		Filer filer = filer().until(Step.SIMILAR);
		assertThat(filer.post(BASE + "/dukung", Map.of("tiket", other.ticket().toString())).status()).isEqualTo(403);
		assertThat(supporters(other)).isZero();
		this.jdbc.sql("update complaint.complaint set published_at = null where id = :id")
			.param("id", other.complaint().value())
			.update();
	}

	@Test
	void supportsNothingThatIsNotThere() {
		Receipt hidden = this.complaints.file("jalan-rusak");
		Filer filer = filer().until(Step.CHECK);
		Map<String, String> fields = new LinkedHashMap<>(filer.last());
		fields.put("tiket", hidden.ticket().toString());
		assertThat(filer.post(BASE + "/dukung", fields).status()).isEqualTo(404);
		fields.put("tiket", "LKS-2026-000001-0");
		assertThat(filer.post(BASE + "/dukung", fields).status()).isEqualTo(404);
		assertThat(supporters(hidden)).isZero();
	}

	private void publish(Receipt receipt) {
		this.jdbc.sql("update complaint.complaint set published_at = received_at where id = :id")
			.param("id", receipt.complaint().value())
			.update();
	}

	private int supporters(Receipt receipt) {
		return this.jdbc.sql("select supporters from complaint.complaint where id = :id")
			.param("id", receipt.complaint().value())
			.query(Integer.class)
			.single();
	}

	@Test
	void drawsTheCityToTapOn() {
		Filer filer = filer().until(Step.PLACE);
		assertThat(filer.page().select("#kelurahan optgroup")).hasSize(13);
		assertThat(filer.page().select("#kelurahan option")).hasSize(105);
		assertThat(filer.page().select(".sketch circle")).hasSize(104);
		assertThat(filer.page().select(".sketch a")).hasSize(13);
		filer.open(BASE + "/tempat?peta=36.71.05");
		assertThat(filer.page().select(".sketch a").size()).isBetween(5, 15);
		filer.open(BASE + "/tempat?kelurahan=36.71.05.1001");
		assertThat(filer.page().select("#kelurahan option[selected]").val()).isEqualTo("36.71.05.1001");
		assertThat(filer.open(BASE + "/tempat?kelurahan=x&peta=y").status()).isEqualTo(200);
	}

	@Test
	void offersAMapWhereTheCityHasTiles() {
		Filer filer = filer().until(Step.PLACE);
		Element map = filer.page().select("[data-map]").first();
		assertThat(map.attr("data-tiles")).isEqualTo("/peta/{z}/{x}/{y}.png");
		assertThat(map.attr("data-zoom")).isEqualTo("17");
		assertThat(map.attr("data-attribution")).isEqualTo("© OpenStreetMap");
		assertThat(map.hasAttr("hidden")).as("without a script").isTrue();
		assertThat(filer.open(map.attr("data-script")).status()).isEqualTo(200);
		assertThat(filer.open(map.attr("data-style")).status()).isEqualTo(200);
		filer.open(BASE + "/tempat");
		assertThat(filer.page().select("script[src^=/js/map]")).hasSize(1);
		String policy = filer.person().response().headers().firstValue("Content-Security-Policy").orElseThrow();
		assertThat(policy).as("of this host only").contains("img-src 'self'").doesNotContain("openstreetmap");
	}

	@Test
	void saysNothingOfAPointThatWasNotGiven() {
		Filer filer = filer().until(Step.PLACE).answer("tempat", "kelurahan", "", "lintang", "", "bujur", "");
		assertThat(filer.status()).isEqualTo(422);
		assertThat(filer.page().select("#tanpatitik")).isEmpty();
	}

	@Test
	void takesAPointInTheCityOnly() {
		Filer filer = filer().until(Step.PLACE).answer("tempat", "lintang", "-6.1783", "bujur", "106.6319");
		assertThat(filer.path()).isEqualTo(BASE + "/isi");
		filer = filer().until(Step.PLACE).answer("tempat", "lintang", "48.85", "bujur", "2.35");
		assertThat(filer.status()).isEqualTo(422);
		filer = filer().until(Step.PLACE).answer("tempat", "lintang", "NaN", "bujur", "1e400");
		assertThat(filer.status()).isEqualTo(422);
	}

	@Test
	void discardsADraft() {
		Filer filer = filer().until(Step.WORDS).open(BASE + "/jenis");
		assertThat(filer.text()).contains("belum selesai");
		filer.answer("buang");
		assertThat(filer.path()).isEqualTo(BASE + "/jenis");
		assertThat(filer.text()).doesNotContain("belum selesai");
	}

	@Test
	void letsNobodySeeAnothersDraft() {
		Filer filer = filer().until(Step.CHECK);
		assertThat(filer().open(BASE + "/periksa?kunci=" + filer.last().get("kunci")).path()).isEqualTo(BASE);
	}

	@Test
	void hasNoReceiptForAKeyNobodyUsed() {
		assertThat(filer().open("/pengaduan/tanda-terima/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(filer().open("/pengaduan/tanda-terima/x").status()).isEqualTo(400);
	}

	@Test
	void redirectsTheAddressPeopleGuess() {
		assertThat(filer().open("/lapor").path()).isEqualTo(BASE);
	}

	@Test
	void servesTheWorkerWithItsFiles() {
		Filer filer = filer().open("/sw.js");
		assertThat(filer.status()).isEqualTo(200);
		assertThat(filer.person().response().headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
		String script = filer.person().response().body();
		assertThat(script).containsPattern("/js/complaint-[0-9a-f]{32}\\.js").contains("navigationPreload");
		assertThat(filer.person().cookies()).isEmpty();
	}

}
