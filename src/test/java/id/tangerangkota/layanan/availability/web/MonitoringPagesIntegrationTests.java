package id.tangerangkota.layanan.availability.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.LiveWindows;
import id.tangerangkota.layanan.availability.incident.Maintenance;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.web.testing.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the staff do with checks, incidents and announced work, and what they are told.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, ScriptedChecks.class })
@AutoConfigureMockMvc
class MonitoringPagesIntegrationTests {

	private static final String PATH = "/admin/ketersediaan";

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Instant now = Instant.now();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CheckDesk desk;

	@Autowired
	private ScriptedChecks scripted;

	@Autowired
	private Incidents incidents;

	@Autowired
	private LiveWindows windows;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	static Stream<String> shared() {
		return Stream.of("", "/insiden", "/perawatan", "/perawatan/baru", "/perawatan/baru?q=pajak",
				"/perawatan/baru?layanan=spmb", "/perawatan/baru?opd=disdukcapil", "/laporan");
	}

	static Stream<String> administrators() {
		return Stream.of("/usulan", "/baru", "/baru?q=pajak", "/baru?layanan=spmb",
				"/baru?layanan=spmb&wadah=WEB&jenis=HTTP", "/baru?layanan=spmb&wadah=WEB&jenis=TLS",
				"/baru?layanan=spmb&wadah=WEB&jenis=TCP", "/baru?layanan=spmb&wadah=WEB&jenis=DNS");
	}

	@ParameterizedTest
	@MethodSource({ "shared", "administrators" })
	void opensInBothLanguages(String path) {
		for (String language : List.of("id", "en")) {
			MvcTestResult result = get(
					PATH + path + (language.equals("en") ? (path.contains("?") ? "&" : "?") + "lang=en" : ""),
					ADMINISTRATOR);
			assertThat(result).hasStatusOk();
			Document page = page(result);
			assertThat(page.select("h1")).hasSize(1);
			assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(page.select("html").attr("lang")).isEqualTo(language);
		}
	}

	@ParameterizedTest
	@MethodSource("shared")
	void opensToCoordinatorsAndAdministratorsOnly(String path) {
		assertThat(rolesLetIn(path)).containsOnly(Role.ADMINISTRATOR, Role.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("administrators")
	void keepsChecksForAdministrators(String path) {
		assertThat(rolesLetIn(path)).containsOnly(Role.ADMINISTRATOR);
	}

	private List<Role> rolesLetIn(String path) {
		List<Role> roles = new ArrayList<>();
		for (Role role : Role.values()) {
			Actor actor = Actor.staff(AccountId.random(), Set.of(role),
					role.needsAgency() ? new AgencyId("disdukcapil") : null);
			if (get(PATH + path, actor).getResponse().getStatus() == 200) {
				roles.add(role);
			}
		}
		return roles;
	}

	@Test
	void leadsCoordinatorsNowhereTheyMayNotGo() {
		check("siap");
		Document page = page(get(PATH, COORDINATOR));
		assertThat(page.select("main a").eachAttr("href")).isNotEmpty()
			.noneMatch((href) -> href.matches(PATH + "/(?:\\d.*|baru|usulan)"));
	}

	@Test
	void findsChecksByAddressAndByName() {
		int check = check("ketemu");
		String name = this.catalog.summaries(List.of(require(check).service())).getFirst().name();
		assertThat(listed("?q=KETEMU.contoh")).containsExactly("https://ketemu.contoh.example/");
		assertThat(listed("?q=" + name)).contains("https://ketemu.contoh.example/");
		assertThat(listed("?q=ketemu.contoh&cara=CITED")).isEmpty();
		assertThat(listed("?q=ketemu.contoh&jeda=ya")).isEmpty();
		assertThat(listed("?q=ketemu.contoh&jeda=tidak&cara=COUNTED")).hasSize(1);
		assertThat(listed("?q=ketemu.contoh&keadaan=DOWN")).isEmpty();
	}

	@Test
	void costsAsManyQueriesForManyChecksAsForOne() {
		String path = PATH + "?q=.hitung.contoh";
		check("satu.hitung");
		List<String> one = queriesOf(path, 1);
		for (int n = 0; n < 30; n++) {
			check(n + ".hitung");
		}
		assertThat(queriesOf(path, 25)).isNotEmpty().isEqualTo(one);
	}

	@Test
	void costsAsManyQueriesForMuchWorkAsForLittle() {
		List<String> paths = List.of("/insiden", "/perawatan", "/usulan", "/laporan");
		work(1);
		List<List<String>> little = paths.stream().map(this::queriesOf).toList();
		work(6);
		assertThat(paths.stream().map(this::queriesOf).toList()).isEqualTo(little);
		assertThat(page(get(PATH + "/usulan", ADMINISTRATOR)).select("main tbody tr")).hasSizeGreaterThanOrEqualTo(6);
		this.jdbc.sql("update availability.maintenance_window set cancelled_at = now() where text = 'Uji kueri'")
			.update();
		this.jdbc.sql("delete from availability.exploration where title = 'Uji kueri'").update();
	}

	private List<String> queriesOf(String path) {
		return Statements.of(() -> assertThat(get(PATH + path, ADMINISTRATOR)).hasStatusOk());
	}

	/** Incidents, announced work and proposals, so many of each. */
	private void work(int count) {
		for (int n = 0; n < count; n++) {
			scriptedOutage();
			this.jdbc
				.sql("""
						insert into availability.maintenance_window (id, service_id, recurrence, starts, minutes, text,
							announced_by, announced_at)
						select gen_random_uuid(), id, 'ONCE', now() + interval '2 days', 30, 'Uji kueri', gen_random_uuid(), now()
						from catalog.service order by slug offset :n limit 1""")
				.param("n", n)
				.update();
			this.jdbc
				.sql("""
						insert into availability.exploration (check_id, next_at, looked_at, resolved, answered, status, title,
							proposed_at)
						select id, now(), now(), true, true, 200, 'Uji kueri', now() from availability.check_definition
						where mode = 'EXPLORED' and removed_at is null and not gone
							and id not in (select check_id from availability.exploration)
						order by id desc limit 1""")
				.update();
		}
	}

	private ServiceId scriptedOutage() {
		ServiceId service = ScriptedChecks.service();
		Instant start = this.now.minus(Duration.ofMinutes(30));
		int check = this.scripted.start(service, start);
		for (int minute = 1; minute <= 3; minute++) {
			this.scripted.tell(ScriptedChecks.down(check, start.plusSeconds(60L * minute)));
		}
		return service;
	}

	@Test
	void costsAsManyQueriesForManyWhoPausedACheckAsForOne() {
		int check = check("sering-jeda");
		pausedBySomebody(check);
		List<String> one = queriesOf("/" + check);
		for (int n = 0; n < 5; n++) {
			pausedBySomebody(check);
		}
		assertThat(queriesOf("/" + check)).hasSameSizeAs(one);
	}

	private void pausedBySomebody(int check) {
		this.jdbc.sql("""
				insert into availability.check_pause (check_id, reason, paused_by, paused_at, resumed_by, resumed_at)
				values (?, 'Uji', gen_random_uuid(), now(), gen_random_uuid(), now())""").param(check).update();
	}

	/** With the way there, which whoever may not go there is not shown. */
	@Test
	void asksEverybodyOnTheFirstPageForWhatIsTheirs() {
		scriptedOutage();
		int check = explored();
		this.jdbc.sql("""
				insert into availability.exploration (check_id, next_at, looked_at, resolved, answered, status, title,
					proposed_at) values (?, now(), now(), true, true, 200, 'Dinas Contoh', now())
				on conflict (check_id) do update set answered = true, proposed_at = now(), dismissed_at = null""")
			.param(check)
			.update();
		String waiting = "section:has(#perhatian) a";
		assertThat(page(get("/admin", COORDINATOR)).select(waiting).eachAttr("href")).contains(PATH + "/insiden")
			.doesNotContain(PATH + "/usulan");
		Document administrators = page(get("/admin", ADMINISTRATOR));
		assertThat(administrators.select(waiting).eachAttr("href")).contains(PATH + "/insiden", PATH + "/usulan");
		assertThat(administrators.select(waiting).eachText()).anyMatch((text) -> text.endsWith("menunggu verifikasi"));
		Actor auditor = Actor.staff(AccountId.random(), Set.of(Role.AUDITOR), null);
		assertThat(page(get("/admin", auditor)).select(waiting)).isEmpty();
	}

	private List<String> queriesOf(String path, int shown) {
		return Statements.of(() -> assertThat(page(get(path, ADMINISTRATOR)).select("main tbody th a")).hasSize(shown));
	}

	private List<String> listed(String query) {
		return page(get(PATH + query, ADMINISTRATOR)).select("main tbody th a").eachText();
	}

	@Test
	void pausesWithAReasonThatStaysInTheHistory() {
		int check = check("jeda");
		String path = PATH + "/" + check;
		assertThat(post(path + "/jeda", ADMINISTRATOR, Map.of("isi", "  "))).hasStatus(422);
		MvcTestResult tooLong = post(path + "/jeda", ADMINISTRATOR, Map.of("isi", "x".repeat(501)));
		assertThat(tooLong).hasStatus(422);
		assertThat(page(tooLong).select("textarea").text()).hasSize(501);
		assertThat(post(path + "/jeda", ADMINISTRATOR, Map.of("isi", "Server pindah gedung"))).hasStatus(303);
		Document page = page(get(path, ADMINISTRATOR));
		assertThat(page.select("section:has(#jeda) tbody").text()).contains("Server pindah gedung", "Masih dijeda");
		assertThat(page.select("main form").eachAttr("action")).containsExactly(path + "/lanjutkan");
		MvcTestResult again = post(path + "/jeda", ADMINISTRATOR, Map.of("isi", "Sekali lagi"));
		assertThat(again).hasStatus(422);
		assertThat(errors(again)).containsExactly("Pemeriksaan ini sedang dijeda.");
		assertThat(page(again).select("textarea").text()).isEqualTo("Sekali lagi");
		assertThat(post(path + "/lanjutkan", ADMINISTRATOR, Map.of())).hasStatus(303);
		assertThat(require(check).pause()).isNull();
		assertThat(page(get(path, ADMINISTRATOR)).select("section:has(#jeda) tbody").text())
			.contains("Server pindah gedung")
			.doesNotContain("Masih dijeda");
	}

	@Test
	void masksNumbersOfPeopleInReasons() {
		int check = check("samar");
		post(PATH + "/" + check + "/jeda", ADMINISTRATOR, Map.of("isi", "Lapor 3671011203450001"));
		assertThat(page(get(PATH + "/" + check, ADMINISTRATOR)).text()).contains("0001")
			.doesNotContain("3671011203450001");
	}

	@Test
	void removesOnlyAfterAsking() {
		int check = check("hapus");
		String path = PATH + "/" + check;
		assertThat(page(get(path + "/hapus", ADMINISTRATOR)).select("main form").attr("action"))
			.isEqualTo(path + "/hapus");
		assertThat(this.desk.find(check)).isPresent();
		assertThat(post(path + "/hapus", ADMINISTRATOR, Map.of())).hasStatus(303);
		assertThat(this.desk.find(check)).isEmpty();
		assertThat(get(path, ADMINISTRATOR)).hasStatus(404);
	}

	@Test
	void saysThatChecksAreSwitchedOff() {
		int check = check("mati");
		MvcTestResult result = post(PATH + "/" + check + "/periksa", ADMINISTRATOR, Map.of());
		assertThat(result).hasStatus(303).hasRedirectedUrl(PATH + "/" + check);
		assertThat(page(get(PATH, ADMINISTRATOR)).select(".banner").text()).contains("Pemeriksaan dimatikan");
	}

	@Test
	void waitsForTheResultThatWasAskedForAndThenShowsIt() {
		int check = check("tunggu");
		Instant asked = this.now.minusSeconds(5);
		String path = PATH + "/" + check + "?diminta=" + asked.toEpochMilli();
		Document waiting = page(get(path, ADMINISTRATOR));
		assertThat(waiting.select(".banner").text()).contains("Menunggu hasil");
		assertThat(waiting.select("main a").eachAttr("href")).contains(path);
		this.jdbc.sql("select availability.make_partition(current_date + n) from generate_series(-1, 1) n")
			.query((row) -> {
			});
		this.jdbc.sql("""
				insert into availability.result (check_id, at, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node)
				values (?, ?, 1, 0, 200, 4, 11, 23, 42, 87, 20900, 0)""")
			.param(check)
			.param(asked.plusSeconds(1).atOffset(ZoneOffset.UTC))
			.update();
		Document shown = page(get(path, ADMINISTRATOR));
		assertThat(shown.select(".banner").text()).contains("Berhasil", "87");
		assertThat(shown.select("section:has(#hasil) tbody").text()).contains("Status 200", "42 md");
		this.jdbc.sql("update availability.result set outcome = 3, cause = ? where check_id = ?")
			.param(Cause.CERTIFICATE_WRONG_HOST.code())
			.param(check)
			.update();
		assertThat(page(get(path, ADMINISTRATOR)).select("section:has(#hasil) tbody").text())
			.contains("Gagal: sertifikat untuk alamat lain");
	}

	@ParameterizedTest
	@CsvSource({ "HTTP, alamat, ftp://contoh.example/, alamat",
			"HTTP, alamat, https://aku:sandi@contoh.example/, alamat", "HTTP, alamat, '', alamat",
			"HTTP, status, 700, status", "HTTP, batas, 31, batas", "HTTP, batas, lima, batas",
			"HTTP, selang, 5, selang", "HTTP, gagal, 0, gagal", "HTTP, gagal, 21, gagal", "HTTP, cara, APA, cara",
			"HTTP, metode, POST, metode", "HTTP, batas, 15, batas", "TLS, port, 70000, port", "TLS, sisa, -1, sisa",
			"TCP, alamat, bukan nama, alamat", "DNS, alamat, 192.0.2.1, alamat", "DNS, rekaman, PTR, rekaman" })
	void saysOnTheFieldWhatIsWrongAndKeepsWhatWasTyped(String kind, String field, String typed, String wrong) {
		Map<String, String> form = filled(kind);
		form.put(field, typed);
		MvcTestResult result = post(PATH + "/baru", ADMINISTRATOR, form);
		assertThat(result).hasStatus(422);
		Document page = page(result);
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#" + wrong);
		assertThat(page.select(".field-error-text").eachAttr("id")).containsExactly(wrong + "-error");
		assertThat(page.select("#selang").val()).isEqualTo(form.get("selang"));
		if (page.select("#" + field).is("input[type=text]")) {
			assertThat(page.select("#" + field).val()).isEqualTo(typed);
		}
	}

	@ParameterizedTest
	@CsvSource({ "HTTP", "TLS", "TCP", "DNS" })
	void addsChecksOfAllKindsAndShowsThem(String kind) {
		MvcTestResult result = post(PATH + "/baru", ADMINISTRATOR, filled(kind));
		assertThat(result).hasStatus(303);
		String path = String.valueOf(result.getResponse().getRedirectedUrl());
		assertThat(get(path, ADMINISTRATOR)).hasStatusOk();
		Document edit = page(get(path + "/ubah?lang=en", ADMINISTRATOR));
		assertThat(edit.select("#alamat").val()).contains("baru.contoh.example");
		assertThat(post(path + "/ubah", ADMINISTRATOR, values(edit))).hasStatus(303);
	}

	@ParameterizedTest
	@CsvSource({ "HTTP, alamat, https://baru.contoh.example:8081/", "TLS, port, 993", "TCP, port, 25" })
	void namesThePortsThatAreAsked(String kind, String field, String typed) {
		Map<String, String> form = filled(kind);
		form.put(field, typed);
		MvcTestResult refused = post(PATH + "/baru", ADMINISTRATOR, form);
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("#" + field + "-error").text()).contains("80, 443, 8080, 8443");
		String added = String
			.valueOf(post(PATH + "/baru", ADMINISTRATOR, filled(kind)).getResponse().getRedirectedUrl());
		Map<String, String> edit = values(page(get(added + "/ubah", ADMINISTRATOR)));
		edit.put(field, typed);
		MvcTestResult unchanged = post(added + "/ubah", ADMINISTRATOR, edit);
		assertThat(unchanged).hasStatus(422);
		assertThat(page(unchanged).select("#" + field + "-error").text()).contains("80, 443, 8080, 8443");
	}

	private static Map<String, String> filled(String kind) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("layanan", "spmb", "wadah", "WEB", "jenis", kind, "batas",
				"2,5", "lambat", "1", "selang", "60", "gagal", "3", "berhasil", "2", "pelan", "3", "cara", "COUNTED"));
		form.put("alamat", kind.equals("HTTP") ? "https://baru.contoh.example/" : "baru.contoh.example");
		switch (kind) {
			case "HTTP" -> form.putAll(Map.of("metode", "GET", "status", "200-399", "ikuti", "ya", "ada", "Selamat"));
			case "TLS" -> form.putAll(Map.of("port", "8443", "sisa", "14"));
			case "TCP" -> form.put("port", "8080");
			default -> form.putAll(Map.of("rekaman", "MX", "nilai", "surel.contoh.example"));
		}
		return form;
	}

	/** The fields of the form of a page, as a browser would send them. */
	private static Map<String, String> values(Document page) {
		Map<String, String> values = new LinkedHashMap<>();
		for (Element field : page.select("main form[method=post] :is(input, select, textarea)")) {
			boolean choice = field.attr("type").equals("radio") || field.attr("type").equals("checkbox");
			if (!choice || field.hasAttr("checked")) {
				values.put(field.attr("name"),
						field.is("select") ? field.select("option[selected]").val() : field.val());
			}
		}
		return values;
	}

	@Test
	void showsWhatIsStoredWhenTwoEditAtOnce() {
		int check = check("serentak");
		String path = PATH + "/" + check + "/ubah";
		Map<String, String> mine = values(page(get(path, ADMINISTRATOR)));
		Map<String, String> theirs = new LinkedHashMap<>(mine);
		theirs.put("selang", "120");
		assertThat(post(path, ADMINISTRATOR, theirs)).hasStatus(303);
		mine.put("ada", "Selamat datang");
		MvcTestResult conflict = post(path, ADMINISTRATOR, mine);
		assertThat(conflict).hasStatus(409);
		Document page = page(conflict);
		assertThat(errors(conflict)).containsExactly("Rekan Anda mengubah pemeriksaan ini saat Anda mengisi.");
		assertThat(page.select("section:has(#tersimpan)").text()).contains("tiap 120 detik");
		assertThat(page.select("#ada").val()).isEqualTo("Selamat datang");
		assertThat(page.select("#selang").val()).isEqualTo("60");
		assertThat(post(path, ADMINISTRATOR, values(page))).hasStatus(303);
		assertThat(require(check).spec().interval()).isEqualTo(Duration.ofSeconds(60));
		assertThat(((HttpTarget) require(check).spec().target()).present()).isEqualTo("Selamat datang");
	}

	@Test
	void vouchesForWhatWasProposedOrDismissesIt() {
		int check = explored();
		this.jdbc.sql("""
				insert into availability.exploration (check_id, next_at, looked_at, resolved, answered, status, title,
					proposed_at) values (:check, now(), now(), true, true, 200, 'Dinas Contoh', now())
				on conflict (check_id) do update set answered = true, resolved = true, status = 200,
					title = 'Dinas Contoh', proposed_at = now(), dismissed_at = null""").param("check", check).update();
		String path = PATH + "/usulan/" + check;
		assertThat(page(get(PATH + "/usulan", ADMINISTRATOR)).text()).contains("Dinas Contoh");
		assertThat(post(path, ADMINISTRATOR, Map.of("kantor", " "))).hasStatus(422);
		MvcTestResult barred = post(path, ADMINISTRATOR, Map.of("kantor", "Dinas | Contoh"));
		assertThat(barred).hasStatus(422);
		assertThat(page(barred).select("#kantor").val()).isEqualTo("Dinas | Contoh");
		assertThat(post(path + "/abaikan", ADMINISTRATOR, Map.of())).hasStatus(303);
		assertThat(page(get(PATH + "/usulan", ADMINISTRATOR)).select("main table a").eachAttr("href"))
			.doesNotContain(path);
		assertThat(getInSession(path, ADMINISTRATOR)).hasStatus(303).hasRedirectedUrl(PATH + "/usulan");
		this.jdbc.sql("update availability.exploration set dismissed_at = null where check_id = ?")
			.param(check)
			.update();
		MvcTestResult unseen = post(path, ADMINISTRATOR,
				Map.of("kantor", "Diskominfo", "alamat", "https://lain.example/"));
		assertThat(unseen).hasStatus(422);
		assertThat(errors(unseen).getFirst()).startsWith("Alamatnya baru saja diubah");
		assertThat(page(unseen).select("#kantor").val()).isEqualTo("Diskominfo");
		assertThat(require(check).spec().mode()).isEqualTo(CheckMode.EXPLORED);
		assertThat(post(path, ADMINISTRATOR, values(page(unseen)))).hasStatus(303);
		assertThat(require(check).spec().mode()).isEqualTo(CheckMode.COUNTED);
	}

	@Test
	void letsTwoPeopleVouchForAnInnerAddress() {
		Map<String, String> form = filled("TCP");
		form.put("alamat", "10.20.1.5");
		MvcTestResult hidden = post(PATH + "/baru", ADMINISTRATOR, form);
		assertThat(hidden).hasStatus(422);
		assertThat(page(hidden).select("#cara-error").text()).contains("jaringan dalam");
		form.put("cara", "INTERNAL");
		String path = String.valueOf(post(PATH + "/baru", ADMINISTRATOR, form).getResponse().getRedirectedUrl());
		assertThat(listed("?q=10.20.1.5")).hasSize(1);
		Document page = page(get(path, ADMINISTRATOR));
		assertThat(page.select(".tags").text()).isEqualTo("Perlu dua orang");
		assertThat(page.select("main form").eachAttr("action")).containsExactly(path + "/jamin");
		assertThat(post(path + "/jamin", ADMINISTRATOR, Map.of())).hasStatus(303);
		assertThat(page(get(path, ADMINISTRATOR)).select("aside").text()).contains("Perlu satu orang lagi");
		assertThat(page(get(path, ADMINISTRATOR)).select("main form")).isEmpty();
		Actor second = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);
		assertThat(page(get(path, second)).select("main form").eachAttr("action")).containsExactly(path + "/jamin");
		assertThat(post(path + "/jamin", second, Map.of())).hasStatus(303);
		assertThat(page(get(path, second)).select("main form").eachAttr("action")).containsExactly(path + "/periksa");
		assertThat(page(get(path + "?lang=en", second)).select("main dl").text()).contains("Confirmed by");
	}

	@Test
	void followsAnIncidentToItsEnd() {
		int check = this.scripted.add(ScriptedChecks.service(), Platform.WEB);
		IncidentSummary incident = outage(check);
		String path = PATH + "/insiden/" + incident.id();
		assertThat(page(get(PATH + "/insiden", COORDINATOR)).select("section:has(#terbuka) a").eachAttr("href"))
			.contains(path);
		assertThat(post(path + "/tangani", COORDINATOR, Map.of("isi", "Saya hubungi penyedia"))).hasStatus(303);
		assertThat(post(path + "/kabar", COORDINATOR, Map.of("isi", "Kabelnya putus", "keadaan", "IDENTIFIED")))
			.hasStatus(303);
		Document page = page(get(path, COORDINATOR));
		assertThat(page.select(".timeline").text()).contains("Saya hubungi penyedia", "Hanya untuk petugas",
				"Kabelnya putus");
		assertThat(page.select("aside a[href$=/selesai]")).isEmpty();
		assertThat(page.select("aside").text()).contains("Pemeriksaan masih menemukan layanan yang terganggu");
		String entry = page.select(".timeline a").first().attr("href");
		Map<String, String> wording = values(page(get(entry, COORDINATOR)));
		wording.put("isi", "");
		assertThat(post(entry, COORDINATOR, wording)).hasStatus(422);
		wording.put("isi", "Kabel seratnya putus");
		assertThat(post(entry, COORDINATOR, wording)).hasStatus(303);
		assertThat(page(get(path, COORDINATOR)).select(".timeline").text()).contains("Kabel seratnya putus", "Diubah",
				"Yang tertulis sebelumnya", "Kabelnya putus");
		replacesNothingUnread(entry, wording, "Kabel seratnya putus");
		MvcTestResult tooEarly = post(path + "/selesai", COORDINATOR, Map.of("isi", "Sudah beres"));
		assertThat(tooEarly).hasStatus(422);
		assertThat(errors(tooEarly).getFirst()).startsWith("Pemeriksaan masih menemukan");
		assertThat(page(tooEarly).select("textarea").text()).isEqualTo("Sudah beres");
		recover(check);
		MvcTestResult tooLate = post(path + "/kabar", COORDINATOR, Map.of("isi", "Masih jalan", "keadaan", "WATCHING"));
		assertThat(tooLate).hasStatus(422);
		assertThat(errors(tooLate).getFirst()).startsWith("Insiden ini sudah selesai");
		assertThat(page(tooLate).select("textarea").text()).isEqualTo("Masih jalan");
		assertThat(getInSession(path + "/kabar", COORDINATOR)).hasStatus(303);
		Map<String, String> lesson = values(page(get(path + "/pelajaran", COORDINATOR)));
		lesson.put("isi", "Pasang kabel");
		assertThat(post(path + "/pelajaran", COORDINATOR, lesson)).hasStatus(303);
		lesson.put("isi", "Pasang kabel cadangan");
		replacesNothingUnread(path + "/pelajaran", lesson, "Pasang kabel");
		lesson = values(page(get(path + "/pelajaran", COORDINATOR)));
		assertThat(page(get("/status/insiden/" + incident.id(), COORDINATOR)).select("section:has(#pelajaran)").text())
			.doesNotContain("Diubah");
		lesson.put("isi", "Pasang kabel cadangan");
		assertThat(post(path + "/pelajaran", COORDINATOR, lesson)).hasStatus(303);
		assertThat(page(get(path, COORDINATOR)).select("section:has(#pelajaran) details dd").eachText())
			.containsExactly("Pasang kabel");
		assertThat(page(get(path + "/pelajaran", COORDINATOR)).select("textarea").text())
			.isEqualTo("Pasang kabel cadangan");
		assertThat(page(get("/status/insiden/" + incident.id(), COORDINATOR)).text())
			.contains("Kabel seratnya putus", "Pasang kabel cadangan")
			.doesNotContain("Saya hubungi penyedia", "Kabelnya putus");
		assertThat(page(get("/status/insiden/" + incident.id(), COORDINATOR)).select("main :containsOwn(Diubah )"))
			.hasSize(2);
	}

	/**
	 * Each service has a button of its own, which one person may press at several: so it
	 * is said what was pressed. Nine are few enough to be known to their neighbours.
	 */
	@Test
	void saysHowManyAreAffectedAndToEverybodyOnlyWhenTheyAreMany() {
		IncidentSummary incident = outage(this.scripted.add(ScriptedChecks.service(), Platform.WEB));
		this.jdbc.sql("""
				with other as (
					insert into availability.outage (id, service_id, starts, cause, affected)
					values (gen_random_uuid(), gen_random_uuid(), now(), 'CONNECT', 2) returning id, service_id, starts)
				insert into availability.incident_service (incident_id, service_id, outage_id, since)
				select ?, service_id, id, starts from other""").param(incident.id().value()).update();
		String row = "li:has(a[href$=" + incident.id() + "])";
		String open = "/status/insiden/" + incident.id();
		tapped(incident, 0);
		assertThat(page(get(PATH + "/insiden/" + incident.id(), COORDINATOR)).select(".summary-list").text())
			.contains("Warga terdampak 2 ketukan “Saya juga terdampak”");
		tapped(incident, 7);
		assertThat(page(get(PATH + "/insiden", COORDINATOR)).select(row).text())
			.contains("9 ketukan “Saya juga terdampak”");
		assertThat(page(get(open, COORDINATOR)).text()).doesNotContain("ketukan");
		tapped(incident, 8);
		assertThat(page(get(open + "?lang=en", COORDINATOR)).select(".summary-list").text())
			.contains("People affected 10 taps on “I am affected too”");
	}

	private void tapped(IncidentSummary incident, int times) {
		this.jdbc.sql("update availability.outage set affected = ? where id = ?")
			.params(times, Objects.requireNonNull(incident.services().getFirst().outage()).value())
			.update();
	}

	@Test
	void saysHowManyAreAffectedByWork() {
		UUID window = UUID.randomUUID();
		this.jdbc
			.sql("""
					with work as (
						insert into availability.maintenance_window (id, service_id, recurrence, starts, minutes, text,
							announced_by, announced_at)
						values (?, gen_random_uuid(), 'ONCE', now() - interval '1 hour', 600, 'Uji ketukan', gen_random_uuid(),
							now())
						returning *),
					hour as (
						insert into availability.maintenance_time (window_id, starts, ends)
						select id, starts, starts + interval '10 hours' from work)
					insert into availability.work_affected (service_id, since, affected) select service_id, starts, 3 from work""")
			.param(window)
			.update();
		try {
			assertThat(page(get(PATH + "/perawatan", COORDINATOR)).select("li:contains(Uji ketukan)").text())
				.contains("3 ketukan “Saya juga terdampak”");
		}
		finally {
			this.jdbc.sql("delete from availability.maintenance_time where window_id = ?").param(window).update();
			this.jdbc.sql("delete from availability.maintenance_window where id = ?").param(window).update();
		}
	}

	/**
	 * Sent again as it was read: what a colleague wrote meanwhile stays, and so does what
	 * was typed.
	 */
	private void replacesNothingUnread(String path, Map<String, String> form, String stored) {
		form.put("isi", "Tulisan saya");
		MvcTestResult late = post(path, COORDINATOR, form);
		assertThat(late).hasStatus(422);
		assertThat(errors(late).getFirst()).startsWith("Rekan Anda mengubah");
		assertThat(page(late).select("textarea").text()).isEqualTo("Tulisan saya");
		assertThat(page(late).select("section:has(#tersimpan)").text()).contains(stored);
		assertThat(page(get(path, COORDINATOR)).select("textarea").text()).isEqualTo(stored);
	}

	@Test
	void decidesAboutSuspicions() {
		String confirmed = suspicion();
		assertThat(post(confirmed + "/benarkan", COORDINATOR, Map.of("isi", "Benar, halamannya kosong")))
			.hasStatus(303);
		assertThat(get("/status" + confirmed.substring(PATH.length()), COORDINATOR)).hasStatusOk();
		String dismissed = suspicion();
		assertThat(get("/status" + dismissed.substring(PATH.length()), COORDINATOR)).hasStatus(404);
		assertThat(post(dismissed + "/tepis", COORDINATOR, Map.of("isi", "Dicoba dari tiga jaringan"))).hasStatus(303);
		assertThat(page(get(dismissed, COORDINATOR)).text()).contains("Tidak ditemukan gangguan");
		MvcTestResult again = post(dismissed + "/benarkan", COORDINATOR, Map.of("isi", "Ternyata benar"));
		assertThat(again).hasStatus(422);
		assertThat(page(again).select("textarea").text()).isEqualTo("Ternyata benar");
	}

	private String suspicion() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into availability.incident (id, kind, status, resource, started_at, opened_at)
				values (:id, 'SUSPECTED', 'INVESTIGATING', 'suspicion:' || :id, now(), now())""")
			.param("id", id)
			.update();
		this.jdbc
			.sql("""
					insert into availability.incident_service (incident_id, service_id, since) values (:id, :service, now())""")
			.param("id", id)
			.param("service", this.catalog.service("spmb").orElseThrow().id().value())
			.update();
		return PATH + "/insiden/" + id;
	}

	private IncidentSummary outage(int check) {
		Instant start = this.now.minus(Duration.ofMinutes(30));
		this.scripted.start(check, start);
		for (int minute = 1; minute <= 3; minute++) {
			this.scripted.tell(ScriptedChecks.down(check, start.plus(Duration.ofMinutes(minute)), Cause.CONNECT,
					"198.51.100." + (check % 200), null));
		}
		return this.incidents.open(IncidentKind.forStaff())
			.stream()
			.filter((incident) -> incident.status() == IncidentStatus.INVESTIGATING
					&& incident.kind() == IncidentKind.OUTAGE && !incident.acknowledged())
			.findFirst()
			.orElseThrow();
	}

	private void recover(int check) {
		Instant start = this.now.minus(Duration.ofMinutes(20));
		this.scripted.tell(ScriptedChecks.up(check, start));
		this.scripted.tell(ScriptedChecks.up(check, start.plus(Duration.ofMinutes(1))));
	}

	@Test
	void announcesMaintenanceAndTakesItBack() {
		String path = PATH + "/perawatan/baru";
		Map<String, String> form = new LinkedHashMap<>(Map.of("layanan", "spmb", "tanggal", day(3), "jam", "22.00",
				"lama", "90", "ulang", "ONCE", "isi", "Kami memindahkan server."));
		assertThat(page(get(path + "?layanan=spmb", COORDINATOR)).select(".lead").text()).contains("SPMB");
		assertThat(post(path, COORDINATOR, form)).hasStatus(303);
		assertThat(page(get(PATH + "/perawatan", COORDINATOR)).text()).contains("Kami memindahkan server.");
		assertThat(page(get("/status", COORDINATOR)).text()).contains("Kami memindahkan server.");
		Maintenance window = this.windows.all()
			.stream()
			.filter((one) -> one.text().equals("Kami memindahkan server."))
			.findFirst()
			.orElseThrow();
		String one = PATH + "/perawatan/" + window.window();
		assertThat(post(one + "/ubah", COORDINATOR, Map.of("isi", ""))).hasStatus(422);
		Map<String, String> first = values(page(get(one + "/ubah", COORDINATOR)));
		first.put("isi", "Pindahnya mundur.");
		assertThat(post(one + "/ubah", COORDINATOR, first)).hasStatus(303);
		MvcTestResult late = post(one + "/ubah", ADMINISTRATOR, Map.of("isi", "Pindahnya maju.", "versi", "0"));
		assertThat(late).hasStatus(422);
		assertThat(errors(late))
			.containsExactly("Rekan Anda mengubah pengumuman ini pada saat yang sama. Kirim lagi tulisan Anda.");
		assertThat(page(late).select("section:has(#tersimpan)").text()).contains("Pindahnya mundur.");
		assertThat(page(late).select("textarea").text()).isEqualTo("Pindahnya maju.");
		assertThat(page(get(one + "/akhiri", COORDINATOR)).text()).contains("Batalkan perawatan", "Pindahnya mundur.");
		assertThat(page(get(PATH + "/perawatan", COORDINATOR)).select("details dd").eachText())
			.contains("Kami memindahkan server.");
		assertThat(page(get("/status", COORDINATOR)).select("section:has(#perawatan)").text())
			.contains("Pindahnya mundur.", "Diubah")
			.doesNotContain("Kami memindahkan server.");
		assertThat(post(one + "/akhiri", COORDINATOR, Map.of())).hasStatus(303);
		assertThat(post(one + "/akhiri", COORDINATOR, Map.of())).hasStatus(303);
		assertThat(this.windows.find(window.window())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "tanggal, 2020-01-01, tanggal, Terlalu dekat", "tanggal, besok, tanggal, Tulis tanggal",
			"jam, 25.00, jam, Tulis jam", "lama, 0, lama, Tulis lamanya dalam menit",
			"lama, 6000, lama, Terlalu banyak perawatan", "ulang, KADANG, ulang, Pilih seberapa sering",
			"isi, '', isi, Tulis dulu isinya" })
	void saysWhyMaintenanceCannotBeAnnouncedSo(String field, String typed, String wrong, String why) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("opd", "dishub", "tanggal", day(3), "jam", "22:00",
				"lama", "90", "ulang", "WEEKLY", "isi", "Kami merapikan kabel."));
		form.put(field, typed);
		MvcTestResult result = post(PATH + "/perawatan/baru", COORDINATOR, form);
		assertThat(result).hasStatus(422);
		Document page = page(result);
		assertThat(page.select("#" + wrong + "-error").text()).contains(why);
		assertThat(page.select("input[name=opd]").val()).isEqualTo("dishub");
		if (!field.equals("isi")) {
			assertThat(page.select("#isi").text()).isEqualTo("Kami merapikan kabel.");
		}
	}

	@Test
	void refusesRecurringMaintenanceThatEndsBeforeItBegins() {
		MvcTestResult result = post(PATH + "/perawatan/baru", COORDINATOR, Map.of("opd", "dishub", "tanggal", day(3),
				"jam", "22:00", "lama", "30", "ulang", "WEEKLY", "sampai", day(2), "isi", "Kami merapikan kabel."));
		assertThat(result).hasStatus(422);
		assertThat(page(result).select("#sampai-error").text()).contains("Hari terakhir");
	}

	private String day(int ahead) {
		return this.now.plus(Duration.ofDays(ahead)).atZone(AvailabilityReport.ZONE).toLocalDate().toString();
	}

	private int check(String name) {
		ServiceId service = this.catalog.service("spmb").orElseThrow().id();
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			return this.desk.add(service, Platform.WEB,
					CheckSpec.usual(HttpTarget.get("https://" + name + ".contoh.example/"), CheckMode.COUNTED));
		}
	}

	/** Of any service: another test vouches for one. */
	private int explored() {
		return this.jdbc.sql("""
				select min(id) from availability.check_definition where mode = 'EXPLORED' and removed_at is null""")
			.query(Integer.class)
			.single();
	}

	private CheckDetail require(int check) {
		return this.desk.find(check).orElseThrow();
	}

	private MvcTestResult get(String path, Actor actor) {
		return this.mvc.get().uri(path).with(as(actor)).exchange();
	}

	/** As somebody who has signed in, and so has a session. */
	private MvcTestResult getInSession(String path, Actor actor) {
		MvcTestResult shown = get(PATH + "/perawatan/baru?layanan=spmb", actor);
		return this.mvc.get().uri(path).with(as(actor)).cookie(shown.getResponse().getCookies()).exchange();
	}

	/** With the token of a form that was sent to the same person. */
	private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
		MvcTestResult shown = get(PATH + "/perawatan/baru?layanan=spmb", actor);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(as(actor))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").val());
		fields.forEach((name, value) -> {
			if (!name.equals("_csrf")) {
				request.param(name, value);
			}
		});
		return request.exchange();
	}

	private static RequestPostProcessor as(Actor actor) {
		String[] authorities = Stream.concat(Stream.of("ROLE_STAFF"), actor.roles().stream().map(Role::authority))
			.toArray(String[]::new);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(actor, "", authorities));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static List<String> errors(MvcTestResult result) {
		return page(result).select(".error-summary li").eachText();
	}

}
