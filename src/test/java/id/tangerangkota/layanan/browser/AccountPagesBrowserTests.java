package id.tangerangkota.layanan.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page with a form and every page behind the doors, in both languages. */
@BrowserTest
class AccountPagesBrowserTests {

	private static final List<PublicPage> DOORS = pages("masuk", "/masuk", "daftar", "/daftar", "lupa-sandi",
			"/lupa-sandi", "lupa-sandi-kode", "/lupa-sandi/kode", "petugas-masuk", "/petugas/masuk");

	private static final List<PublicPage> GONE = List.of(
			new PublicPage("tautan-habis", "/lupa-sandi/tautan/tidak-ada", 410),
			new PublicPage("konfirmasi-habis", "/konfirmasi-email/tidak-ada", 410));

	private static final List<PublicPage> CITIZEN = pages("akun", "/akun", "keamanan", "/akun/keamanan", "ganti-sandi",
			"/akun/keamanan/sandi", "totp", "/akun/keamanan/totp", "kunci-sandi", "/akun/keamanan/kunci-sandi",
			"hapus-faktor", "/akun/keamanan/hapus", "kode-pemulihan", "/akun/kode-pemulihan", "surel", "/akun/surel",
			"verifikasi", "/akun/verifikasi", "data-saya", "/akun/data-saya", "data-saya-ubah", "/akun/data-saya/ubah",
			"data-saya-akses", "/akun/data-saya/akses", "data-saya-persetujuan", "/akun/data-saya/persetujuan",
			"data-saya-batasi", "/akun/data-saya/batasi", "data-saya-permintaan", "/akun/data-saya/permintaan",
			"data-saya-permintaan-baru", "/akun/data-saya/permintaan/baru", "data-saya-tutup", "/akun/data-saya/tutup");

	private static final List<PublicPage> STAFF = pages("petugas", "/petugas", "loket", "/petugas/loket", "admin",
			"/admin", "admin-akun", "/admin/akun", "admin-akun-undang", "/admin/akun/undang", "hak-data",
			"/admin/hak-data", "pelanggaran-data", "/admin/pelanggaran-data", "pelanggaran-data-baru",
			"/admin/pelanggaran-data/baru", "hari-libur", "/admin/hari-libur?tahun=2027", "hari-libur-baru",
			"/admin/hari-libur/baru", "hari-libur-ubah", "/admin/hari-libur/2027-03-10/ubah", "hari-libur-hapus",
			"/admin/hari-libur/2027-03-10/hapus", "jam-kerja", "/admin/hari-libur/jam-kerja", "skala",
			"/admin/mutu/skala", "skala-uptime", "/admin/mutu/skala/uptime", "kunci-api", "/admin/kunci-api",
			"kunci-api-baru", "/admin/kunci-api/baru", "auditor", "/auditor");

	@Autowired
	private StaffMembers staff;

	private Inspection guest;

	private Inspection citizen;

	private Inspection administrator;

	@BeforeAll
	void open(Portal portal) {
		this.guest = new Inspection(portal);
		this.citizen = new Inspection(portal);
		String nik = Niks.next();
		People.register(this.citizen.page(), nik, "");
		this.citizen.page().navigate("/masuk");
		People.signIn(this.citizen.page(), nik, People.PASSWORD);
		this.administrator = new Inspection(portal);
		this.staff.join(this.administrator.page(), null, Role.ADMINISTRATOR, Role.AUDITOR,
				Role.DATA_PROTECTION_OFFICER);
	}

	@AfterAll
	void close() {
		Stream.of(this.guest, this.citizen, this.administrator).forEach(Inspection::close);
	}

	private static List<PublicPage> pages(String... namesAndPaths) {
		List<PublicPage> pages = new ArrayList<>();
		for (int i = 0; i < namesAndPaths.length; i += 2) {
			pages.add(new PublicPage(namesAndPaths[i], namesAndPaths[i + 1], 200));
		}
		return pages;
	}

	static Stream<Arguments> guests() {
		return inBoth(Stream.concat(DOORS.stream(), GONE.stream()).toList());
	}

	static Stream<Arguments> citizens() {
		return inBoth(CITIZEN);
	}

	static Stream<Arguments> administrators() {
		return inBoth(STAFF);
	}

	private static Stream<Arguments> inBoth(List<PublicPage> pages) {
		return Stream.of("id", "en").flatMap((language) -> pages.stream().map((page) -> Arguments.of(page, language)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("guests")
	void holdUpForGuests(PublicPage wanted, String language) {
		this.guest.inspect(wanted, language, true);
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("citizens")
	void holdUpForCitizens(PublicPage wanted, String language) {
		this.citizen.inspect(wanted, language, true);
	}

	/** A key that was just made, then replaced, and all pages about it. */
	@Test
	void showAKeyToItsAdministrator() {
		Page page = this.administrator.page();
		page.navigate("/admin/kunci-api/baru");
		page.fill("[name=nama]", "Aplikasi kampus");
		page.fill("[name=kontak]", "rina@kampus.example");
		page.fill("[name=keperluan]", "Meneruskan laporan warga");
		page.click("main button[type=submit]");
		PublicPage secret = new PublicPage("kunci-api-rahasia", "/admin/kunci-api/rahasia", 200);
		Stream.of("id", "en").forEach((language) -> this.administrator.inspect(secret, language, true));
		page.click("main button[type=submit]");
		String client = URI.create(page.url()).getPath();
		List<PublicPage> pages = pages("kunci-api-satu", client, "kunci-api-ubah", client + "/ubah", "kunci-api-ganti",
				client + "/ganti", "kunci-api-cabut", client + "/cabut", "kunci-api-daftar", "/admin/kunci-api");
		Stream.of("id", "en")
			.forEach((language) -> pages.forEach((wanted) -> this.administrator.inspect(wanted, language, true)));
		page.navigate(client + "/ganti");
		page.check("[value=WEEK]");
		page.click("main button[type=submit]");
		assertThat(page.locator(".secret-code").textContent()).startsWith("lkt-");
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("administrators")
	void holdUpForStaff(PublicPage wanted, String language) {
		this.administrator.inspect(wanted, language, true);
	}

}
