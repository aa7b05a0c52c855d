package id.tangerangkota.layanan.browser;

import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.notification.SentLetters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Asking for news, getting them, ending them, and looking after them. */
@BrowserTest
class MessagesBrowserTests {

	private static final String SERVICE = "disdukcapil";

	@Autowired
	private SentLetters sent;

	@Autowired
	private StaffMembers staff;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	private Portal portal;

	private Inspection guest;

	private Inspection citizen;

	private Inspection administrator;

	@BeforeAll
	void open(Portal portal) {
		this.portal = portal;
		this.guest = new Inspection(portal);
		this.citizen = new Inspection(portal);
		String nik = Niks.next();
		People.register(this.citizen.page(), nik, "");
		this.citizen.page().navigate("/masuk");
		People.signIn(this.citizen.page(), nik, People.PASSWORD);
		this.administrator = new Inspection(portal);
		this.staff.join(this.administrator.page(), null, Role.ADMINISTRATOR);
	}

	@AfterAll
	void close() {
		this.guest.close();
		this.citizen.close();
		this.administrator.close();
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { false, true })
	void subscribesConfirmsAndEndsWithoutAnAccount(boolean javaScript) {
		try (BrowserContext context = this.portal.open(javaScript, 360, 800)) {
			Page page = context.newPage();
			page.navigate("/status/" + SERVICE);
			page.navigate("/langganan?q=zzzqqq");
			assertThat(page.locator("main a[href='/layanan']").count()).as("a way on").isOne();
			page.navigate("/langganan");
			page.locator("#q").fill("ktp hilang");
			page.locator("main form button[type=submit]").click();
			page.locator("main a[href='/langganan/" + SERVICE + "']").click();
			page.waitForURL("**/langganan/" + SERVICE);
			page.locator("#surel").fill("siti@");
			page.locator("main form[action='/langganan/" + SERVICE + "']").evaluate("form => form.noValidate = true");
			People.send(page, "/langganan/" + SERVICE);
			assertThat(page.title()).startsWith("Kesalahan:");
			assertThat(page.locator("#surel").inputValue()).isEqualTo("siti@");
			page.locator("#surel").fill("siti" + Niks.next() + "@example.org");
			People.send(page, "/langganan/" + SERVICE);
			page.waitForURL("**/langganan/terkirim");
			String link = this.sent.confirmation();
			String end = this.sent.unsubscribe();
			page.navigate(link);
			People.send(page, link);
			assertThat(page.locator("h1").innerText()).isEqualTo("Anda akan kami kabari");
			assertThat(page.navigate(link).status()).isEqualTo(410);
			page.navigate(end);
			page.locator("main button[type=submit]").first().click();
			assertThat(page.locator("h1").innerText()).isEqualTo("Anda sudah berhenti");
		}
	}

	@Test
	void pagesOfLinksHoldUp() {
		Page page = this.guest.page();
		both(this.guest, "langganan-satu", "/langganan/" + SERVICE);
		page.navigate("/langganan/" + SERVICE);
		page.locator("#surel").fill("siti" + Niks.next() + "@example.org");
		People.send(page, "/langganan/" + SERVICE);
		page.waitForURL("**/langganan/terkirim");
		both(this.guest, "langganan-konfirmasi", this.sent.confirmation());
		both(this.guest, "langganan-berhenti", this.sent.unsubscribe());
		for (String language : List.of("id", "en")) {
			this.guest.inspect(new PublicPage("langganan-tautan-habis", "/langganan/konfirmasi/tidak-ada", 410),
					language, true);
		}
	}

	@Test
	void readsWhatCame() {
		Page page = this.citizen.page();
		both(this.citizen, "pesan-kosong", "/akun/pesan");
		page.navigate("/langganan/" + SERVICE);
		People.send(page, "/langganan/" + SERVICE);
		assertThat(page.locator("main").innerText()).contains("Anda mengikuti layanan ini");
		both(this.citizen, "langganan-saya", "/langganan/" + SERVICE);
		this.transactions.executeWithoutResult((status) -> this.events
			.publishEvent(new OutageStarted(OutageId.random(), this.catalog.service(SERVICE).orElseThrow().id(),
					Instant.parse("2026-11-23T03:42:00Z"), StateReason.STATUS)));
		await().untilAsserted(() -> {
			page.navigate("/akun");
			assertThat(page.locator(".menu-button .count-badge").innerText()).isEqualTo("1");
		});
		both(this.citizen, "akun-dengan-pesan", "/akun");
		both(this.citizen, "pesan", "/akun/pesan");
		page.navigate("/akun/pesan");
		page.locator("main h2 a").first().click();
		page.waitForURL("**/status/" + SERVICE);
		page.navigate("/akun/pesan");
		assertThat(page.locator(".count-badge").count()).isZero();
		assertThat(page.locator("main").innerText()).contains("Semua pesan sudah Anda baca");
		both(this.citizen, "pengaturan-pesan", "/akun/pengaturan-pesan");
		page.navigate("/akun/pengaturan-pesan");
		page.locator("input[name=OUTAGE][value=EMAIL]").uncheck();
		People.send(page, "/akun/pengaturan-pesan");
		assertThat(page.locator("input[name=OUTAGE][value=EMAIL]").isChecked()).isFalse();
		assertThat(page.locator("input[name=OUTAGE][value=INBOX]").isChecked()).isTrue();
		People.send(page, "/akun/pengaturan-pesan/berhenti");
		assertThat(page.locator("main").innerText()).contains("Anda belum mengikuti layanan apa pun");
	}

	@Test
	void looksAfterMessagesAndWebhooks() {
		Page page = this.administrator.page();
		both(this.administrator, "webhook-kosong", "/admin/webhook");
		page.navigate("/admin/webhook/baru");
		page.locator("#alamat").fill("http://contoh.id/kabar");
		page.locator("main form[action='/admin/webhook/baru']").evaluate("form => form.noValidate = true");
		People.send(page, "/admin/webhook/baru");
		assertThat(page.title()).startsWith("Kesalahan:");
		assertThat(page.locator("#alamat").inputValue()).isEqualTo("http://contoh.id/kabar");
		Shot.take(page, "webhook-salah", ColorScheme.LIGHT, "id");
		page.locator("#alamat").fill("https://127.0.0.1/kabar");
		page.locator("#keterangan").fill("Dasbor kota");
		People.send(page, "/admin/webhook/baru");
		page.waitForURL("**/admin/webhook/*-*");
		String webhook = page.url().replaceFirst("^https?://[^/]+", "");
		People.send(page, webhook + "/uji");
		await().untilAsserted(() -> {
			page.navigate(webhook);
			assertThat(page.locator("main").innerText()).contains("jaringan yang tidak dibuka");
		});
		both(this.administrator, "webhook", webhook);
		page.navigate(webhook);
		People.send(page, webhook + "/rahasia");
		assertThat(page.locator(".secret-code").innerText()).startsWith("whsec_");
		both(this.administrator, "webhook-ubah", webhook + "/ubah");
		both(this.administrator, "webhook-hapus", webhook + "/hapus");
		both(this.administrator, "webhook-daftar", "/admin/webhook");
		both(this.administrator, "pesan-keluar-gagal", "/admin/pesan?keadaan=gagal&saluran=webhook");
		page.navigate("/admin/pesan?keadaan=gagal&saluran=webhook");
		page.locator("main table a").first().click();
		String message = page.url().replaceFirst("^https?://[^/]+", "");
		both(this.administrator, "pesan-keluar-satu", message);
		page.navigate(message);
		People.send(page, message + "/hentikan");
		assertThat(page.locator("main").innerText()).contains("Dihentikan");
		both(this.administrator, "pesan-keluar", "/admin/pesan");
		both(this.administrator, "admin-perhatian", "/admin");
		page.navigate(webhook + "/hapus");
		People.send(page, webhook + "/hapus");
		page.waitForURL("**/admin/webhook");
	}

	private static void both(Inspection inspection, String name, String path) {
		for (String language : List.of("id", "en")) {
			inspection.inspect(new PublicPage(name, path, 200), language, true);
		}
	}

}
