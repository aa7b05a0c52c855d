package id.tangerangkota.layanan.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.FullHistory;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.incident.MaintenanceDesk;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.availability.incident.Recurrence;
import id.tangerangkota.layanan.availability.incident.WindowId;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The staff look after checks, incidents and announced work. */
@BrowserTest
class MonitoringBrowserTests {

	private static final String PATH = "/admin/ketersediaan";

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	@Autowired
	private StaffMembers staff;

	@Autowired
	private CheckDesk checks;

	@Autowired
	private MaintenanceDesk maintenance;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	private final UUID incident = UUID.randomUUID();

	private final UUID entry = UUID.randomUUID();

	private Portal portal;

	private Inspection worker;

	private int check;

	private int proposed;

	private WindowId window;

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.worker = new Inspection(portal);
		this.staff.join(this.worker.page(), null, Role.ADMINISTRATOR);
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.check = add("pemantauan-dengan-nama-yang-panjang-sekali");
			this.checks.pause(this.check, "Server pindah gedung");
			this.checks.resume(this.check);
			this.window = this.maintenance.announce(MaintenanceScope.of(new AgencyId("dishub")),
					Instant.now().plusSeconds(4 * 86_400), Duration.ofMinutes(45), Recurrence.WEEKLY, null,
					"Kami merapikan kabel di ruang server.");
		}
		results();
		propose();
		report();
	}

	private int add(String name) {
		ServiceId service = this.catalog.service("spmb").orElseThrow().id();
		return this.checks.add(service, Platform.WEB, CheckSpec
			.usual(HttpTarget.get("https://" + name + ".contoh.example/daftar?jalur=zonasi"), CheckMode.COUNTED));
	}

	private void results() {
		this.jdbc.sql("select availability.make_partition(current_date + n) from generate_series(-1, 1) n")
			.query((row) -> {
			});
		this.jdbc.sql("""
				insert into availability.result (check_id, at, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node, address)
				values (:check, now() - interval '3 minutes', 1, 0, 200, 4, 11, 23, 42, 87, 20900, 0, '192.0.2.7'),
					(:check, now() - interval '2 minutes', 3, 5, 0, 4, 0, 0, 0, 5000, 0, 0, null),
					(:check, now() - interval '1 minutes', 4, 13, 403, 4, 11, 23, 42, 87, 20900, 0, '2001:db8::7')""")
			.param("check", this.check)
			.update();
	}

	private void propose() {
		this.proposed = this.jdbc.sql("""
				select id from availability.check_definition
				where mode = 'EXPLORED' and removed_at is null order by id limit 1""").query(Integer.class).single();
		this.jdbc.sql("""
				insert into availability.exploration (check_id, next_at, looked_at, resolved, answered, status, title,
					proposed_at) values (?, now(), now(), true, true, 200, 'Beranda | Dinas Contoh', now())
				on conflict (check_id) do update set title = excluded.title, status = excluded.status,
					proposed_at = excluded.proposed_at""").param(this.proposed).update();
	}

	private void report() {
		this.jdbc.sql("""
				insert into availability.incident (id, kind, status, resource, started_at, opened_at)
				values (:id, 'SUSPECTED', 'INVESTIGATING', 'suspicion:' || :id, now(), now())""")
			.param("id", this.incident)
			.update();
		this.jdbc
			.sql("""
					insert into availability.incident_service (incident_id, service_id, since) values (:id, :service, now())""")
			.param("id", this.incident)
			.param("service", this.catalog.service("spmb").orElseThrow().id().value())
			.update();
		this.jdbc
			.sql("""
					insert into availability.incident_entry (id, incident_id, at, kind, status, text, author, for_staff)
					values (gen_random_uuid(), :id, now(), 'OPENED', 'INVESTIGATING', null, null, false),
						(:entry, :id, now(), 'ACKNOWLEDGED', null, 'Saya coba dari jaringan lain', gen_random_uuid(), true)""")
			.param("id", this.incident)
			.param("entry", this.entry)
			.update();
	}

	/** What others look at stays as it was. */
	@AfterAll
	void close() {
		this.worker.close();
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.maintenance.end(this.window);
		}
		this.jdbc.sql("update availability.exploration set proposed_at = null where check_id = ?")
			.param(this.proposed)
			.update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpInBothLanguages(String language) {
		inspect("ketersediaan", "?q=contoh.example", language);
		inspect("ketersediaan-pemeriksaan", "/" + this.check, language);
		inspect("ketersediaan-ubah", "/" + this.check + "/ubah", language);
		inspect("ketersediaan-usulan-satu", "/usulan/" + this.proposed, language);
		inspect("ketersediaan-insiden-satu", "/insiden/" + this.incident, language);
		inspect("ketersediaan-perawatan-baru", "/perawatan/baru?layanan=spmb", language);
		inspect("ketersediaan-laporan", "/laporan", language);
	}

	@Test
	void holdUpOnTheWayThere() {
		inspect("ketersediaan-semua", "", "id");
		inspect("ketersediaan-menunggu", "/" + this.check + "?diminta=" + Instant.now().toEpochMilli(), "id");
		inspect("ketersediaan-jeda", "/" + this.check + "/jeda", "id");
		inspect("ketersediaan-hapus", "/" + this.check + "/hapus", "en");
		inspect("ketersediaan-baru", "/baru?q=pajak", "id");
		inspect("ketersediaan-baru-jenis", "/baru?layanan=tng", "id");
		inspect("ketersediaan-baru-dns", "/baru?layanan=spmb&wadah=WEB&jenis=DNS", "id");
		inspect("ketersediaan-usulan", "/usulan", "id");
		inspect("ketersediaan-insiden", "/insiden", "id");
		inspect("ketersediaan-kabar", "/insiden/" + this.incident + "/kabar", "id");
		inspect("ketersediaan-catatan", "/insiden/" + this.incident + "/catatan/" + this.entry, "en");
		inspect("ketersediaan-perawatan", "/perawatan", "id");
		inspect("ketersediaan-perawatan-apa", "/perawatan/baru", "id");
		inspect("ketersediaan-perawatan-ubah", "/perawatan/" + this.window + "/ubah", "id");
		inspect("ketersediaan-perawatan-batal", "/perawatan/" + this.window + "/akhiri", "en");
	}

	@Test
	void sayWhatIsWrongWithAForm() {
		Page page = this.worker.page();
		page.navigate(PATH + "/baru?layanan=spmb&wadah=WEB&jenis=HTTP");
		page.locator("#alamat").fill("ftp://contoh.example/");
		page.locator("#batas").fill("lima");
		People.send(page, PATH + "/baru");
		assertThat(page.locator(".error-summary")).isFocused();
		assertThat(page.locator("#alamat")).hasValue("ftp://contoh.example/");
		assertThat(page.locator("#batas-error")).isVisible();
		page.setViewportSize(PHONE, HEIGHT);
		assertThat(Layout.widerThanScreen(page)).isEmpty();
		assertThat(Axe.violations(page)).isEmpty();
	}

	@Test
	void letACheckRestAndAnnounceWorkWithoutScripts() {
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			add("perjalanan");
		}
		try (BrowserContext plain = this.portal.open(false, PHONE, HEIGHT)) {
			Page page = plain.newPage();
			this.staff.join(page, null, Role.ADMINISTRATOR);
			page.navigate("/admin");
			page.locator("main a[href='" + PATH + "']").click();
			page.locator(".filters > summary").click();
			page.locator("#q").fill("perjalanan");
			page.locator(".filters button[type=submit]").click();
			page.locator("main tbody th a").click();
			page.locator("main a[href$='/jeda']").click();
			page.locator("#isi").fill("Menunggu perangkat baru");
			page.locator("main form[method=post] button[type=submit]").click();
			assertThat(page.locator(".banner-success")).isVisible();
			assertThat(page.locator("section[aria-labelledby=jeda] tbody")).containsText("Menunggu perangkat baru");
			page.navigate(PATH + "/perawatan");
			page.locator("main a[href$='/perawatan/baru']").click();
			page.locator("main #q").fill("SPMB");
			page.locator("main form:has(#q) button").click();
			page.locator("main .link-list a[href$='layanan=spmb']").click();
			page.locator("#tanggal").fill(LocalDate.now(AvailabilityReport.ZONE).plusDays(3).toString());
			page.locator("#jam").fill("22:00");
			page.locator("#lama").fill("90");
			page.locator("#isi").fill("Kami memasang server baru.");
			People.send(page, PATH + "/perawatan/baru");
			page.waitForURL(Pattern.compile(".*/perawatan$"));
			page.navigate("/status");
			assertThat(page.locator("main")).containsText("Kami memasang server baru.");
			page.navigate(PATH + "/perawatan");
			page.locator(".plain-item", new Page.LocatorOptions().setHasText("Kami memasang server baru."))
				.locator("a[href$='/akhiri']")
				.click();
			page.locator("main form[method=post] button[type=submit]").click();
			page.navigate("/status");
			assertThat(page.locator("main")).not().containsText("Kami memasang server baru.");
		}
	}

	/** What people see of a service that has been looked at for more than a year. */
	@Test
	void showAllThatIsKnownOfAService() {
		ServiceId service = this.catalog.service("dinkes").orElseThrow().id();
		int looked = this.checks.ofService(service).getFirst().id();
		FullHistory.write(this.jdbc, service, looked);
		try {
			this.worker.inspect(new PublicPage("status-penuh", "/status/dinkes", 200), "id", true);
			this.worker.inspect(new PublicPage("status-penuh", "/status/dinkes", 200), "en", true);
			assertThat(this.worker.page().locator(".chart .chart-p95")).isAttached();
			assertThat(this.worker.page().locator("section[aria-labelledby=pemeriksaan] tbody tr")).hasCount(10);
		}
		finally {
			FullHistory.remove(this.jdbc, service, looked);
		}
	}

	private void inspect(String name, String path, String language) {
		this.worker.inspect(new PublicPage(name, PATH + path, 200), language, true);
	}

}
