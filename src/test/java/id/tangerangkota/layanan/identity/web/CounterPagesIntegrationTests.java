package id.tangerangkota.layanan.identity.web;

import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.NoStaff;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.web.Colleagues.Colleague;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The counter, from the NIK on a card to the code that goes home. */
@PortalTest
class CounterPagesIntegrationTests {

	private static final String PASSWORD = "jembatan tua berbunyi";

	private static final String CODE = "(?:[2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffDesk staff;

	@Autowired
	private CounterDesk desk;

	@Autowired
	private Disclosures disclosures;

	@Autowired
	private SignInSession session;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void letEverybodyGo() {
		NoStaff.in(this.jdbc);
	}

	private Colleague officer() {
		return new Colleagues(this.port, this.staff, this.letters, this.jdbc).join(Role.OFFICER);
	}

	private Person citizen(String nik, String name) {
		Person person = new Person(this.port).open("/daftar");
		person.submit("/daftar", "nik", nik, "nama", name, "surel", "", "sandi", PASSWORD);
		person.open("/masuk?ganti").submit("/masuk", "nik", nik, "sandi", PASSWORD);
		return person;
	}

	private AccountId account(String nik) {
		return this.desk.find(Nik.parse(nik)).orElseThrow().id();
	}

	private static Person lookUp(Colleague officer, String nik) {
		return officer.person().open("/petugas/loket").submit("/petugas/loket", "nik", nik);
	}

	@Test
	void opensAnAccountAndGivesACodeToTakeHome() {
		String nik = Niks.next();
		Person officer = lookUp(officer(), nik);
		assertThat(officer.path()).isEqualTo("/petugas/loket/hasil");
		assertThat(officer.page().select("h1").text()).isEqualTo("NIK ini belum punya akun");
		assertThat(officer.response().body()).doesNotContain(nik);
		officer.submit("/petugas/loket/hasil", "nama", "Dewi Lestari");
		assertThat(officer.status()).isEqualTo(422);
		assertThat(officer.page().select("#nama").attr("value")).isEqualTo("Dewi Lestari");
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#saksi");
		officer.submit("/petugas/loket/hasil", "nama", "", "saksi", "ya");
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#nama");
		assertThat(officer.page().select("#saksi").hasAttr("checked")).isTrue();
		officer.submit("/petugas/loket/hasil", "nama", "Dewi Lestari", "saksi", "ya");
		assertThat(officer.path()).isEqualTo("/petugas/loket/kode");
		String code = officer.page().select(".paper-code").text();
		assertThat(code).matches(CODE);
		assertThat(officer.page().text()).contains("/lupa-sandi/kode").contains(nik.substring(12));
		assertThat(officer.response().body()).doesNotContain(nik);
		assertThat(officer.open("/petugas/loket/kode").page().select(".paper-code").text()).as("after a reload")
			.isEqualTo(code);
		assertThat(DatabaseText.find(this.jdbc, code)).isEmpty();
		assertThat(DatabaseText.find(this.jdbc, nik)).isEmpty();
		officer.submit("/petugas/loket/selesai");
		assertThat(officer.path()).isEqualTo("/petugas/loket");
		assertThat(officer.open("/petugas/loket/kode").path()).isEqualTo("/petugas/loket");
		assertThat(officer.open("/petugas/loket/hasil").path()).isEqualTo("/petugas/loket");
		Person owner = new Person(this.port).open("/lupa-sandi/kode")
			.submit("/lupa-sandi/kode", "nik", nik, "kode", code, "sandi", PASSWORD);
		assertThat(owner.status()).isEqualTo(200);
		owner.open("/masuk?ganti").submit("/masuk", "nik", nik, "sandi", PASSWORD);
		assertThat(owner.open("/akun").path()).isEqualTo("/akun");
		assertThat(owner.page().text()).contains("Dewi Lestari", "Sudah diverifikasi");
	}

	@Test
	void vouchesForAnAccountThenHelpsItsOwner() {
		String nik = Niks.next();
		citizen(nik, "Budi Santoso");
		Person officer = lookUp(officer(), nik);
		assertThat(officer.page().text()).contains("B••• S•••").doesNotContain("Budi");
		assertThat(officer.page().select("input[name=tindakan]").eachAttr("value")).containsExactly("VERIFY",
				"HAND_OVER");
		officer.submit("/petugas/loket/hasil", "saksi", "ya");
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#tindakan");
		officer.submit("/petugas/loket/hasil", "tindakan", "CODE", "saksi", "ya");
		assertThat(officer.status()).as("no code before somebody vouches").isEqualTo(422);
		officer.submit("/petugas/loket/hasil", "tindakan", "VERIFY", "saksi", "ya");
		assertThat(officer.path()).isEqualTo("/petugas/loket/hasil");
		assertThat(officer.page().select(".banner-success")).hasSize(1);
		assertThat(officer.page().select("h1").text()).isEqualTo("Akun ini sudah diverifikasi");
		officer.submit("/petugas/loket/hasil", "saksi", "ya");
		assertThat(officer.path()).isEqualTo("/petugas/loket/kode");
		assertThat(officer.page().select(".paper-code").text()).matches(CODE);
	}

	@Test
	void handsANikOverAndSignsTheHolderOut() {
		String nik = Niks.next();
		Person holder = citizen(nik, "Penipu");
		assertThat(holder.open("/akun").path()).isEqualTo("/akun");
		AccountId old = account(nik);
		Person officer = lookUp(officer(), nik);
		officer.submit("/petugas/loket/hasil", "tindakan", "HAND_OVER", "saksi", "ya", "nama", "");
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#nama");
		assertThat(officer.page().select("input[name=tindakan][checked]").attr("value")).isEqualTo("HAND_OVER");
		officer.submit("/petugas/loket/hasil", "tindakan", "HAND_OVER", "saksi", "ya", "nama", "Budi Santoso");
		assertThat(officer.path()).isEqualTo("/petugas/loket/kode");
		assertThat(account(nik)).isNotEqualTo(old);
		assertThat(holder.open("/akun").path()).startsWith("/masuk");
		assertThat(this.jdbc.sql("select count(*) from session.spring_session where principal_name = ?")
			.param(old.toString())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void takesNoNikFromAVerifiedAccount() {
		String nik = Niks.next();
		Person holder = citizen(nik, "Budi Santoso");
		this.desk.verify(account(nik));
		Person officer = lookUp(officer(), nik);
		officer.submit("/petugas/loket/hasil", "tindakan", "HAND_OVER", "saksi", "ya", "nama", "Penipu");
		assertThat(officer.status()).isEqualTo(422);
		assertThat(holder.open("/akun").path()).isEqualTo("/akun");
	}

	@ParameterizedTest
	@CsvSource({ "'',Ketik NIK dari KTP.", "12345,NIK terdiri dari 16 angka; Anda mengetik 5.",
			"3671013213900001,Angka ke-7 sampai ke-12", "abc,NIK hanya terdiri dari angka." })
	void saysWhatIsWrongWithANik(String typed, String text) {
		Person officer = lookUp(officer(), typed);
		assertThat(officer.status()).isEqualTo(422);
		assertThat(officer.page().select("#nik-error").text()).contains(text);
		assertThat(officer.page().select("#nik").attr("value")).isEmpty();
	}

	@Test
	void letsAnOfficerWaitWhoAsksForTooMany() {
		Colleague officer = officer();
		for (int i = 0; i < 60; i++) {
			lookUp(officer, Niks.next());
		}
		assertThat(officer.person().path()).isEqualTo("/petugas/loket/hasil");
		lookUp(officer, Niks.next());
		assertThat(officer.person().status()).isEqualTo(429);
		assertThat(officer.person().response().headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
		assertThat(officer.person().page().select(".error-summary").text()).contains("Terlalu banyak percobaan");
	}

	@Test
	void showsANikOnceAndOnlyForAReason() {
		String nik = Niks.next();
		String grouped = nik.replaceAll("(.{4})(?!$)", "$1 ");
		citizen(nik, "Budi Santoso");
		AccountId id = account(nik);
		String page = "/petugas/loket/" + id;
		Colleague colleague = officer();
		Person officer = colleague.person().open(page);
		assertThat(officer.page().text()).contains("•••• •••• •••• " + nik.substring(12)).contains("B••• S•••");
		officer.submit(page);
		assertThat(officer.status()).isEqualTo(422);
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#alasan",
				"#keterangan");
		officer.submit(page, "alasan", "DATA_REQUEST", "keterangan", "Untuk NIK " + nik);
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#keterangan");
		new Colleagues(this.port, this.staff, this.letters, this.jdbc).waitTenMinutes(colleague, this.session);
		officer.open(page).submit(page, "alasan", "DATA_REQUEST", "keterangan", "Surat nomor 12");
		assertThat(officer.status()).isEqualTo(422);
		assertThat(officer.page().select("#keterangan").text()).isEqualTo("Surat nomor 12");
		assertThat(officer.page().select(".error-summary a").eachAttr("href")).containsExactly("#sandi");
		assertThat(this.disclosures.of(id)).isEmpty();
		officer.submit(page, "alasan", "DATA_REQUEST", "keterangan", "Surat nomor 12", "sandi", Colleagues.PASSWORD);
		assertThat(officer.status()).isEqualTo(200);
		assertThat(officer.page().select(".paper-code").text()).isEqualTo(grouped);
		assertThat(officer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(officer.open(page).response().body()).doesNotContain(nik, grouped);
		assertThat(this.disclosures.of(id)).singleElement().satisfies((seen) -> {
			assertThat(seen.note()).isEqualTo("Surat nomor 12");
			assertThat(seen.role()).isEqualTo(Role.OFFICER);
		});
	}

	@Test
	void doesNothingWithoutTheTokenOfAPage() {
		String nik = Niks.next();
		citizen(nik, "Budi Santoso");
		Person officer = lookUp(officer(), nik);
		officer.post("/petugas/loket/hasil", Map.of("tindakan", "VERIFY", "saksi", "ya"));
		officer.post("/petugas/loket/" + account(nik), Map.of("alasan", "DATA_REQUEST", "keterangan", "Surat"));
		assertThat(officer.status()).isNotIn(200, 302, 303);
		assertThat(this.desk.find(Nik.parse(nik)).orElseThrow().isVerified()).isFalse();
		assertThat(this.disclosures.of(account(nik))).isEmpty();
	}

	@Test
	void showsNoStaffAtTheCounter() {
		Colleague officer = officer();
		assertThat(officer.person().open("/petugas/loket/" + officer.id()).status()).isEqualTo(404);
		assertThat(officer.person().open("/petugas/loket/00000000-0000-0000-0000-000000000000").status())
			.isEqualTo(404);
		assertThat(officer.person().open("/petugas/loket/00000000-----------------------------").status())
			.isEqualTo(404);
	}

}
