package id.tangerangkota.layanan.availability.web;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.incident.IncidentDesk;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.PageClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** One service is down, one is up, all others are not looked at. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ScriptedChecks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class StatusWebIntegrationTests {

	private static final String DOWN = "spmb";

	private static final String UP = "disdukcapil";

	private final Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk desk;

	@Autowired
	private Incidents incidents;

	@Autowired
	private IncidentDesk incidentDesk;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private OutageFollowers followers;

	private int broken;

	@BeforeAll
	void breakOne() throws Exception {
		assertThat(get("/status").body()).contains("Pemantauan belum dinyalakan");
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.desk.verify(UP, Platform.WEB, "Diskominfo");
		}
		assertThat(get("/layanan/" + DOWN).body()).doesNotContain("Tidak dapat dibuka sejak");
		int fine = this.checks.start(id(UP), minute(0));
		this.broken = this.checks.start(id(DOWN), minute(0));
		this.checks.tell(up(fine, minute(1)), up(this.broken, minute(1)));
		this.checks.tell(down(this.broken, minute(10)), down(this.broken, minute(11)), down(this.broken, minute(12)));
		// Kept pages go when the news has come back from the database.
		await().until(() -> get("/status").body().contains("1 layanan lain tidak dapat dibuka"));
	}

	@Test
	void allKeptPagesFollowAChangeOfState() throws Exception {
		await().untilAsserted(
				() -> assertThat(page("/status").select(".outage-list a[href='/status/" + DOWN + "']")).hasSize(1));
		Document page = page("/status");
		assertThat(page.select(".lead").text()).contains("Kami memantau 2 dari 203 layanan kota");
		assertThat(page.select("section[aria-labelledby=layanan]").text())
			.contains("Kami memeriksa 2 dari 206 situs dan aplikasi");
		assertThat(page.text()).as("both sum up to all").contains("201 layanan tidak kami pantau");
		assertThat(page.select("details.state-group[open] .state-list a").eachAttr("href"))
			.as("where something is down lies open")
			.containsExactly("/status/" + DOWN);
		assertThat(page.select("details.state-group:not([open]) summary").text()).contains("1 layanan");
		assertThat(page.select(".outage-list a[href='/status/" + DOWN + "']")).hasSize(1);
		assertThat(page.select(".outage-list li:has(a[href='/status/" + DOWN + "']) a[href^='/status/insiden/']"))
			.hasSize(1);
		assertThat(page.select("main a[href^='/status/insiden/']")).as("named once").hasSize(1);
		assertThat(page.select(".state-list a")).hasSize(2);
		assertThat(page.select(".state-list .strip path.strip-down")).hasSize(1);
		Document home = page("/");
		assertThat(home.select(".outage-list a[href='/status/" + DOWN + "']")).hasSize(1);
		assertThat(home.select("section > .wrap h2").eachAttr("id")).containsSubsequence("keadaan", "kategori");
		assertThat(home.select("#kategori + p").text()).isEqualTo(
				"203 layanan, dengan 206 situs dan aplikasi. 2 layanan masuk dua kategori dan terhitung di keduanya.");
		assertThat(home.select(".category-tile .count [aria-hidden]")
			.eachText()
			.stream()
			.mapToInt(Integer::parseInt)
			.sum()).isEqualTo(203 + 2);
		assertThat(page("/layanan/" + DOWN).select(".tag-down").text()).startsWith("Tidak dapat dibuka sejak");
		assertThat(page("/layanan/" + DOWN).select(".inset").text()).contains("Coba lagi nanti");
		assertThat(page("/layanan/" + DOWN).select("aside").text()).contains("sudah kami ketahui")
			.doesNotContain("Periksa sambungan");
		assertThat(page("/layanan/" + UP).select("aside").text()).contains("Periksa sambungan");
		assertThat(page("/layanan/" + UP).select(".tag-up").text()).contains("Dapat dibuka");
		assertThat(page("/layanan?q=spmb").select(".service-item .tag-down")).isNotEmpty();
		assertThat(page("/layanan?q=spmb").select(".service-item:has(.tag-down) a[href='/perangkat-daerah/disdik']"))
			.as("whose counter helps meanwhile")
			.hasSize(1);
	}

	/** Of the two only one has an address somebody verified. */
	@Test
	void tellsHowManyAddressesNobodyVerified() throws Exception {
		Document page = page("/status");
		assertThat(page.select("h1").text()).as("counts what is verified")
			.isEqualTo("Semua layanan yang alamatnya terverifikasi dapat dibuka");
		assertThat(page.select(".lead").text())
			.contains("1 layanan lain tidak dapat dibuka; alamatnya belum kami verifikasi.");
		assertThat(page.select("section[aria-labelledby=layanan]").text())
			.contains("Alamat 1 di antaranya belum kami verifikasi");
		assertThat(page.select(".outage-list li").text()).contains("Alamat belum diverifikasi");
		assertThat(page.select(".state-list li:has(a[href='/status/" + DOWN + "']) .share").text()).endsWith("*");
		assertThat(page.select(".state-list li:has(a[href='/status/" + UP + "']) .share").text()).doesNotContain("*");
		assertThat(page("/").select(".section:has(#keadaan)").text()).contains(
				"1 layanan tidak dapat dibuka; alamat 1 di antaranya belum diverifikasi.",
				"2 dari 206 situs dan aplikasi; alamat 1 di antaranya belum diverifikasi.");
		JsonNode status = this.json.readTree(get("/api/v1/status").body());
		assertThat(status.at("/unverifiedCounts/DOWN").asInt()).isEqualTo(1);
		assertThat(status.at("/unverifiedCounts/UP").asInt(-1)).isZero();
		assertThat(status.at("/unverifiedListings").asInt()).isEqualTo(1);
		assertThat(status.at("/services/0/verified").asBoolean(true)).isFalse();
	}

	@Test
	void marksAnAddressNobodyVerifiedWhereverItsStateStands() throws Exception {
		String mark = "alamat belum diverifikasi";
		assertThat(get("/lencana/" + DOWN + ".svg").body()).contains(mark);
		assertThat(get("/lencana/" + UP + ".svg").body()).doesNotContain(mark);
		assertThat(get("/lencana/" + DOWN + ".svg?lang=en").body()).contains("address not verified");
		IncidentId incident = this.incidents.openOf(List.of(id(DOWN))).get(id(DOWN));
		assertThat(page("/status/insiden/" + incident).select(".aside li:has(a[href='/status/" + DOWN + "'])").text())
			.containsIgnoringCase(mark);
		assertThat(page("/status/insiden?layanan=" + DOWN).select(".service-item").text()).containsIgnoringCase(mark);
		assertThat(page("/status").select(".outage-list li").text()).containsIgnoringCase(mark);
		assertThat(get("/feed/insiden.atom").body()).containsIgnoringCase(mark);
		JsonNode listed = this.json.readTree(get("/api/v1/incidents").body()).at("/items/0");
		assertThat(listed.at("/unverifiedServices/0").asString()).isEqualTo(DOWN);
		assertThat(listed.at("/kind").asString()).isEqualTo("OUTAGE");
		assertThat(this.json.readTree(get("/api/v1/services/" + DOWN + "/availability").body())
			.at("/verified")
			.asBoolean(true)).isFalse();
		assertThat(
				this.json.readTree(get("/api/v1/services/" + UP + "/availability").body()).at("/verified").asBoolean())
			.isTrue();
	}

	@Test
	void programsTurnThePagesOfIncidents() throws Exception {
		JsonNode all = this.json.readTree(get("/api/v1/incidents").body());
		assertThat(all.at("/page").asInt()).isEqualTo(1);
		assertThat(all.at("/size").asInt()).isEqualTo(20);
		assertThat(all.at("/links/self").asString()).isEqualTo("/api/v1/incidents");
		assertThat(all.at("/links/next").isMissingNode() || all.at("/links/next").isNull()).isTrue();
		int total = all.at("/total").asInt();
		assertThat(total).isPositive().isEqualTo(all.at("/items").size());
		JsonNode one = this.json.readTree(get("/api/v1/incidents?size=1").body());
		assertThat(one.at("/items")).hasSize(1);
		assertThat(one.at("/total").asInt()).isEqualTo(total);
		JsonNode beyond = this.json.readTree(get("/api/v1/incidents?size=1&page=" + (total + 1)).body());
		assertThat(beyond.at("/items")).isEmpty();
		assertThat(beyond.at("/total").asInt()).isEqualTo(total);
		assertThat(beyond.at("/links/prev").asString())
			.isEqualTo("/api/v1/incidents?size=1" + ((total > 1) ? "&page=" + total : ""));
	}

	/**
	 * The page cache knows of no parameters; whoever misspells one is told so all the
	 * same.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/incidents?seite=2", "/api/v1/incidents?page=0", "/api/v1/incidents?size=101",
			"/api/v1/incidents?size=1&size=2", "/api/v1/status?state=DOWN", "/api/v1/status?state=", "/status.json?x=1",
			"/api/v1/categories?x=1", "/api/v1/agencies?x=1", "/api/v1/agencies/dinkes?x=1",
			"/api/v1/services/spmb?x=1", "/api/v1/services/spmb/quality?x=1" })
	void refusesParametersItDoesNotKnowThoughAnswersAreKept(String address) throws Exception {
		String plain = address.substring(0, address.indexOf('?'));
		for (int time = 0; time < 2; time++) {
			assertThat(get(plain).statusCode()).isEqualTo(200);
			assertThat(get(address).statusCode()).as(address).isEqualTo(400);
		}
	}

	@Test
	void otherSitesMayReadWhatIsMadeForThem() throws Exception {
		for (String address : List.of("/status.json", "/api/v1/status")) {
			assertThat(get(address).headers().firstValue("Access-Control-Allow-Origin")).as(address).contains("*");
			assertThat(get(address).headers().firstValue("Cross-Origin-Resource-Policy")).as(address)
				.contains("cross-origin");
		}
		assertThat(get("/status").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void aServiceSaysHowLongItWasDown() throws Exception {
		Document page = page("/status/" + DOWN);
		assertThat(page.select(".page-head .tag").text()).startsWith("Tidak dapat dibuka sejak");
		assertThat(page.select(".lead").text()).isEqualTo("Situs ini menjawab dengan kesalahan.");
		assertThat(page.select(".table-stack").text()).contains("24 jam");
		assertThat(page.select("form[method=post] button").eachText()).containsExactly("Saya juga terdampak",
				"Beri tahu saya saat pulih");
		assertThat(page.select("input[name=_csrf]")).isEmpty();
		assertThat(page("/status/" + UP).select("form[method=post] button").text())
			.isEqualTo("Tidak bisa dibuka untuk saya");
		assertThat(page("/status/dinsos").select("form[method=post]")).isEmpty();
		assertThat(page("/status/dinsos?lang=en").text()).contains("We do not monitor this service yet");
	}

	@Test
	void anIncidentHasAPageOfItsOwn() throws Exception {
		IncidentId incident = ScriptedChecks.incident(this.incidents, id(DOWN)).orElseThrow();
		Document page = page("/status/insiden/" + incident);
		assertThat(page.select("h1").text()).startsWith("Tidak dapat dibuka: ");
		assertThat(page.select(".timeline li")).isNotEmpty();
		assertThat(page.select("a[href='/status/" + DOWN + "']")).isNotEmpty();
		assertThat(get("/status/insiden").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/status/tidak-ada,404", "/status/insiden/bukan-uuid,404",
			"/status/insiden/00000000-0000-0000-0000-000000000000,404", "/status/insiden?halaman=x,404",
			"/status/insiden?halaman=99,404", "/lencana/tidak-ada.svg,404", "/status/tidak-ada/terlapor,404",
			"/api/v1/services/tidak-ada/availability,404", "/api/v1/services/spmb/availability?from=kemarin,400",
			"/api/v1/services/spmb/availability?from=2026-02-02&to=2026-02-01,400",
			"/api/v1/services/spmb/availability?from=2020-01-01&to=2026-01-01,400",
			"/api/v1/services/spmb/availability?days=3,400",
			"/api/v1/services/spmb/availability?from=99999-01-01,400" })
	void answersPlainlyToWhatIsNotThere(String address, int status) throws Exception {
		assertThat(get(address).statusCode()).isEqualTo(status);
	}

	@Test
	void programsReadTheSame() throws Exception {
		JsonNode status = this.json.readTree(get("/status.json").body());
		assertThat(status).isEqualTo(this.json.readTree(get("/api/v1/status").body()));
		assertThat(status.at("/counts/DOWN").asInt()).isEqualTo(1);
		assertThat(status.at("/counts/UP").asInt()).isEqualTo(1);
		assertThat(status.at("/monitoredListings").asInt()).isEqualTo(2);
		assertThat(status.at("/listings").asInt()).isEqualTo(206);
		assertThat(status.at("/services/0/slug").asString()).isEqualTo(DOWN);
		assertThat(status.at("/services/0/since").asString()).isEqualTo(minute(10).toString());
		JsonNode incidents = this.json.readTree(get("/api/v1/incidents").body());
		assertThat(incidents.at("/items/0/services/0").asString()).isEqualTo(DOWN);
	}

	@Test
	void secondsOfAPeriodAddUp() throws Exception {
		JsonNode availability = this.json.readTree(get("/api/v1/services/" + DOWN + "/availability").body());
		JsonNode uptime = availability.path("uptime");
		double up = uptime.path("up").asDouble();
		double down = uptime.path("down").asDouble();
		assertThat(up).isEqualTo(9 * 60);
		assertThat(down).isGreaterThan(100 * 60);
		assertThat(uptime.path("percent").asDouble()).isEqualTo(100 * up / (up + down), within(0.01));
		double ofDays = 0;
		for (JsonNode day : availability.path("days")) {
			ofDays += day.at("/uptime/down").asDouble();
		}
		assertThat(ofDays).isEqualTo(down, within(5.0));
		assertThat(availability.path("days")).hasSize(30);
		assertThat(availability.at("/outages/0/start").asString()).isEqualTo(minute(10).toString());
	}

	@Test
	void feedAndBadgeAreWellFormed() throws Exception {
		HttpResponse<String> feed = get("/feed/insiden.atom");
		assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
		assertThat(parse(feed.body()).getElementsByTagName("entry").getLength()).isEqualTo(1);
		HttpResponse<String> badge = get("/lencana/" + DOWN + ".svg");
		assertThat(badge.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
		assertThat(parse(badge.body()).getDocumentElement().getAttribute("aria-label"))
			.isEqualTo("Tidak dapat dibuka (alamat belum diverifikasi)");
		assertThat(badge.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
	}

	@Test
	void feedLeadsToPagesInItsLanguage() throws Exception {
		NodeList links = parse(get("/feed/insiden.atom?lang=en").body()).getElementsByTagName("link");
		assertThat(links.getLength()).isGreaterThan(2);
		for (int place = 0; place < links.getLength(); place++) {
			assertThat(((Element) links.item(place)).getAttribute("href")).endsWith("?lang=en");
		}
		assertThat(get("/feed/insiden.atom").body()).doesNotContain("lang=");
	}

	/** Feed readers show again what was updated. */
	@Test
	void feedTellsNewsOfTheStaff() throws Exception {
		IncidentId incident = ScriptedChecks.incident(this.incidents, id(DOWN)).orElseThrow();
		Instant before = Instant.now().minusSeconds(1);
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null))) {
			this.incidentDesk.update(incident, IncidentStatus.IDENTIFIED, "Peladen sedang diganti");
			this.incidentDesk.acknowledge(incident, "Hanya untuk petugas");
		}
		await().untilAsserted(() -> {
			org.w3c.dom.Document feed = parse(get("/feed/insiden.atom").body());
			for (int place = 0; place < 2; place++) {
				assertThat(Instant.parse(feed.getElementsByTagName("updated").item(place).getTextContent()))
					.isAfter(before);
			}
		});
		assertThat(get("/feed/insiden.atom").body()).contains("<published>" + minute(10) + "</published>");
	}

	@Test
	void oneTapCountsWhoIsAffectedOnce() throws Exception {
		var outage = this.report.outages(id(DOWN), Instant.now(), Instant.now().plusSeconds(1)).getFirst();
		assertThat(post("/status/" + DOWN + "/lapor", "Sec-Fetch-Site", "same-origin").headers().firstValue("Location"))
			.contains("/status/" + DOWN + "/terlapor");
		post("/status/" + DOWN + "/lapor?lang=en", "Sec-Fetch-Site", "same-origin");
		assertThat(this.followers.affected(List.of(outage.id()))).containsEntry(outage.id(), 1);
		Document thanks = page("/status/" + DOWN + "/terlapor");
		assertThat(thanks.select("h1").text()).isEqualTo("Tercatat, Anda juga terdampak");
		assertThat(thanks.select(".lead").text()).startsWith("Gangguan ini sudah kami ketahui sejak ")
			.doesNotContain("tidak menemukan gangguan");
		assertThat(thanks.select("main [formaction]").attr("formaction")).isEqualTo("/langganan/" + DOWN + "/ikuti");
		assertThat(thanks.select("main a[href^=/pengaduan/baru]")).hasSize(1);
		assertThat(page("/status/" + UP + "/terlapor").select("h1").text()).contains("Terima kasih");
	}

	@Test
	void oneTapIsTakenFromOwnPagesOnly() throws Exception {
		String path = "/status/" + UP + "/lapor";
		assertThat(post(path, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(post(path, "Origin", "https://lain.example").statusCode()).isEqualTo(403);
		assertThat(post(path, "X-Nothing", "x").statusCode()).isEqualTo(403);
		HttpResponse<String> own = post(path, "Origin", "http://localhost:" + this.port);
		assertThat(own.statusCode()).isEqualTo(303);
		assertThat(own.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void aTapOnWhatIsUpIsKeptAsAReport() throws Exception {
		assertThat(post("/status/tidak-ada/lapor", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(404);
		assertThat(post("/status/" + UP + "/lapor", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
		assertThat(this.jdbc.sql("select source from availability.suspicion where service_id = ?")
			.param(id(UP).value())
			.query(String.class)
			.list()).isNotEmpty().containsOnly("BUTTON");
	}

	@Test
	void aNetworkThatTapsTooOftenWaits() throws Exception {
		try (HttpClient other = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.9.1.1")).build()) {
			HttpRequest tap = HttpRequest.newBuilder(uri("/status/" + UP + "/lapor"))
				.header("Sec-Fetch-Site", "same-origin")
				.POST(HttpRequest.BodyPublishers.noBody())
				.build();
			for (int n = 0; n < 60; n++) {
				assertThat(other.send(tap, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(303);
			}
			HttpResponse<Void> refused = other.send(tap, HttpResponse.BodyHandlers.discarding());
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		}
	}

	/** Last by its name: it ends the outage. */
	@Test
	void zRecoveryIsShownAtOnce() throws Exception {
		assertThat(page("/status").select(".outage-list li")).hasSize(1);
		this.checks.tell(up(this.broken, minute(110)), up(this.broken, minute(111)));
		await().untilAsserted(() -> assertThat(page("/status").select("h1").text())
			.isEqualTo("Semua layanan yang kami pantau dapat dibuka"));
		assertThat(page("/status/" + DOWN).text()).contains("1 jam 40 menit");
		assertThat(page("/layanan/" + DOWN).select(".tag-down")).isEmpty();
		assertThat(page("/status/insiden").select(".service-item h3").text()).startsWith("Sempat tidak dapat dibuka");
	}

	@Test
	void listsWhatLastedIntoATime() throws Exception {
		LocalDate day = PageClock.day(minute(10));
		assertThat(listed("?dari=" + day + "&sampai=" + day)).as("an open one too").isPositive();
		assertThat(listed("?layanan=" + DOWN + "&sampai=" + day)).isPositive();
		assertThat(listed("?layanan=" + UP)).isZero();
		assertThat(listed("?sampai=" + day.minusDays(2))).isZero();
		assertThat(listed("?dari=" + day.plusDays(2) + "&layanan=" + UP)).isZero();
		Document page = page("/status/insiden?opd=dishub&dari=" + day);
		assertThat(page.select(".active-filters a").eachAttr("href")).containsExactly("/status/insiden?dari=" + day,
				"/status/insiden?opd=dishub");
		for (String wrong : List.of("dari=kapan", "sampai=2026-02-30", "opd=xyz", "layanan=xyz")) {
			assertThat(get("/status/insiden?" + wrong).statusCode()).as(wrong).isEqualTo(400);
		}
	}

	private int listed(String query) throws Exception {
		return page("/status/insiden" + query).select(".service-item").size();
	}

	/** After it: three services fail together, and come back together. */
	@Test
	void zzManyServicesInAMinuteAreOneEntry() throws Exception {
		List<Integer> numbers = new ArrayList<>();
		for (String slug : List.of("dinkes", "dishub", "bapenda")) {
			numbers.add(this.checks.start(id(slug), minute(0)));
		}
		for (int minute = 1; minute <= 8; minute++) {
			Instant at = minute(minute);
			boolean fails = minute >= 3 && minute <= 5;
			this.checks.tell(numbers.stream()
				.map((check) -> fails ? down(check, at, Cause.CONNECT, "192.0.2.77", null) : up(check, at))
				.toList());
		}
		String id = this.incidents.recent(1, 10)
			.items()
			.stream()
			.filter((incident) -> incident.services().size() == 3)
			.findFirst()
			.orElseThrow()
			.id()
			.toString();
		Document page = page("/status/insiden/" + id);
		assertThat(page.select(".timeline strong").eachText()).contains("3 layanan pulih");
	}

	/**
	 * After it: two services fail together, and their checks are paused before they are
	 * back.
	 */
	@Test
	void zzzWhatNobodyWatchesAnyMoreIsNotOver() throws Exception {
		List<Integer> numbers = new ArrayList<>();
		for (String slug : List.of("dlh", "disnaker")) {
			numbers.add(this.checks.start(id(slug), minute(0)));
		}
		for (int minute = 1; minute <= 3; minute++) {
			Instant at = minute(minute);
			this.checks
				.tell(numbers.stream().map((check) -> down(check, at, Cause.CONNECT, "192.0.2.78", null)).toList());
		}
		IncidentId id = this.incidents.openOf(List.of(id("dlh"))).get(id("dlh"));
		numbers.forEach((check) -> this.checks.stop(check, minute(9)));
		Document page = page("/status/insiden/" + id);
		assertThat(page.select(".tag-up")).isEmpty();
		assertThat(page.select(".tag-unmonitored").text()).isEqualTo("Tidak dipantau lagi, belum tentu pulih");
		assertThat(page.select(".timeline strong").eachText())
			.contains("Tidak dipantau lagi; belum diketahui apakah sudah pulih",
					"2 layanan tidak lagi termasuk gangguan ini")
			.doesNotContain("Gangguan selesai");
		await().untilAsserted(
				() -> assertThat(get("/feed/insiden.atom").body()).contains("Tidak dipantau lagi, belum tentu pulih"));
		await().untilAsserted(() -> assertThat(get("/api/v1/incidents").body()).contains("\"UNWATCHED\""));
	}

	private Instant minute(int minute) {
		return this.start.plus(minute, ChronoUnit.MINUTES);
	}

	private ServiceId id(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private Document page(String path) throws IOException, InterruptedException {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(response.body());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String header, String value)
			throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(path))
			.header(header, value)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private static org.w3c.dom.Document parse(String xml) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
	}

}
