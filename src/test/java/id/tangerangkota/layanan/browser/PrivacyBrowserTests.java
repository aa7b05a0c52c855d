package id.tangerangkota.layanan.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody asks about their data and gets an answer; a breach is recorded and told of.
 * The pages that only exist with such data are looked at on the way.
 */
@BrowserTest
class PrivacyBrowserTests {

	@Autowired
	private StaffMembers staff;

	private Inspection citizen;

	private Inspection officer;

	@BeforeAll
	void open(Portal portal) {
		this.citizen = new Inspection(portal);
		String nik = Niks.next();
		People.register(this.citizen.page(), nik, "");
		this.citizen.page().navigate("/masuk");
		People.signIn(this.citizen.page(), nik, People.PASSWORD);
		this.officer = new Inspection(portal);
		this.staff.join(this.officer.page(), null, Role.DATA_PROTECTION_OFFICER);
	}

	@AfterAll
	void close() {
		this.citizen.close();
		this.officer.close();
	}

	@Test
	void asksAndIsAnswered() {
		Page mine = this.citizen.page();
		mine.navigate("/akun/data-saya/permintaan/baru?jenis=perbaikan");
		mine.locator("#isi").fill("Nama saya seharusnya Siti Aminah binti Umar.");
		People.send(mine, "/akun/data-saya/permintaan/baru");
		mine.waitForURL("**/permintaan/*selesai=terkirim");
		assertThat(mine.locator("main").innerText()).contains("Sisa 2 hari 23 jam");
		String request = path(mine);
		both(this.citizen, "permintaan-terbuka", request);
		both(this.citizen, "permintaan-daftar", "/akun/data-saya/permintaan");

		Page desk = this.officer.page();
		String id = request.substring(request.lastIndexOf('/') + 1);
		desk.navigate("/admin/hak-data");
		both(this.officer, "hak-data-daftar", "/admin/hak-data");
		desk.navigate("/admin/hak-data");
		desk.locator("a[href='/admin/hak-data/" + id + "']").click();
		both(this.officer, "hak-data-satu", path(desk));
		desk.navigate("/admin/hak-data/" + id);
		desk.locator("input[name=hasil][value=tolak]").check();
		desk.locator("#nama").fill("Siti Aminah binti Umar");
		desk.locator("#isi").fill("Kami sudah melihat KTP Anda.");
		People.send(desk, path(desk));
		assertThat(desk.title()).startsWith("Kesalahan:");
		assertThat(desk.locator("#isi").inputValue()).isEqualTo("Kami sudah melihat KTP Anda.");
		Shot.take(desk, "hak-data-salah", com.microsoft.playwright.options.ColorScheme.DARK, "id");
		desk.locator("input[name=hasil][value=selesai]").check();
		People.send(desk, path(desk));
		desk.waitForURL("**/admin/hak-data/*selesai=dijawab");
		both(this.officer, "hak-data-dijawab", "/admin/hak-data/" + id);

		mine.navigate(request);
		assertThat(mine.locator("main").innerText()).contains("Dipenuhi", "Kami sudah melihat KTP Anda.",
				"Nama diperbaiki");
		both(this.citizen, "permintaan-dijawab", request);
		mine.navigate(request);
		mine.locator("main a[href^='/bukti/']").click();
		both(this.citizen, "bukti", path(mine));
		mine.navigate("/akun/data-saya");
		assertThat(mine.locator("main").innerText()).contains("Siti Aminah binti Umar");
		both(this.citizen, "data-saya-penuh", "/akun/data-saya");
	}

	@Test
	void recordsABreachAndTellsOfIt() {
		Page desk = this.officer.page();
		desk.navigate("/admin/pelanggaran-data/baru");
		desk.locator("#judul").fill("Lampiran surel terkirim ke alamat yang salah");
		desk.locator("#tanggal").fill("2026-01-02");
		desk.locator("#jam").fill("10:42");
		desk.locator("#data").fill("Nama dan nomor telepon");
		desk.locator("#jumlah").fill("1.200");
		People.send(desk, "/admin/pelanggaran-data/baru");
		desk.waitForURL("**/pelanggaran-data/*selesai=dicatat");
		String breach = path(desk);
		assertThat(desk.locator("main").innerText()).contains("Terlambat");
		List<String> pages = new ArrayList<>(List.of("", "/surat", "/pemberitahuan", "/ubah", "/batalkan"));
		for (String page : pages) {
			both(this.officer, "pelanggaran" + page.replace('/', '-'), breach + page);
		}
		for (String who : List.of("PEOPLE", "AGENCY")) {
			desk.navigate(breach + "/pemberitahuan");
			desk.locator("input[name=penerima][value=" + who + "]").check();
			desk.locator("#tanggal").fill("2026-01-03");
			desk.locator("#jam").fill("08:00");
			desk.locator("#isi").fill("Surat nomor 12");
			People.send(desk, breach + "/pemberitahuan");
			desk.waitForURL("**/pelanggaran-data/*selesai=diberitahukan");
		}
		both(this.officer, "pelanggaran-diberitahukan", breach);
		both(this.officer, "pelanggaran-tutup", breach + "/tutup");
		desk.navigate(breach + "/tutup");
		desk.locator("#isi").fill("Lampiran kini diperiksa dua orang.");
		People.send(desk, breach + "/tutup");
		desk.waitForURL("**/pelanggaran-data/*selesai=ditutup");
		both(this.officer, "pelanggaran-daftar", "/admin/pelanggaran-data");
	}

	private static void both(Inspection inspection, String name, String path) {
		for (String language : List.of("id", "en")) {
			inspection.inspect(new PublicPage(name, path, 200), language, true);
		}
	}

	private static String path(Page page) {
		return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
	}

}
