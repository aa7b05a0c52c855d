package id.tangerangkota.layanan.browser;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody files a report: with scripts and without, at a counter, without a network. */
@BrowserTest
class FilingBrowserTests {

	private static final String BASE = "/pengaduan/baru";

	private static final int PHONE = 360;

	@Autowired
	private StaffMembers staff;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void filesAReport(boolean scripts, Portal portal) {
		try (BrowserContext context = portal.open(scripts, PHONE, 800)) {
			Page page = context.newPage();
			Complaints console = Complaints.of(page);
			page.navigate(BASE);
			page.locator("main a.btn").click();
			choose(page, BASE, "jenis", "pengaduan");
			choose(page, BASE, "tentang", "tempat");
			choose(page, BASE, "kategori", "pju");
			page.locator("#kelurahan").selectOption("36.71.01.1001");
			page.locator("#alamat").fill("Gang Mawar, sebelah masjid");
			People.send(page, BASE + "/tempat");
			page.locator("#judul").fill("Lampu jalan mati");
			page.locator("#isi").fill("Tiga lampu di gang kami mati sejak Senin malam.");
			People.send(page, BASE + "/isi");
			page.locator("#foto").setInputFiles(new FilePayload("foto.jpg", "image/jpeg", largePhoto()));
			if (!scripts || page.locator("input[name=pakai-lokasi]").count() > 0) {
				People.send(page, BASE + "/foto");
			}
			page.locator(".upload-list li").waitFor();
			People.send(page, BASE + "/foto/lanjut");
			page.locator("#anonim").check();
			People.send(page, BASE + "/identitas");
			assertThat(page.locator("main").innerText()).contains("Gang Mawar", "1 berkas", "Nama disembunyikan");
			People.send(page, BASE + "/kirim");
			page.waitForURL("**/pengaduan/tanda-terima/*");
			assertThat(page.locator(".panel strong").innerText()).startsWith("LKS-");
			if (scripts) {
				// The photo was made smaller on the phone.
				assertThat(this.jdbc
					.sql("select max(width) from attachment.attachment where created_at > now() - interval '1 minute'")
					.query(Integer.class)
					.single()).isLessThanOrEqualTo(1600);
			}
			assertThat(console.take()).isEmpty();
		}
	}

	/** So much detail that it is worth making it smaller. */
	private static byte[] largePhoto() {
		BufferedImage picture = new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(1);
		for (int x = 0; x < picture.getWidth(); x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				picture.setRGB(x, y, random.nextInt(0x1000000));
			}
		}
		return UploadFiles.encoded(picture, "jpeg");
	}

	private static void choose(Page page, String base, String field, String value) {
		page.locator("input[name=%s][value=%s]".formatted(field, value)).check();
		People.send(page, base + "/" + field);
	}

	@Test
	void looksWellOnEachPage(Portal portal) {
		try (Inspection inspection = new Inspection(portal)) {
			Page page = inspection.page();
			page.navigate(BASE + "/jenis");
			both(inspection, "lapor-jenis", BASE + "/jenis");
			page.navigate(BASE + "/jenis");
			choose(page, BASE, "jenis", "pengaduan");
			both(inspection, "lapor-tentang", BASE + "/tentang");
			page.navigate(BASE + "/tentang");
			choose(page, BASE, "tentang", "layanan");
			both(inspection, "lapor-layanan", BASE + "/layanan?q=ktp");
			page.navigate(BASE + "/layanan?q=ktp");
			page.locator("input[name=layanan][type=radio]").first().check();
			People.send(page, BASE + "/layanan");
			both(inspection, "lapor-keadaan", BASE + "/keadaan");
			page.navigate(BASE + "/keadaan");
			People.send(page, BASE + "/keadaan");
			both(inspection, "lapor-kategori", BASE + "/kategori");
			page.navigate(BASE + "/tentang");
			choose(page, BASE, "tentang", "tempat");
			page.navigate(BASE + "/kategori");
			choose(page, BASE, "kategori", "drainase-banjir");
			both(inspection, "lapor-tempat", BASE + "/tempat");
			both(inspection, "lapor-gambar", BASE + "/tempat?peta=semua");
			both(inspection, "lapor-gambar-kecamatan", BASE + "/tempat?peta=36.71.05");
			page.navigate(BASE + "/tempat");
			People.send(page, BASE + "/tempat");
			assertThat(page.title()).startsWith("Kesalahan:");
			Shot.take(page, "lapor-tempat-salah", com.microsoft.playwright.options.ColorScheme.LIGHT, "id");
			page.locator("#kelurahan").selectOption("36.71.05.1002");
			People.send(page, BASE + "/tempat");
			both(inspection, "lapor-isi", BASE + "/isi");
			page.navigate(BASE + "/isi");
			page.locator("#judul").fill("Saluran air mampat");
			page.locator("#isi").fill("Setiap hujan air masuk ke rumah warga.\n\nSudah tiga minggu begini.");
			People.send(page, BASE + "/isi");
			page.locator("#foto").setInputFiles(new FilePayload("foto.jpg", "image/jpeg", UploadFiles.jpeg(400, 300)));
			People.send(page, BASE + "/foto");
			page.locator(".upload-list li").waitFor();
			both(inspection, "lapor-foto", BASE + "/foto");
			page.navigate(BASE + "/foto");
			People.send(page, BASE + "/foto/lanjut");
			both(inspection, "lapor-identitas", BASE + "/identitas");
			page.navigate(BASE + "/identitas");
			People.send(page, BASE + "/identitas");
			both(inspection, "lapor-periksa", BASE + "/periksa");
			page.navigate(BASE + "/periksa");
			People.send(page, BASE + "/kirim");
			page.waitForURL("**/pengaduan/tanda-terima/*");
			both(inspection, "lapor-tanda-terima", page.url().replaceFirst("^https?://[^/]+", ""));
		}
	}

	private static void both(Inspection inspection, String name, String path) {
		for (String language : List.of("id", "en")) {
			inspection.inspect(new PublicPage(name, path, 200), language, true);
		}
	}

	@Test
	void knowsWhereSomebodyIs(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			context.grantPermissions(List.of("geolocation"));
			context.setGeolocation(new Geolocation(-6.1783, 106.6319));
			Page page = context.newPage();
			toPlace(page);
			page.locator("[data-locate] button").click();
			page.getByText("Lokasi Anda tercatat").waitFor();
			assertThat(page.locator("#kelurahan").inputValue()).startsWith("36.71.01");
			People.send(page, BASE + "/tempat");
			page.waitForURL("**/isi");
			context.setGeolocation(new Geolocation(-7.79, 110.36));
			page.navigate(BASE + "/tempat");
			page.locator("[data-locate] button").click();
			page.getByText("di luar Kota Tangerang").waitFor();
		}
	}

	@Test
	void tapsAKelurahanInTheDrawing(Portal portal) {
		try (BrowserContext context = portal.open(false, PHONE, 800)) {
			Page page = context.newPage();
			toPlace(page);
			page.locator("#gambar summary").click();
			page.locator(".sketch a", new Page.LocatorOptions().setHasText("Cipondoh")).first().click();
			page.locator(".sketch a", new Page.LocatorOptions().setHasText("Poris Plawad")).first().click();
			assertThat(page.locator("#kelurahan option:checked").innerText()).contains("Poris Plawad");
			People.send(page, BASE + "/tempat");
			page.waitForURL("**/isi");
		}
	}

	/** As where tiles are configured, under the policy every page has. */
	@Test
	void tapsOnAMap(Portal portal) {
		try (BrowserContext context = portal.open(true, 1280, 900)) {
			Page page = context.newPage();
			Complaints console = Complaints.of(page);
			page.route("**/peta/**", (route) -> route.fulfill(
					new Route.FulfillOptions().setContentType("image/png").setBodyBytes(UploadFiles.png(256, 256))));
			toPlace(page);
			page.evaluate(
					"""
							() => new Promise((loaded) => {
								const field = document.createElement('div');
								Object.assign(field.dataset, { map: '', tiles: '/peta/{z}/{x}/{y}.png', attribution: 'x', zoom: '17',
									script: '/webjars/leaflet/1.9.4/dist/leaflet.js', style: '/webjars/leaflet/1.9.4/dist/leaflet.css',
									label: 'Peta', in: 'Perbesar', out: 'Perkecil' });
								field.append(document.createElement('button'));
								document.querySelector('#tempat').after(field);
								const script = document.createElement('script');
								const policy = trustedTypes.createPolicy('uji', { createScriptURL: (url) => url });
								script.src = policy.createScriptURL('/js/map.js');
								script.onload = loaded;
								document.head.append(script);
							})""");
			page.locator("[data-map] button").click();
			page.locator(".map .leaflet-tile-loaded").first().waitFor();
			page.locator(".map").click();
			page.locator(".map-point").waitFor();
			assertThat(page.locator("input[name=lintang]").inputValue()).startsWith("-6.17");
			assertThat(page.locator("#kelurahan").inputValue()).startsWith("36.71");
			Shot.take(page, "lapor-peta", com.microsoft.playwright.options.ColorScheme.LIGHT, "id");
			assertThat(console.take()).isEmpty();
		}
	}

	private static void toPlace(Page page) {
		page.navigate(BASE + "/jenis");
		choose(page, BASE, "jenis", "pengaduan");
		choose(page, BASE, "tentang", "tempat");
		choose(page, BASE, "kategori", "jalan-rusak");
	}

	@Test
	void keepsAReportOnThePhoneUntilThereIsANetwork(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate(BASE);
			page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
			awaitTrue(page, "await caches.match('/luring')");
			context.setOffline(true);
			// Any other page: there is no network, but there is a page.
			page.navigate("/perangkat-daerah");
			assertThat(page.locator("h1").innerText()).isEqualTo("Tulis laporan tanpa jaringan");
			assertThat(page.locator("[data-no-network]").isVisible()).isTrue();
			Shot.take(page, "lapor-luring", com.microsoft.playwright.options.ColorScheme.LIGHT, "id");
			page.locator("#jenis").selectOption("pengaduan");
			page.locator("#kategori").selectOption("sampah");
			page.locator("#kelurahan").selectOption("36.71.01.1001");
			page.locator("#judul").fill("Sampah menumpuk");
			page.locator("#isi").fill("Sampah di depan gang tidak diangkut sejak seminggu.");
			page.locator("#foto").setInputFiles(new FilePayload("foto.jpg", "image/jpeg", UploadFiles.jpeg(700, 500)));
			page.locator("#anonim").check();
			// Nothing is kept without consent.
			page.locator("form[data-offline] button").click();
			assertThat(page.locator(".draft-list li").count()).isZero();
			page.locator("#setuju").check();
			page.locator("form[data-offline] button").click();
			page.getByText("Tersimpan di ponsel ini.").waitFor();
			page.locator(".draft-list li").waitFor();
			Shot.take(page, "lapor-luring-tersimpan", com.microsoft.playwright.options.ColorScheme.DARK, "id");
			page.locator(".draft-list button").first().click();
			page.locator(".draft-state").getByText("Belum ada jaringan").waitFor();
			String kept = (String) page.evaluate("async () => JSON.stringify(await laporan.all())");
			assertThat(kept).contains("Sampah menumpuk", "sampai").doesNotContain("surel", "telepon", "nik");
			context.setOffline(false);
			// By hand: the browser's own event does not reach a page that came from the
			// worker.
			page.locator(".draft-list button").first().click();
			page.locator(".draft-state a").click();
			page.waitForURL("**/pengaduan/tanda-terima/*");
			assertThat(page.locator(".panel strong").innerText()).startsWith("LKS-");
			assertThat((String) page.evaluate("async () => JSON.stringify(await laporan.all())")).isEqualTo("[]");
			String key = page.url().replaceFirst(".*/", "");
			assertThat(this.jdbc.sql("""
					select c.category || ' ' || c.photos || ' ' || c.anonymous from complaint.complaint c
					join complaint.submission s on s.complaint_id = c.id where s.key = cast(:key as uuid)""")
				.param("key", key)
				.query(String.class)
				.single()).isEqualTo("sampah 1 true");
		}
	}

	@Test
	void forgetsAReportOnThePhoneAfterAWeek(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			page.evaluate("async () => laporan.put({ kunci: 'lama', judul: 'Lama', sampai: Date.now() - 1 })");
			assertThat(page.evaluate("async () => (await laporan.get('lama')).judul")).isEqualTo("Lama");
			assertThat((String) page.evaluate("async () => JSON.stringify(await laporan.all())")).isEqualTo("[]");
			assertThat(page.evaluate("async () => (await laporan.get('lama')) === undefined")).as("not only hidden")
				.isEqualTo(true);
			page.evaluate("async () => laporan.put({ kunci: 'baru' })");
			assertThat(
					page.evaluate("async () => Math.round(((await laporan.all())[0].sampai - Date.now()) / 3600000)"))
				.isEqualTo(7 * 24);
		}
	}

	/** Nobody taps anything once the network is back. */
	@Test
	void sendsAKeptReportByItselfWhenTheNetworkIsBack(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			context.setOffline(true);
			page.locator("#jenis").selectOption("pengaduan");
			page.locator("#kategori").selectOption("sampah");
			page.locator("#kelurahan").selectOption("36.71.01.1001");
			page.locator("#judul").fill("Sampah di tepi kali");
			page.locator("#isi").fill("Sampah di tepi kali tidak diangkut sejak hujan terakhir.");
			page.locator("#setuju").check();
			page.locator("form[data-offline] button").click();
			page.locator(".draft-list li").waitFor();
			String key = (String) page.evaluate("async () => (await laporan.all())[0].kunci");
			assertThat(filed(key)).as("without a network").isZero();
			context.setOffline(false);
			page.locator(".draft-state a[href*='/pengaduan/tanda-terima/']").waitFor();
			assertThat(filed(key)).isOne();
			assertThat((String) page.evaluate("async () => JSON.stringify(await laporan.all())")).isEqualTo("[]");
		}
	}

	/** The worker sends it while no page is open. */
	@Test
	void keepsWhereTheReceiptIsUntilItIsOpened(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/perangkat-daerah");
			page.navigate("/luring");
			String key = UUID.randomUUID().toString();
			page.evaluate("(key) => laporan.put(" + draft("Sampah di pasar") + ").then(() => laporan.sendAll())", key);
			assertThat(filed(key)).isOne();
			assertThat((String) page.evaluate("async (key) => JSON.stringify(await laporan.receipts())", key))
				.contains(key, "tandaTerima")
				.doesNotContain("diangkut");
			page.navigate(BASE);
			page.locator(".draft-list strong").getByText("Sampah di pasar").waitFor();
			assertThat(page.locator(".draft-list .btn-secondary").count()).as("nothing to send").isZero();
			page.locator(".draft-state a").click();
			page.waitForURL("**/pengaduan/tanda-terima/" + key);
			awaitTrue(page, "(await laporan.receipts()).length === 0");
			page.navigate(BASE);
			assertThat(page.locator(".draft-list li").count()).isZero();
		}
	}

	/** On a phone people share, or after the session of whoever wrote it is over. */
	@Test
	void asksBeforeItSendsUnderAnotherAccount(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			String ofAccount = UUID.randomUUID().toString();
			page.evaluate("(key) => laporan.put({ ..." + draft("Sampah di halaman")
					+ ", penulis: 'a1b2' }).then(() => laporan.sendAll())", ofAccount);
			assertThat(filed(ofAccount)).as("nobody is signed in").isZero();
			page.navigate(BASE);
			page.locator(".draft-state").getByText("ditulis dengan akun").waitFor();
			page.locator(".draft-list .btn-secondary").click();
			page.locator(".draft-state a[href*='/pengaduan/tanda-terima/']").waitFor();
			assertThat(filed(ofAccount)).as("whoever holds the phone said so").isOne();
			String nik = Niks.next();
			People.register(page, nik, nik + "@contoh.id");
			page.navigate("/masuk");
			People.signIn(page, nik, People.PASSWORD);
			page.waitForURL(Pattern.compile(".*/akun.*"));
			page.navigate("/luring");
			String ofGuest = UUID.randomUUID().toString();
			page.evaluate("(key) => laporan.put(" + draft("Sampah di lorong") + ").then(() => laporan.sendAll())",
					ofGuest);
			assertThat(filed(ofGuest)).as("somebody is signed in").isZero();
			String own = UUID.randomUUID().toString();
			page.evaluate("""
					async (key) => laporan.put({ ...%s,
						penulis: (await (await fetch('/pengaduan/baru/token?kunci=' + key)).json()).penulis })
						.then(() => laporan.sendAll())""".formatted(draft("Sampah di teras")), own);
			assertThat(filed(own)).as("with the account it was written with").isOne();
		}
	}

	@Test
	void comesBackForWhatIsTooMuchAtOnce(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			page.route("**/pengaduan/baru/kirim*", (route) -> route
				.fulfill(new Route.FulfillOptions().setStatus(429).setContentType("application/json").setBody("{}")));
			assertThat(page.evaluate(
					"(key) => laporan.put(" + draft("Sampah di simpang")
							+ ").then(() => laporan.sendAll()).then(() => 'done', () => 'again')",
					UUID.randomUUID().toString()))
				.isEqualTo("again");
		}
	}

	/** As a phone keeps it; the key comes as {@code key}. */
	private static String draft(String subject) {
		return """
				{ kunci: key, jenis: 'pengaduan', tentang: 'tempat', kategori: 'sampah', siap: true,
					kelurahan: '36.71.01.1001', judul: '%s', identitas: 'ya',
					isi: 'Sampah di situ tidak diangkut sejak kemarin.' }""".formatted(subject);
	}

	@Test
	void sendsTheOthersWhereOneIsNotTaken(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			String key = UUID.randomUUID().toString();
			page.evaluate("""
					async (key) => {
						const draft = { jenis: 'pengaduan', tentang: 'tempat', kategori: 'sampah', siap: true,
							kelurahan: '36.71.01.1001', judul: 'Sampah di taman', identitas: 'ya',
							isi: 'Sampah di taman tidak diangkut sejak kemarin.' };
						await laporan.put({ ...draft, kunci: '0' });
						await laporan.put({ ...draft, kunci: key });
						await laporan.sendAll().catch(() => {});
					}""", key);
			assertThat(filed(key)).isOne();
			assertThat(
					(String) page.evaluate("async () => JSON.stringify((await laporan.all()).map((one) => one.kunci))"))
				.isEqualTo("[\"0\"]");
		}
	}

	@Test
	void sendsTheTextWhereAPhotoIsTooLarge(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			String key = UUID.randomUUID().toString();
			assertThat(page.evaluate("""
					async (key) => {
						await laporan.put({ kunci: key, jenis: 'pengaduan', tentang: 'tempat', kategori: 'sampah',
							kelurahan: '36.71.01.1001', judul: 'Sampah di lapangan', identitas: 'ya',
							isi: 'Sampah di lapangan tidak diangkut sejak kemarin.',
							foto: [new Blob([new Uint8Array(13 * 1048576)], { type: 'image/jpeg' })] });
						return (await laporan.send(key)).pesan.length;
					}""", key)).isEqualTo(1);
			assertThat(filed(key)).isOne();
			context.setOffline(true);
			page.locator("#jenis").selectOption("pengaduan");
			page.locator("#kategori").selectOption("sampah");
			page.locator("#judul").fill("Sampah di halte");
			page.locator("#isi").fill("Sampah di halte tidak diangkut sejak kemarin.");
			page.locator("#foto").setInputFiles(new FilePayload("besar.jpg", "image/jpeg", new byte[11 * 1024 * 1024]));
			page.locator("#setuju").check();
			page.locator("form[data-offline] button").click();
			page.getByText("Foto yang lebih besar dari 10 MB tidak ikut tersimpan.").waitFor();
			assertThat(page.evaluate("async () => (await laporan.all())[0].foto.length")).isEqualTo(0);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void sendsTheTextWhereAPhotoIsNotTaken(int status, Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			page.navigate("/luring");
			page.route("**/pengaduan/baru/foto*",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
			String key = UUID.randomUUID().toString();
			page.evaluate("""
					(key) => laporan.put({ kunci: key, jenis: 'pengaduan', tentang: 'tempat', kategori: 'sampah',
						kelurahan: '36.71.01.1001', judul: 'Sampah di jembatan', identitas: 'ya', siap: true,
						isi: 'Sampah di jembatan tidak diangkut sejak kemarin.',
						foto: [new Blob([new Uint8Array(1000)], { type: 'image/jpeg' })] })""", key);
			page.reload();
			page.locator(".draft-state a[href*='/pengaduan/tanda-terima/']").waitFor();
			assertThat(page.locator(".draft-state").innerText()).contains("Satu foto tidak dapat dikirim",
					"Tambahkan dari halaman laporan Anda");
			assertThat(filed(key)).isOne();
		}
	}

	/** Playwright's own way takes a promise for true. */
	private static void awaitTrue(Page page, String expression) {
		await().until(() -> (boolean) page.evaluate("async () => Boolean(" + expression + ")"));
	}

	private long filed(String key) {
		return this.jdbc.sql("select count(*) from complaint.submission where key = cast(? as uuid)")
			.param(key)
			.query(Long.class)
			.single();
	}

	@Test
	void keepsWhatIsBeingWrittenIfSomebodyWantsThat(Portal portal) {
		try (BrowserContext context = portal.open(true, PHONE, 800)) {
			Page page = context.newPage();
			toPlace(page);
			// Where no other test reports anything, or a similar report would be offered.
			page.locator("#kelurahan").selectOption("36.71.09.1003");
			People.send(page, BASE + "/tempat");
			page.locator("#judul").fill("Aspal mengelupas");
			assertThat((String) page.evaluate("async () => JSON.stringify(await laporan.all())")).isEqualTo("[]");
			page.locator("#simpan").check();
			page.locator("#isi").fill("Aspal baru");
			awaitTrue(page, "(await laporan.all())[0]?.isi?.startsWith('Aspal baru')");
			// The line is cut while it is sent: what was written is on the phone still.
			page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
			awaitTrue(page, "await caches.match('/luring')");
			context.setOffline(true);
			// Nobody pauses between the last word and the button.
			page.locator("#isi").fill("Aspal baru sudah mengelupas setelah hujan pertama.");
			People.send(page, BASE + "/isi");
			page.locator(".draft-list li").waitFor();
			assertThat(page.locator(".draft-list").innerText()).contains("Aspal mengelupas");
			context.setOffline(false);
			page.navigate(BASE);
			page.locator(".draft-list button").first().click();
			// Who may know was not asked yet, so it is not sent before that.
			page.locator(".draft-state a").click();
			page.locator("h1").getByText("Foto atau dokumen").waitFor();
			People.send(page, BASE + "/foto/lanjut");
			People.send(page, BASE + "/identitas");
			assertThat(page.locator("main").innerText()).contains("Aspal baru sudah mengelupas");
			People.send(page, BASE + "/kirim");
			page.waitForURL("**/pengaduan/tanda-terima/*");
			awaitTrue(page, "(await laporan.all()).length === 0");
		}
	}

	@Test
	void filesForSomebodyAtTheCounter(Portal portal) {
		try (BrowserContext context = portal.open(false, 1280, 900)) {
			Page page = context.newPage();
			this.staff.join(page, new AgencyId("disdukcapil"), Role.OFFICER);
			String base = "/petugas/pengaduan/baru";
			page.navigate(base);
			saysForWhomItIs(page);
			assertThat(page.locator("legend").first().innerText()).isEqualTo("Apa yang disampaikan warga?");
			choose(page, base, "jenis", "pengaduan");
			saysForWhomItIs(page);
			choose(page, base, "tentang", "lain");
			saysForWhomItIs(page);
			choose(page, base, "kategori", "sosial");
			saysForWhomItIs(page);
			assertThat(page.locator("h1").innerText()).isEqualTo("Apa yang dilaporkan warga?");
			page.locator("#judul").fill("Bantuan belum cair");
			page.locator("#isi").fill("Pelapor belum menerima bantuan sejak Juni.");
			People.send(page, base + "/isi");
			saysForWhomItIs(page);
			People.send(page, base + "/foto/lanjut");
			saysForWhomItIs(page);
			People.send(page, base + "/identitas");
			assertThat(page.title()).startsWith("Kesalahan:");
			page.locator("#nama").fill("Ibu Rukmini");
			page.locator("#telepon").fill("0812-3456-7890");
			Shot.take(page, "lapor-loket", com.microsoft.playwright.options.ColorScheme.LIGHT, "id");
			People.send(page, base + "/identitas");
			assertThat(page.locator("main").innerText()).contains("Ibu Rukmini", "Bacakan isinya kepada warga");
			saysForWhomItIs(page);
			People.send(page, base + "/kirim");
			page.waitForURL("**/pengaduan/tanda-terima/*");
			assertThat(page.locator("main").innerText()).contains("untuk pelapor");
			assertThat(this.jdbc.sql("""
					select c.channel from complaint.complaint c
					join complaint.submission s on s.complaint_id = c.id where s.key = cast(:key as uuid)""")
				.param("key", page.url().replaceFirst(".*/", ""))
				.query(String.class)
				.single()).isEqualTo("COUNTER");
		}
	}

	private static void saysForWhomItIs(Page page) {
		assertThat(page.locator("main .at-counter").innerText()).contains("untuk orang lain");
		assertThat(page.locator(".at-counter").boundingBox().y).as(page.url())
			.isLessThan(page.locator("h1").boundingBox().y);
	}

}
