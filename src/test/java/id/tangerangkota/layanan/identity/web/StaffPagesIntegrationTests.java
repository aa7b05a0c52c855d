package id.tangerangkota.layanan.identity.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.testing.AuthenticatorApp;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.NoStaff;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.web.Colleagues.Colleague;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** How people join the staff, and what administrators do with their accounts. */
@PortalTest
class StaffPagesIntegrationTests {

	private static final Set<Role> COUNTER = Set.of(Role.OFFICER, Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER,
			Role.ADMINISTRATOR);

	/** Who may open what, each role by itself. */
	private static final Map<String, Set<Role>> MATRIX = matrix();

	@LocalServerPort
	private int port;

	@Autowired
	private StaffDesk desk;

	@Autowired
	private StaffDirectory directory;

	@Autowired
	private SignInSession session;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	private @Nullable Colleagues colleagues;

	private static Map<String, Set<Role>> matrix() {
		Map<String, Set<Role>> matrix = new LinkedHashMap<>();
		matrix.put("/petugas", Set.of(Role.values()));
		matrix.put("/akun/keamanan", Set.of(Role.values()));
		matrix.put("/petugas/pengaduan",
				Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.INSPECTOR, Role.LEADERSHIP));
		matrix.put("/petugas/pengaduan/baru", Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR));
		matrix.put("/petugas/pengaduan/buka-identitas",
				Set.of(Role.COORDINATOR, Role.INSPECTOR, Role.DATA_PROTECTION_OFFICER));
		matrix.put("/petugas/isi-asli", Set.of(Role.INSPECTOR, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR));
		matrix.put("/petugas/loket", COUNTER);
		matrix.put("/petugas/loket/" + AccountId.random(), COUNTER);
		matrix.put("/petugas/survei",
				Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR));
		matrix.put("/admin/mutu",
				Set.of(Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR, Role.AUDITOR));
		matrix.put("/admin/mutu/pemeriksaan",
				Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR));
		matrix.put("/admin", Set.of(Role.ADMINISTRATOR, Role.COORDINATOR, Role.LEADERSHIP, Role.DATA_PROTECTION_OFFICER,
				Role.AUDITOR));
		for (String path : List.of("/admin/mutu/bukti", "/admin/mutu/pemakaian", "/admin/mutu/pensiun")) {
			matrix.put(path, Set.of(Role.ADMINISTRATOR, Role.COORDINATOR, Role.LEADERSHIP));
		}
		matrix.put("/admin/akun", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/akun/undang", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/akun/" + AccountId.random(), Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/akun/" + AccountId.random() + "/nonaktifkan", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/akun/" + AccountId.random() + "/undang-lagi", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/ketersediaan", Set.of(Role.ADMINISTRATOR, Role.COORDINATOR));
		matrix.put("/admin/hak-data", Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER));
		matrix.put("/admin/pelanggaran-data", Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER));
		matrix.put("/admin/ketersediaan/baru", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/hari-libur", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/mutu/skala", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/pesan", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/webhook", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/kunci-api", Set.of(Role.ADMINISTRATOR));
		matrix.put("/admin/survei", Set.of(Role.ADMINISTRATOR));
		matrix.put("/auditor", Set.of(Role.AUDITOR));
		matrix.put("/petugas/tidak-ada", Set.of());
		matrix.put("/admin/tidak-ada", Set.of());
		return matrix;
	}

	@BeforeEach
	void letEverybodyGo() {
		NoStaff.in(this.jdbc);
		this.colleagues = new Colleagues(this.port, this.desk, this.letters, this.jdbc);
	}

	private Colleague join(Role... roles) {
		if (this.colleagues == null) {
			throw new IllegalStateException();
		}
		return this.colleagues.join(roles);
	}

	private String invite(Role role, @Nullable String agency) {
		Email email = Colleagues.email();
		this.desk.invite(email, Set.of(role), (agency != null) ? new AgencyId(agency) : null);
		return link(email);
	}

	private String link(Email email) {
		return this.letters.link(email.value(), Kind.STAFF_INVITATION).replaceFirst("\\?.*", "");
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void opensToEachRoleItsPagesAndNoOthers(Role role) {
		Person person = join(role).person();
		Map<String, Boolean> open = new HashMap<>();
		MATRIX.keySet().forEach((path) -> {
			int status = person.open(path).status();
			assertThat(status).as(path).isIn(200, 404, 403);
			open.put(path, status != 403);
		});
		Map<String, Boolean> expected = new HashMap<>();
		MATRIX.forEach((path, roles) -> expected.put(path, roles.contains(role)));
		assertThat(open).isEqualTo(expected);
	}

	/** What stands on the page is what opens. */
	@ParameterizedTest
	@EnumSource(Role.class)
	void namesToEachRoleItsTasksAndNoOthers(Role role) {
		Person person = join(role).person();
		List<String> tasks = person.open("/petugas").page().select(".service-list a").eachAttr("href");
		assertThat(tasks).isEqualTo(MATRIX.keySet()
			.stream()
			.filter((path) -> Set
				.of("/petugas/pengaduan", "/petugas/pengaduan/baru", "/petugas/pengaduan/buka-identitas",
						"/petugas/isi-asli", "/petugas/loket", "/petugas/survei", "/admin/mutu",
						"/admin/mutu/pemeriksaan", "/admin/mutu/bukti", "/admin/mutu/pemakaian", "/admin/mutu/pensiun",
						"/admin/akun", "/admin/ketersediaan", "/admin/hak-data", "/admin/pelanggaran-data",
						"/admin/hari-libur", "/admin/pesan", "/admin/webhook", "/admin/kunci-api", "/admin/survei",
						"/auditor")
				.contains(path))
			.filter((path) -> MATRIX.getOrDefault(path, Set.of()).contains(role))
			.toList());
		assertThat(tasks).allSatisfy((path) -> assertThat(person.open(path).status()).isEqualTo(200));
		assertThat(person.open("/petugas?lang=en").page().select("h1").text()).isEqualTo("Staff room");
	}

	@Test
	void sendsStrangersToTheDoor() {
		for (String path : List.of("/petugas", "/petugas/loket", "/admin", "/admin/akun", "/auditor")) {
			assertThat(new Person(this.port).open(path).path()).as(path).startsWith("/petugas/masuk?lanjut=");
		}
	}

	@Test
	void joinsByTheLinkInTheMail() {
		String link = invite(Role.OFFICER, "disdukcapil");
		Person person = new Person(this.port).open(link);
		assertThat(person.status()).isEqualTo(200);
		assertThat(person.response().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(person.response().headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(person.page().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		// Programs that look through mail open links, too.
		new Person(this.port).open(link);
		person.submit(link, "nama", "Siti Aminah", "sandi", Colleagues.PASSWORD);
		assertThat(person.path()).isEqualTo(link + "/faktor");
		String secret = person.page().select(".secret-code").text();
		assertThat(secret).matches("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}");
		assertThat(person.page().select("a[href^=otpauth:]").attr("href")).contains(secret.replace(" ", ""))
			.contains("issuer=Layanan%20Kota%20Tangerang");
		String drawn = person.page().select("svg.qr path").attr("d");
		person.open(link + "/faktor");
		assertThat(person.page().select(".secret-code").text()).as("after a reload").isEqualTo(secret);
		assertThat(person.page().select("svg.qr path").attr("d")).isEqualTo(drawn);
		AuthenticatorApp app = AuthenticatorApp.typed(secret);
		person.submit(link + "/faktor", "kode", app.wrong());
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".secret-code").text()).isEqualTo(secret);
		person.submit(link + "/faktor", "kode", "");
		assertThat(person.status()).isEqualTo(422);
		person.submit(link + "/faktor", "kode", app.next());
		assertThat(person.path()).isEqualTo("/petugas");
		assertThat(person.page().text()).contains("Siti Aminah").contains("Dinas Kependudukan");
		assertThat(new Person(this.port).open(link).status()).isEqualTo(410);
		assertThat(new Person(this.port).open(link + "/faktor").status()).isEqualTo(410);
	}

	@Test
	void goesOnOnlyWhereThePasswordWasSet() {
		String link = invite(Role.AUDITOR, null);
		assertThat(new Person(this.port).open(link + "/faktor").path()).isEqualTo(link);
		Person owner = new Person(this.port).open(link);
		owner.submit(link, "nama", "Siti Aminah", "sandi", Colleagues.PASSWORD);
		assertThat(owner.path()).isEqualTo(link + "/faktor");
		assertThat(new Person(this.port).open(link + "/faktor").path()).isEqualTo(link);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%2e%2e%2fadmin", "x/faktor" })
	void saysWhatToDoWithALinkThatIsNoGood(String token) {
		Person person = new Person(this.port).open("/petugas/undangan/" + token);
		assertThat(person.status()).isIn(400, 410);
		assertThat(person.page().select("h1").text()).isNotEmpty();
	}

	@Test
	void keepsWhatWasTypedWhenJoiningFails() {
		String link = this.desk.inviteAdministrator(null).replaceFirst("^https?://[^/]+", "");
		Email known = Colleagues.email();
		this.desk.invite(known, Set.of(Role.AUDITOR), null);
		Person person = new Person(this.port).open(link);
		person.submit(link, "nama", "Siti Aminah", "surel", known.value().toUpperCase(Locale.ROOT), "sandi",
				Colleagues.PASSWORD);
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select("#nama").attr("value")).isEqualTo("Siti Aminah");
		assertThat(person.page().select("#surel").attr("value")).isEqualToIgnoringCase(known.value());
		assertThat(person.page().select("#sandi").attr("value")).isEmpty();
		assertThat(person.page().select(".error-summary a").eachAttr("href")).containsExactly("#surel");
		person.submit(link, "nama", "", "surel", "siapa", "sandi", "pendek");
		assertThat(person.page().select(".error-summary a").eachAttr("href")).containsExactly("#nama", "#surel");
		person.submit(link, "nama", "Siti Aminah", "surel", Colleagues.email().value(), "sandi", "tangerang123");
		assertThat(person.page().select(".error-summary a").eachAttr("href")).containsExactly("#sandi");
	}

	@Test
	void invitesFromTheForm() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		Email email = Colleagues.email();
		administrator.open("/admin/akun/undang");
		assertThat(administrator.page().select("#sandi")).as("a young password is not asked again").isEmpty();
		administrator.submit("/admin/akun/undang", "surel", email.value(), "peran", "OFFICER", "instansi", "");
		assertThat(administrator.status()).isEqualTo(422);
		assertThat(administrator.page().select("#surel").attr("value")).isEqualTo(email.value());
		assertThat(administrator.page().select("input[name=peran][checked]").eachAttr("value"))
			.containsExactly("OFFICER");
		assertThat(administrator.page().select(".error-summary a").eachAttr("href")).containsExactly("#instansi");
		administrator.submit("/admin/akun/undang", "surel", email.value(), "peran", "OFFICER", "instansi", "tidak-ada");
		assertThat(administrator.page().select(".error-summary a").eachAttr("href")).containsExactly("#instansi");
		administrator.submit("/admin/akun/undang", "surel", email.value(), "peran", "RAJA", "instansi", "");
		assertThat(administrator.page().select(".error-summary a").eachAttr("href")).containsExactly("#peran");
		assertThat(this.letters.to(email.value())).isEmpty();
		administrator.submit("/admin/akun/undang", "surel", email.value(), "peran", "OFFICER", "instansi",
				"disdukcapil");
		assertThat(administrator.path()).isEqualTo("/admin/akun");
		assertThat(administrator.page().select(".banner-success").text()).contains(email.value());
		assertThat(administrator.page().select("tbody").text()).contains(email.value());
		assertThat(new Person(this.port).open(link(email)).status()).isEqualTo(200);
		administrator.open("/admin/akun/undang")
			.submit("/admin/akun/undang", "surel", email.value(), "peran", "AUDITOR", "instansi", "");
		assertThat(administrator.page().select(".error-summary a").eachAttr("href")).containsExactly("#surel");
	}

	@Test
	void showsTheLinkOnceWhereNoMailServerTakesIt() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		Email email = Colleagues.email();
		this.letters.setPossible(false);
		try {
			administrator.open("/admin/akun/undang")
				.submit("/admin/akun/undang", "surel", email.value(), "peran", "AUDITOR", "instansi", "");
		}
		finally {
			this.letters.setPossible(true);
		}
		assertThat(administrator.path()).isEqualTo("/admin/akun/undang/tautan");
		assertThat(this.letters.to(email.value())).isEmpty();
		assertThat(administrator.page().select("main").text()).contains(email.value(), "hanya tampil sekali");
		String link = administrator.page().select(".secret-code").text().replaceFirst("^https?://[^/]+", "");
		assertThat(administrator.open("/admin/akun/undang/tautan").path()).isEqualTo("/admin/akun");
		assertThat(DatabaseText.find(this.jdbc, link.replaceFirst(".*/", ""))).as("kept nowhere").isEmpty();
		assertThat(new Person(this.port).open(link).status()).isEqualTo(200);
		assertThat(this.jdbc.sql("""
				select count(*) from audit.entry e join audit.entry i using (chain, subject_id)
				where e.action = 'identity.invitation-link-shown' and i.action = 'identity.staff-invited'
					and e.actor_kind = 'STAFF' and e.actor_account = i.actor_account""").query(Integer.class).single())
			.isOne();
	}

	/** Signed out by the act, they would never see the link. */
	@Test
	void doesNotInviteOneselfAgainWithoutAMailServer() {
		join(Role.ADMINISTRATOR);
		Colleague self = join(Role.ADMINISTRATOR);
		String path = "/admin/akun/" + self.id() + "/undang-lagi";
		this.letters.setPossible(false);
		try {
			assertThat(self.person().open(path).submit(path).status()).isEqualTo(422);
		}
		finally {
			this.letters.setPossible(true);
		}
		assertThat(self.person().page().select(".error-summary").text()).contains("administrator lain");
		assertThat(self.person().open("/admin/akun").path()).isEqualTo("/admin/akun");
	}

	@Test
	void asksForAnOldPasswordAgainAndLosesNothingTyped() {
		Colleague administrator = join(Role.ADMINISTRATOR);
		Email email = Colleagues.email();
		Person person = administrator.person();
		new Colleagues(this.port, this.desk, this.letters, this.jdbc).waitTenMinutes(administrator, this.session);
		person.open("/admin/akun/undang");
		assertThat(person.page().select("#sandi")).hasSize(1);
		person.submit("/admin/akun/undang", "surel", email.value(), "peran", "AUDITOR", "instansi", "");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".error-summary a").eachAttr("href")).containsExactly("#sandi");
		person.submit("/admin/akun/undang", "surel", email.value(), "peran", "AUDITOR", "instansi", "", "sandi",
				"salah sama sekali");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select("#surel").attr("value")).isEqualTo(email.value());
		assertThat(this.letters.to(email.value())).isEmpty();
		person.submit("/admin/akun/undang", "surel", email.value(), "peran", "AUDITOR", "instansi", "", "sandi",
				Colleagues.PASSWORD);
		assertThat(person.path()).isEqualTo("/admin/akun");
		assertThat(this.letters.to(email.value())).hasSize(1);
		assertThat(person.open("/admin/akun/undang").page().select("#sandi")).as("young again").isEmpty();
	}

	@Test
	void asksForAnOldPasswordBeforeEveryChange() {
		Colleague administrator = join(Role.ADMINISTRATOR);
		Colleague other = join(Role.AUDITOR);
		Person person = administrator.person();
		new Colleagues(this.port, this.desk, this.letters, this.jdbc).waitTenMinutes(administrator, this.session);
		String page = "/admin/akun/" + other.id();
		person.open(page).submit(page, "peran", "LEADERSHIP", "instansi", "");
		assertThat(person.status()).isEqualTo(422);
		person.open(page + "/nonaktifkan").submit(page + "/nonaktifkan");
		assertThat(person.status()).isEqualTo(422);
		person.open(page + "/undang-lagi").submit(page + "/undang-lagi");
		assertThat(person.status()).isEqualTo(422);
		StaffMember member = this.directory.find(other.id()).orElseThrow();
		assertThat(member.roles()).containsExactly(Role.AUDITOR);
		assertThat(member.state()).isEqualTo(AccountState.ACTIVE);
	}

	@Test
	void changesNothingWithoutTheTokenOfAPage() {
		Colleague administrator = join(Role.ADMINISTRATOR);
		Colleague other = join(Role.AUDITOR);
		Email email = Colleagues.email();
		Person person = administrator.person();
		String page = "/admin/akun/" + other.id();
		person.post("/admin/akun/undang", Map.of("surel", email.value(), "peran", "AUDITOR"));
		person.post(page, Map.of("peran", "LEADERSHIP"));
		person.post(page + "/nonaktifkan", Map.of());
		person.post(page + "/undang-lagi", Map.of());
		assertThat(person.status()).isNotIn(200, 302, 303);
		assertThat(this.letters.to(email.value())).isEmpty();
		StaffMember member = this.directory.find(other.id()).orElseThrow();
		assertThat(member.roles()).containsExactly(Role.AUDITOR);
		assertThat(member.state()).isEqualTo(AccountState.ACTIVE);
		assertThat(other.person().open("/petugas").path()).isEqualTo("/petugas");
	}

	@Test
	void signsOutWhoIsDeactivatedAtOnce() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		Colleague other = join(Role.AUDITOR);
		assertThat(other.person().open("/petugas").path()).isEqualTo("/petugas");
		String page = "/admin/akun/" + other.id();
		assertThat(administrator.open(page).page().select(".summary-list dd").eachText()).contains("1");
		administrator.open(page + "/nonaktifkan").submit(page + "/nonaktifkan");
		assertThat(administrator.path()).isEqualTo(page);
		assertThat(administrator.page().select(".banner-success")).hasSize(1);
		assertThat(sessions(other.id())).isZero();
		assertThat(other.person().open("/petugas").path()).startsWith("/petugas/masuk");
		other.person()
			.open("/petugas/masuk")
			.submit("/petugas/masuk", "surel", other.email().value(), "sandi", Colleagues.PASSWORD);
		assertThat(other.person().status()).isEqualTo(422);
	}

	@Test
	void signsOutWhoHasOtherTasks() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		Colleague other = join(Role.AUDITOR);
		assertThat(other.person().open("/auditor").status()).isEqualTo(200);
		String page = "/admin/akun/" + other.id();
		administrator.open(page).submit(page, "peran", "OFFICER", "instansi", "disdukcapil");
		assertThat(administrator.path()).isEqualTo(page);
		assertThat(sessions(other.id())).isZero();
		assertThat(other.person().open("/auditor").path()).startsWith("/petugas/masuk");
		other.person()
			.open("/petugas/masuk")
			.submit("/petugas/masuk", "surel", other.email().value(), "sandi", Colleagues.PASSWORD)
			.submit("/masuk/kode", "kode", other.app().next());
		assertThat(other.person().path()).isEqualTo("/petugas");
		assertThat(other.person().open("/auditor").status()).isEqualTo(403);
		assertThat(other.person().open("/petugas/loket").status()).isEqualTo(200);
	}

	@Test
	void resetsALostFactorByANewInvitation() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		Colleague other = join(Role.AUDITOR);
		String page = "/admin/akun/" + other.id();
		administrator.open(page + "/undang-lagi").submit(page + "/undang-lagi");
		assertThat(administrator.path()).isEqualTo(page);
		assertThat(administrator.page().select(".banner-success").text()).contains(other.email().value());
		assertThat(sessions(other.id())).isZero();
		assertThat(other.person().open("/petugas").path()).startsWith("/petugas/masuk");
		assertThat(new Person(this.port).open(link(other.email())).status()).isEqualTo(200);
	}

	@Test
	void keepsTheLastAdministratorIn() {
		Colleague last = join(Role.ADMINISTRATOR);
		String page = "/admin/akun/" + last.id();
		Person person = last.person();
		person.open(page + "/nonaktifkan").submit(page + "/nonaktifkan");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".error-summary").text()).contains("administrator terakhir");
		person.open(page).submit(page, "peran", "AUDITOR", "instansi", "");
		assertThat(person.status()).isEqualTo(422);
		person.open(page + "/undang-lagi").submit(page + "/undang-lagi");
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.open("/admin/akun").status()).isEqualTo(200);
	}

	@Test
	void listsAndFindsManyAccounts() {
		Person administrator = join(Role.ADMINISTRATOR).person();
		for (int i = 0; i < 30; i++) {
			this.desk.invite(new Email("orang.%02d@dinkes.go.id".formatted(i)),
					Set.of((i % 2 == 0) ? Role.AUDITOR : Role.LEADERSHIP), null);
		}
		administrator.open("/admin/akun");
		assertThat(administrator.page().select("tbody tr")).hasSize(25);
		assertThat(administrator.page().select(".result-count").text()).isEqualTo("31 petugas");
		administrator.open(administrator.page().select(".pagination a[rel=next]").attr("href"));
		assertThat(administrator.page().select("tbody tr")).hasSize(6);
		assertThat(administrator.page().title()).startsWith("Akun petugas, halaman 2");
		administrator.open("/admin/akun?q=orang&peran=AUDITOR&keadaan=INVITED&instansi=");
		assertThat(administrator.page().select("tbody tr")).hasSize(15);
		assertThat(administrator.page().select("select[name=peran] option[selected]").attr("value"))
			.isEqualTo("AUDITOR");
		administrator.open("/admin/akun?q=ORANG.07");
		assertThat(administrator.page().select("tbody tr")).hasSize(1);
		administrator.open("/admin/akun?q=siapa-saja%3Cscript%3E");
		assertThat(administrator.page().select("tbody tr")).isEmpty();
		assertThat(administrator.page().select(".empty h2")).hasSize(1);
		assertThat(administrator.page().select("#q").attr("value")).isEqualTo("siapa-saja<script>");
		assertThat(administrator.open("/admin/akun?peran=RAJA&keadaan=X&instansi=%22").page().select("tbody tr"))
			.hasSize(25);
		assertThat(administrator.open("/admin/akun?halaman=9").status()).isEqualTo(404);
		assertThat(administrator.open("/admin/akun?halaman=nol").status()).isEqualTo(400);
	}

	private int sessions(AccountId account) {
		return this.jdbc.sql("select count(*) from session.spring_session where principal_name = ?")
			.param(account.toString())
			.query(Integer.class)
			.single();
	}

}
