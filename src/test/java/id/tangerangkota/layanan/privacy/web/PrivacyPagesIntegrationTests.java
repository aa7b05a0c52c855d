package id.tangerangkota.layanan.privacy.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.privacy.DataRequests;
import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.privacy.RequestDetail;
import id.tangerangkota.layanan.privacy.RequestId;
import id.tangerangkota.layanan.privacy.RequestKind;
import id.tangerangkota.layanan.privacy.RequestState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages, with and without rights, with good and bad input. */
@PortalTest
class PrivacyPagesIntegrationTests {

	private static final List<String> CITIZENS = List.of("/akun/data-saya", "/akun/data-saya/ubah",
			"/akun/data-saya/persetujuan", "/akun/data-saya/batasi", "/akun/data-saya/akses", "/akun/data-saya/tutup",
			"/akun/data-saya/permintaan", "/akun/data-saya/permintaan/baru");

	private static final List<String> STAFF = List.of("/admin/hak-data", "/admin/pelanggaran-data",
			"/admin/pelanggaran-data/baru");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@Autowired
	private DataRequests requests;

	@Autowired
	private AccountDirectory directory;

	@Autowired
	private Disclosures disclosures;

	static Stream<String> all() {
		return Stream.concat(CITIZENS.stream(), STAFF.stream());
	}

	static List<String> citizens() {
		return CITIZENS;
	}

	static List<String> staff() {
		return STAFF;
	}

	@ParameterizedTest
	@MethodSource("all")
	void sendsStrangersToTheDoor(String path) {
		MvcTestResult result = this.mvc.get().uri(path).exchange();
		assertThat(result.getResponse().getStatus()).isIn(302, 303);
		assertThat(result.getResponse().getRedirectedUrl()).contains("masuk");
	}

	@ParameterizedTest
	@MethodSource("citizens")
	void opensToCitizensInBothLanguages(String path) {
		Actor person = citizen("Siti Membuka");
		for (String language : List.of("", "?lang=en")) {
			MvcTestResult result = get(path + language, person);
			assertThat(result).hasStatusOk();
			Document page = page(result);
			assertThat(page.select("h1")).hasSize(1);
			assertThat(page.select("main [id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
		}
	}

	@ParameterizedTest
	@MethodSource("staff")
	void opensToTwoRolesOnly(String path) {
		for (Role role : Role.values()) {
			Actor staff = Actor.staff(AccountId.random(), Set.of(role),
					role.needsAgency() ? new AgencyId("disdukcapil") : null);
			boolean may = role == Role.DATA_PROTECTION_OFFICER || role == Role.ADMINISTRATOR;
			assertThat(get(path, staff).getResponse().getStatus()).as(role.name()).isEqualTo(may ? 200 : 403);
		}
		assertThat(get(path, citizen("Siti Mencoba"))).hasStatus(403);
	}

	@ParameterizedTest
	@MethodSource("citizens")
	void staysShutForStaff(String path) {
		assertThat(get(path, Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))).hasStatus(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/akun/data-saya/ubah", "/akun/data-saya/persetujuan", "/akun/data-saya/batasi",
			"/akun/data-saya/tutup", "/akun/data-saya/permintaan/baru" })
	void refusesFormsWithoutToken(String path) {
		Actor person = citizen("Siti Tanpa Token");
		MvcTestResult result = this.mvc.post()
			.uri(path)
			.param("sandi", People.PASSWORD)
			.param("batasi", "true")
			.param("isi", "x")
			.with(as(person))
			.exchange();
		assertThat(result.getResponse().getStatus()).isGreaterThanOrEqualTo(400);
		assertThat(this.directory.find(person.requireAccount()).orElseThrow().isActive()).isTrue();
		assertThat(this.directory.find(person.requireAccount()).orElseThrow().restricted()).isFalse();
		assertThat(this.requests.of(person.requireAccount(), 1, 20).total()).isZero();
	}

	@Test
	void masksTheNikOnThePageAndNotInTheFile() throws Exception {
		String nik = Niks.next();
		Actor person = Actor.citizen(this.people.register(nik, "Siti Lihat", null));
		MvcTestResult page = get("/akun/data-saya", person);
		assertThat(page).bodyText().doesNotContain(nik).contains(nik.substring(12), "Siti Lihat");
		MvcTestResult json = get("/akun/data-saya/unduh.json", person);
		assertThat(json).hasStatusOk();
		assertThat(json.getResponse().getHeader("Content-Disposition"))
			.matches("attachment; filename=\"data-saya-\\d{4}-\\d\\d-\\d\\d\\.json\"");
		JsonNode content = new JsonMapper().readTree(json.getResponse().getContentAsByteArray());
		JsonNode me = content.get("sections").get(0);
		assertThat(me.get("name").asString()).isEqualTo("person");
		assertThat(me.get("title").asString()).isEqualTo("Data diri");
		JsonNode facts = me.get("entries").get(0);
		assertThat(facts.get("nik").asString()).isEqualTo(nik);
		assertThat(facts.get("email").isNull()).isTrue();
		assertThat(facts.get("email-confirmed").isBoolean()).isTrue();
		assertThat(page(get("/akun/data-saya?lang=en", person)).select("a[download]").eachAttr("href"))
			.containsExactly("/akun/data-saya/unduh.html?lang=en", "/akun/data-saya/unduh.json?lang=en");
		MvcTestResult html = get("/akun/data-saya/unduh.html?lang=en", person);
		assertThat(html.getResponse().getHeader("Content-Disposition")).startsWith("attachment").contains(".html");
		Document file = page(html);
		assertThat(file.text()).contains(nik, "About you");
		assertThat(file.select("link, script, img, a, form")).as("self-contained").isEmpty();
		assertThat(this.requests.of(person.requireAccount(), 1, 20).total()).isEqualTo(2);
	}

	@Test
	void keepsWhatWasTypedWhenSomethingIsWrong() {
		Actor person = citizen("Siti Ketik");
		MvcTestResult result = post("/akun/data-saya/ubah", person, "nama", "Siti <b>9</b>", "telepon", "12", "alamat",
				"Jl. \"A\" & B", "kelurahan", "99.99.99.9999");
		assertThat(result).hasStatus(422);
		Document page = page(result);
		assertThat(page.title()).startsWith("Kesalahan:");
		assertThat(page.select(".error-summary li a").eachAttr("href")).containsExactly("#nama", "#telepon",
				"#kelurahan");
		assertThat(page.select("#nama").val()).isEqualTo("Siti <b>9</b>");
		assertThat(page.select("#telepon").val()).isEqualTo("12");
		assertThat(page.select("#alamat").text()).isEqualTo("Jl. \"A\" & B");
		assertThat(page.select("#telepon").attr("aria-invalid")).isEqualTo("true");
		assertThat(this.directory.find(person.requireAccount()).orElseThrow().name()).isEqualTo("Siti Ketik");
	}

	@Test
	void correctsAndSaysSo() {
		Actor person = citizen("Siti Ubah");
		MvcTestResult result = post("/akun/data-saya/ubah?lang=en", person, "nama", "Siti  Baru", "telepon",
				"0812-3456-7890", "alamat", "Jalan Satu", "kelurahan", "36.71.01.1001");
		assertThat(result).hasStatus(303).hasRedirectedUrl("/akun/data-saya?selesai=diperbaiki&lang=en");
		assertThat(get("/akun/data-saya?selesai=diperbaiki", person)).bodyText()
			.contains("Data Anda sudah diperbaiki", "Siti Baru", "081234567890", "Sukarasa");
		assertThat(get("/akun/data-saya?selesai=<script>", person)).hasStatusOk();
	}

	@Test
	void asksTheStaffForAVerifiedName() {
		Actor person = citizen("Siti Baru");
		MvcTestResult bad = post("/akun/data-saya/permintaan/baru", person, "jenis", "apa", "isi", "");
		assertThat(bad).hasStatus(422);
		assertThat(page(bad).select(".error-summary li")).hasSize(2);
		String words = "Nama saya salah. NIK saya " + Niks.next();
		MvcTestResult filed = post("/akun/data-saya/permintaan/baru", person, "jenis", "perbaikan", "isi", words);
		assertThat(filed.getResponse().getRedirectedUrl()).endsWith("?selesai=disamarkan");
		MvcTestResult shown = get(String.valueOf(filed.getResponse().getRedirectedUrl()), person);
		assertThat(shown).bodyText().contains("Nama saya salah.", "kami samarkan", "Sisa 2 hari 23 jam");
		String path = String.valueOf(filed.getResponse().getRedirectedUrl()).replaceFirst("\\?.*", "");
		assertThat(get(path, citizen("Orang Lain"))).hasStatus(404);
	}

	@Test
	void answersFromTheQueue() {
		Actor person = citizen("Siti Antre");
		RequestId id = this.requests.file(person.requireAccount(), RequestKind.CORRECTION,
				MaskedText.of("Nama saya Siti Antri."));
		Actor officer = People.dataProtectionOfficer();
		assertThat(get("/admin/hak-data?keadaan=terbuka&jenis=perbaikan", officer)).bodyText()
			.contains("/admin/hak-data/" + id, "Sisa 2 hari 23 jam");
		String path = "/admin/hak-data/" + id;
		assertThat(get(path, officer)).bodyText().contains("Nama saya Siti Antri.", "Siti Antre", "•••• •••• ••••");
		MvcTestResult bad = post(path, officer, "hasil", "tolak", "isi", "Tidak <bisa>", "nama", "Siti Antri");
		assertThat(bad).hasStatus(422);
		assertThat(page(bad).select("#isi").text()).isEqualTo("Tidak <bisa>");
		assertThat(page(bad).select("#nama").val()).isEqualTo("Siti Antri");
		assertThat(page(bad).select("input[name=hasil][value=tolak]").hasAttr("checked")).isTrue();
		assertThat(page(bad).select(".error-summary a").eachAttr("href")).containsExactly("#alasan");
		MvcTestResult done = post(path, officer, "hasil", "selesai", "isi", "Sudah diganti.", "nama", "Siti Antri");
		assertThat(done).hasStatus(303).hasRedirectedUrl(path + "?selesai=dijawab");
		RequestDetail request = this.requests.find(id).orElseThrow();
		assertThat(request.summary().state()).isEqualTo(RequestState.DONE);
		assertThat(this.directory.find(person.requireAccount()).orElseThrow().name()).isEqualTo("Siti Antri");
		MvcTestResult again = post(path, officer, "hasil", "tolak", "alasan", "DANGER", "isi", "Tidak jadi.");
		assertThat(again).hasRedirectedUrl(path + "?selesai=terdahulu");
		assertThat(get("/akun/data-saya/permintaan/" + id, person)).bodyText().contains("Sudah diganti.", "Dipenuhi");
	}

	@Test
	void provesToWhoeverHasTheNumber() throws Exception {
		Actor person = citizen("Siti Bukti");
		post("/akun/data-saya/batasi", person, "batasi", "true");
		RequestDetail request = this.requests
			.find(person.requireAccount(), this.requests.of(person.requireAccount(), 1, 1).items().getFirst().id())
			.orElseThrow();
		String path = "/bukti/" + request.proof();
		MvcTestResult page = this.mvc.get().uri(path).exchange();
		assertThat(page).hasStatusOk().bodyText().doesNotContain("Siti Bukti").contains("Pemakaian data dibatasi");
		assertThat(page(page).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		byte[] file = this.mvc.get().uri(path + "/bukti.txt").exchange().getResponse().getContentAsByteArray();
		String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		assertThat(page).bodyText().contains(hash);
		assertThat(new String(file, StandardCharsets.UTF_8)).contains(request.proof().value());
		assertThat(this.mvc.get().uri(path.toLowerCase()).exchange()).hasStatusOk();
		for (String none : List.of("/bukti/22222-22222-22222-22222", "/bukti/x", "/bukti/%00", "/bukti/x/bukti.txt")) {
			assertThat(this.mvc.get().uri(java.net.URI.create(none)).exchange().getResponse().getStatus()).as(none)
				.isIn(400, 404);
		}
	}

	@Test
	void showsWhoSawWhat() {
		String nik = Niks.next();
		AccountId account = this.people.register(nik, "Siti Dilihat", null);
		People.as(People.officer(),
				() -> this.disclosures.revealNik(account, Disclosures.Reason.AT_THE_COUNTER, "Ambil <KTP>"));
		MvcTestResult page = get("/akun/data-saya/akses", Actor.citizen(account));
		assertThat(page(page).select("main").text()).contains("Dinas", "Petugas", "Melayani Anda di loket",
				"Ambil <KTP>");
		assertThat(page).bodyText().doesNotContain(nik);
		assertThat(page(get("/akun/data-saya/akses?lang=en", Actor.citizen(account))).select("main").text())
			.contains("Serving you at the counter");
	}

	@Test
	void givesAndWithdrawsConsents() {
		Actor person = citizen("Siti Izin");
		assertThat(post("/akun/data-saya/persetujuan", person, "tujuan", "SURVEY_INVITATIONS", "beri", "true"))
			.hasRedirectedUrl("/akun/data-saya/persetujuan?selesai=disetujui");
		assertThat(page(get("/akun/data-saya/persetujuan", person)).select("main .tag-up")).hasSize(1);
		assertThat(post("/akun/data-saya/persetujuan", person, "tujuan", "SURVEY_INVITATIONS", "beri", "false"))
			.hasRedirectedUrl("/akun/data-saya/persetujuan?selesai=ditarik");
		assertThat(page(get("/akun/data-saya/persetujuan", person)).select("main .tag-up")).isEmpty();
		assertThat(post("/akun/data-saya/persetujuan", person, "tujuan", "APA", "beri", "false")).hasStatus(400);
		assertThat(post("/akun/data-saya/persetujuan", person, "tujuan", "SURVEY_INVITATIONS")).hasStatus(400);
	}

	@Test
	void closesOnlyWithThePassword() {
		Actor person = citizen("Siti Tutup");
		assertThat(post("/akun/data-saya/tutup", person)).hasStatus(422).bodyText().contains("Tulis kata sandi Anda.");
		assertThat(post("/akun/data-saya/tutup", person, "sandi", "salah sekali ini")).hasStatus(422)
			.bodyText()
			.contains("Kata sandi ini tidak cocok.")
			.doesNotContain("salah sekali ini");
		MvcTestResult done = post("/akun/data-saya/tutup", person, "sandi", People.PASSWORD);
		assertThat(done).hasStatus(303);
		assertThat(done.getResponse().getHeader("Clear-Site-Data")).isEqualTo("\"cookies\"");
		MvcTestResult goodbye = this.mvc.get().uri(String.valueOf(done.getResponse().getRedirectedUrl())).exchange();
		assertThat(goodbye).hasStatusOk().bodyText().contains("Akun Anda telah ditutup");
		assertThat(this.directory.find(person.requireAccount()).orElseThrow().isActive()).isFalse();
	}

	@Test
	void keepsTheRegisterOfBreaches() {
		Actor officer = People.dataProtectionOfficer();
		MvcTestResult bad = post("/admin/pelanggaran-data/baru", officer, "judul", "Salah kirim", "tanggal",
				"2999-01-01", "jam", "10.00", "data", "", "jumlah", "banyak");
		assertThat(bad).hasStatus(422);
		assertThat(page(bad).select("#judul").val()).isEqualTo("Salah kirim");
		assertThat(page(bad).select("#jumlah").val()).isEqualTo("banyak");
		assertThat(page(bad).select(".error-summary a").eachAttr("href")).containsExactly("#tanggal", "#data",
				"#jumlah");
		String path = String
			.valueOf(post("/admin/pelanggaran-data/baru", officer, "judul", "Salah kirim", "tanggal", "2026-01-02",
					"jam", "10.00", "data", "Nama", "jumlah", "1.200")
				.getResponse()
				.getRedirectedUrl())
			.replaceFirst("\\?.*", "");
		MvcTestResult shown = get(path, officer);
		assertThat(shown).hasStatusOk().bodyText().contains("Terlambat", "Salah kirim", "1.200");
		assertThat(page(get(path + "/surat", officer)).select("main").text()).contains("PEMBERITAHUAN KEGAGALAN",
				"Jumlah orang: 1.200", "Pasal 46", "[masih diperiksa]", "Undang-undang mewajibkan bagian ini");
		assertThat(post(path + "/ubah", officer, "judul", "Salah kirim", "data", "Nama", "waktu", "2 Januari", "uraian",
				"Lampiran keliru", "penanganan", "Surel ditarik"))
			.hasRedirectedUrl(path + "?selesai=dilengkapi");
		MvcTestResult letter = get(path + "/surat.txt", officer);
		assertThat(letter.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		assertThat(new String(letter.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
			.contains("Lampiran keliru", "Surel ditarik", "masih diperiksa");
		assertThat(page(get(path + "/surat", officer)).select("#kurang")).isEmpty();
		assertThat(post(path + "/tutup", officer, "isi", "Selesai")).hasRedirectedUrl(path + "?selesai=gagal");
		assertThat(post(path + "/pemberitahuan", officer, "penerima", "PEOPLE", "tanggal", "2026-01-01", "jam", "10.00",
				"isi", "x"))
			.hasStatus(422)
			.bodyText()
			.contains("lebih awal");
		for (String who : List.of("PEOPLE", "AGENCY")) {
			assertThat(post(path + "/pemberitahuan", officer, "penerima", who, "tanggal", "2026-01-03", "jam", "10:00",
					"isi", "Surat 12"))
				.hasRedirectedUrl(path + "?selesai=diberitahukan");
		}
		assertThat(post(path + "/batalkan", officer, "isi", "x")).hasRedirectedUrl(path + "?selesai=gagal");
		assertThat(post(path + "/tutup", officer, "isi", "")).hasStatus(422);
		assertThat(post(path + "/tutup", officer, "isi", "Dua orang memeriksa."))
			.hasRedirectedUrl(path + "?selesai=ditutup");
		for (String page : List.of("", "/surat", "/pemberitahuan", "/ubah", "/tutup", "/batalkan")) {
			assertThat(get(path + page + "?lang=en", officer)).hasStatusOk();
		}
		assertThat(get("/admin/pelanggaran-data", officer)).bodyText().contains("Salah kirim", "Selesai");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/hak-data?keadaan=apa", "/admin/hak-data?jenis=apa" })
	void saysWhatItDoesNotKnow(String path) {
		assertThat(get(path, People.dataProtectionOfficer())).hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/hak-data?halaman=0", "/admin/hak-data?halaman=x", "/admin/hak-data?halaman=9999",
			"/admin/hak-data/00000000-0000-0000-0000-000000000000",
			"/admin/pelanggaran-data/00000000-0000-0000-0000-000000000000" })
	void findsNothingWhereNothingIs(String path) {
		assertThat(get(path, People.dataProtectionOfficer())).hasStatus(404);
	}

	private Actor citizen(String name) {
		return Actor.citizen(this.people.register(Niks.next(), name, null));
	}

	private MvcTestResult get(String path, Actor actor) {
		return this.mvc.get().uri(path).with(as(actor)).exchange();
	}

	/** As a browser does: the token stands in a form, and its session in a cookie. */
	private MvcTestResult post(String path, Actor actor, String... fields) {
		String form = (actor.kind() == Actor.Kind.CITIZEN) ? "/akun/data-saya/tutup" : "/admin/pelanggaran-data/baru";
		MvcTestResult shown = get(form, actor);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(as(actor))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").val());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(People.authentication(actor));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
