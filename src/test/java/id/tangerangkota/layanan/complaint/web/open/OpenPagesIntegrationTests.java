package id.tangerangkota.layanan.complaint.web.open;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.web.PageClock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What everybody sees of complaints, and of which. */
// A name of its own gives it a database of its own: some lists are to be empty.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=open")
@Import(Complaints.class)
class OpenPagesIntegrationTests {

	private static final String SERVICE = "sobat-dukcapil";

	@LocalServerPort
	private int port;

	@Autowired
	private Complaints complaints;

	@Autowired
	private PublicComplaints open;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private Attachments attachments;

	@Autowired
	private JdbcClient jdbc;

	private Person visitor;

	@BeforeEach
	void come() {
		this.visitor = new Person(this.port);
	}

	@Test
	void whatTheCoordinatorOpenedIsInTheListAndOnItsPage() {
		Receipt receipt = this.complaints.file();
		assertThat(get("/pengaduan/" + receipt.ticket()).status()).isEqualTo(404);
		assertThat(listed("")).doesNotContain(receipt.ticket());
		this.complaints.verify(receipt.complaint(), Complaints.ROADS);
		await().untilAsserted(() -> assertThat(listed("")).contains(receipt.ticket()));
		Document page = get("/pengaduan/" + receipt.ticket()).page();
		assertThat(page.select("h1").text()).isEqualTo("Lubang besar di depan pasar");
		assertThat(page.select(".page-head .tag").eachText()).containsExactly("Diproses");
		assertThat(page.select(".timeline strong").eachText()).contains("Laporan diterima",
				"Diperiksa dan diteruskan ke DPUPR");
		assertThat(page.select("aside").text()).contains("Jalan Kenanga depan pasar", "Selesai paling lambat", "DPUPR");
		assertThat(page.select("aside dt:contains(Diterima) + dd").text()).as("said once").doesNotContain("Diterima");
		assertThat(page.select("aside .city-mark")).hasSize(1);
		assertThat(get("/pengaduan/" + receipt.ticket() + "?lang=en").page().select(".page-head .tag").text())
			.isEqualTo("In progress");
	}

	@Test
	void whatIsHiddenOrRedactedIsGoneFromKeptPages() {
		Receipt receipt = this.complaints.verified();
		String path = "/pengaduan/" + receipt.ticket();
		await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));
		assertThat(get(path).response().headers().firstValue("ETag")).isPresent();
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.redact(shown, null, "Lubang besar di pasar", "Lubang itu dalam. Mohon ditutup."));
		await().untilAsserted(() -> assertThat(get(path).page().text()).contains("Lubang besar di pasar")
			.doesNotContain("dua motor jatuh"));
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(), (desk, shown) -> desk.publish(shown, false));
		await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(404));
		assertThat(listed("")).doesNotContain(receipt.ticket());
		assertThat(get("/api/v1/complaints/" + receipt.ticket()).status()).isEqualTo(404);
	}

	@Test
	void theWayIsToldInCitizensWordsWithoutWhatIsForOthers() {
		Receipt receipt = this.complaints.started();
		this.complaints.as(Complaints.OFFICER, receipt.complaint(),
				(desk, shown) -> desk.note(shown, Complaints.words("Catatan rahasia petugas")));
		this.complaints.as(Complaints.OFFICER, receipt.complaint(),
				(desk, shown) -> desk.answer(shown, Complaints.words("Hanya untuk pelapor"), true));
		this.complaints.as(Complaints.OFFICER, receipt.complaint(),
				(desk, shown) -> desk.answer(shown, Complaints.words("Kami datang hari Kamis"), false));
		this.complaints.asReporter(receipt,
				(desk, key) -> desk.reply(key, Complaints.words("Nama saya Budi, rumah saya di sebelah")));
		await().untilAsserted(() -> assertThat(get("/pengaduan/" + receipt.ticket()).page().text())
			.contains("Kami datang hari Kamis"));
		String all = get("/pengaduan/" + receipt.ticket()).response().body()
				+ get("/api/v1/complaints/" + receipt.ticket()).response().body();
		assertThat(all).contains("Jawaban dari DPUPR")
			.doesNotContain("Catatan rahasia", "Hanya untuk pelapor", "Nama saya Budi",
					Complaints.OFFICER.requireAccount().toString());
	}

	@Test
	void whatNobodyMaySeeLooksLikeWhatIsNotThere() {
		Receipt fresh = this.complaints.file();
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("sampah"), true, true));
		this.complaints.verify(secret.complaint(), Complaints.ROADS);
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		String none = plain(new TicketNumber(2026, 987_654_321));
		for (Receipt receipt : List.of(fresh, secret, conduct)) {
			assertThat(plain(receipt.ticket())).isEqualTo(none);
			String api = get("/api/v1/complaints/" + receipt.ticket()).response().body();
			assertThat(api).contains("404").doesNotContain("subject");
			assertThat(get("/pengaduan/" + receipt.ticket() + "/didukung").status()).isEqualTo(404);
		}
		assertThat(none).contains("Laporan ini tidak dapat ditampilkan", "/pengaduan/lacak?nomor=TIKET");
	}

	private String plain(TicketNumber ticket) {
		Person person = get("/pengaduan/" + ticket);
		assertThat(person.status()).isEqualTo(404);
		return person.response().body().replace(ticket.toString(), "TIKET").replaceAll("id=\"data-as-of\">[^<]*", "");
	}

	@Test
	void aMistypedNumberIsToldAndTheRightOneOffered() {
		Receipt receipt = this.complaints.verified();
		String ticket = receipt.ticket().toString();
		char last = ticket.charAt(ticket.length() - 1);
		String wrong = ticket.substring(0, ticket.length() - 1) + ((last == '9') ? '0' : (char) (last + 1));
		Document page = get("/pengaduan/" + wrong).page();
		assertThat(this.visitor.status()).isEqualTo(404);
		assertThat(page.select("h1").text()).isEqualTo("Nomor laporan ini salah ketik");
		assertThat(page.select("main .service-item a").eachAttr("href")).contains("/pengaduan/" + ticket);
		assertThat(get("/pengaduan/entah-apa").page().text()).contains("ditulis seperti");
		get("/pengaduan/" + ticket.toLowerCase());
		assertThat(this.visitor.path()).isEqualTo("/pengaduan/" + ticket);
		get("/pengaduan/" + ticket.substring(4) + "?lang=en");
		assertThat(this.visitor.path()).isEqualTo("/pengaduan/" + ticket + "?lang=en");
	}

	@Test
	void filtersLetThroughWhatTheySay() {
		Receipt road = this.complaints.verified();
		Receipt done = this.complaints.closed();
		Receipt late = this.complaints.started();
		this.jdbc
			.sql("""
					update complaint.complaint set resolve_starts = now() - interval '20 days', resolve_on = current_date - 2,
					resolve_at = now() - interval '2 days', due_at = now() - interval '2 days',
					received_at = now() - interval '20 days' where id = ?""")
			.param(late.complaint().value())
			.update();
		Receipt light = this.complaints.file("pju");
		this.complaints.verify(light.complaint(), Complaints.ROADS);
		Receipt service = this.complaints.file(service());
		this.complaints.verify(service.complaint(), Complaints.ROADS);
		await().untilAsserted(() -> assertThat(listed("")).contains(service.ticket()));
		assertThat(listed("?status=selesai")).contains(done.ticket()).doesNotContain(road.ticket(), late.ticket());
		assertThat(listed("?status=terbuka")).contains(road.ticket()).doesNotContain(done.ticket());
		assertThat(listed("?kategori=pju")).contains(light.ticket()).doesNotContain(road.ticket());
		assertThat(listed("?wilayah=" + Complaints.SUB_DISTRICT)).contains(road.ticket())
			.doesNotContain(service.ticket());
		assertThat(listed("?wilayah=36.71.01")).contains(road.ticket());
		assertThat(listed("?wilayah=36.71.02")).isEmpty();
		assertThat(listed("?layanan=" + SERVICE)).contains(service.ticket()).doesNotContain(road.ticket());
		assertThat(listed("?opd=dlh")).isEmpty();
		assertThat(listed("?jenis=aspirasi")).isEmpty();
		assertThat(listed("?terlambat=ya")).contains(late.ticket()).doesNotContain(road.ticket(), done.ticket());
		assertThat(listed("?periode=7-hari")).contains(road.ticket()).doesNotContain(late.ticket());
		LocalDate then = PageClock.day(Instant.now().minus(20, ChronoUnit.DAYS));
		assertThat(listed("?dari=" + then + "&sampai=" + then)).contains(late.ticket()).doesNotContain(road.ticket());
		assertThat(listed("?dari=" + then.plusDays(1))).contains(road.ticket()).doesNotContain(late.ticket());
		Document since = get("/pengaduan?opd=dpupr&dari=" + then).page();
		assertThat(since.select(".active-filters a").eachAttr("href")).containsExactly("/pengaduan?dari=" + then,
				"/pengaduan?opd=dpupr");
		assertThat(since.select("#saring input[name=dari]").val()).as("applied once more").isEqualTo(then.toString());
		assertThat(get("/pengaduan/" + late.ticket()).page().select("main").text()).contains("Terlambat",
				"Sekarang terlambat.");
		Document page = get("/pengaduan?status=terbuka&opd=dpupr").page();
		assertThat(page.select(".active-filters a").eachAttr("href")).containsExactly("/pengaduan?opd=dpupr",
				"/pengaduan?status=terbuka");
		assertThat(get("/layanan/" + SERVICE).page().select(".tag-flag").text()).matches("\\d+ laporan belum selesai");
	}

	@Test
	void aRowSaysWhoHandlesItSinceWhenAndThatItIsLate() {
		AgencyId agency = new AgencyId("disbudpar");
		Receipt late = this.complaints.late(agency);
		Receipt fresh = this.complaints.file();
		this.complaints.verify(fresh.complaint(), agency);
		Receipt done = this.complaints.solved(agency, 3, null);
		await().untilAsserted(() -> assertThat(listed("?opd=disbudpar")).hasSize(3));
		assertThat(row(late, "").text()).contains("Ditangani Disbudpar.", "20 hari lalu", "Sekarang terlambat.");
		assertThat(row(late, "").select(".tag-down").text()).isEqualTo("Terlambat");
		assertThat(row(late, "&lang=en").select(".tag-down").text()).isEqualTo("Overdue");
		assertThat(row(fresh, "").text()).contains("Ditangani Disbudpar.", "hari ini", "Selesai paling lambat");
		assertThat(row(fresh, "").select(".tag-down")).isEmpty();
		assertThat(row(done, "").text()).contains("Diterima ").doesNotContain("hari lalu", "Dijanjikan");
		assertThat(row(done, "").select(".tag-down")).isEmpty();
	}

	private Element row(Receipt receipt, String more) {
		return get("/pengaduan?opd=disbudpar" + more).page()
			.select(".service-item:has(a[href*=" + receipt.ticket() + "])")
			.first();
	}

	/** Of an agency that has no other cases in these tests. */
	@Test
	void programsReadWhatBecameOfThem() {
		AgencyId agency = new AgencyId("dispora");
		this.complaints.solved(agency, 6, null);
		this.complaints.solved(agency, 1, 5);
		this.complaints.solved(agency, 2, 4);
		this.complaints.late(agency);
		JsonNode statistics = json("/api/v1/complaints/statistics");
		JsonNode count = null;
		for (JsonNode each : statistics.path("agencies")) {
			count = each.path("agency").asString().equals("dispora") ? each : count;
		}
		assertThat(count).isNotNull();
		Map<String, Number> expected = new LinkedHashMap<>(Map.of("received", 4, "transferredIn", 0, "open", 1,
				"closed", 3, "unconfirmed", 0, "rejected", 0, "merged", 0, "referred", 0, "transferredOut", 0));
		expected.putAll(Map.of("overdue", 1, "resolved", 3, "inTime", 3, "medianDays", 2.0, "ratings", 2, "judged", 2));
		for (Map.Entry<String, Number> each : expected.entrySet()) {
			assertThat(count.path(each.getKey()).numberValue().doubleValue()).as(each.getKey())
				.isEqualTo(each.getValue().doubleValue());
		}
		assertThat(List.of(count.path("ratingSum"), count.path("reallySolved"))).as("of so few one would know who")
			.allMatch(JsonNode::isNull);
		assertThat(get("/pengaduan/kinerja.csv").response().body()).as("nor as a table").contains(",2,,2,\r\n");
		assertThat(statistics.at("/city/received").asInt()).isGreaterThanOrEqualTo(4);
		assertThat(statistics.at("/city/overdue").asInt()).isPositive();
		LocalDate before = PageClock.day(Instant.now()).minusDays(25);
		JsonNode none = json("/api/v1/complaints/statistics?from=" + before + "&to=" + before);
		assertThat(none.path("agencies").findValuesAsString("agency")).doesNotContain("dispora");
	}

	/** Of an agency that has no other cases in these tests. */
	@Test
	void countsReportsOfPeopleAndThePortalsOwnApart() {
		AgencyId agency = new AgencyId("bkpsdm");
		Receipt portals = this.complaints.solved(agency, 1, null);
		Receipt peoples = this.complaints.late(agency);
		this.jdbc.sql("update complaint.complaint set channel = 'OUTAGE', subject = ? where id = ?")
			.params("SPMB tidak dapat dibuka", portals.complaint().value())
			.update();
		Document english = get("/pengaduan/" + portals.ticket() + "?lang=en").page();
		assertThat(english.select("h1").text()).isEqualTo("SPMB cannot be opened");
		assertThat(english.select("h1[lang]")).isEmpty();
		JsonNode statistics = json("/api/v1/complaints/statistics");
		JsonNode count = null;
		for (JsonNode each : statistics.path("agencies")) {
			count = each.path("agency").asString().equals("bkpsdm") ? each : count;
		}
		assertThat(count).as("of %s", peoples.ticket()).isNotNull();
		assertThat(count.path("received").asInt()).isOne();
		assertThat(count.path("resolved").asInt()).as("what citizens wait for").isZero();
		JsonNode own = statistics.path("portal");
		assertThat(own.path("received").asInt()).isPositive()
			.isEqualTo(Stream.of("open", "closed", "rejected", "merged", "referred")
				.mapToInt((state) -> own.path(state).asInt())
				.sum());
		assertThat(statistics.at("/city/received").asLong() + own.path("received").asLong()).as("nothing is lost")
			.isEqualTo(this.jdbc.sql("select count(*) from complaint.complaint where received_at >= ?")
				.param(PageClock.start(LocalDate.parse(statistics.path("from").asString())).atOffset(ZoneOffset.UTC))
				.query(Long.class)
				.single());
		Document page = get("/pengaduan/kinerja").page();
		assertThat(page.select("section:has(#portal) table").text()).contains("Dibuat portal", "diterima");
		assertThat(get("/pengaduan/kinerja.csv").response().body()).contains(",portal,");
	}

	/** Whoever counts their own cases knows what is missing there. */
	@Test
	void countsWhatIsAboutConductForTheCityAlone() {
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), new AgencyId("inspektorat"));
		JsonNode statistics = json("/api/v1/complaints/statistics");
		assertThat(statistics.path("agencies").findValuesAsString("agency")).doesNotContain("inspektorat");
		assertThat(statistics.at("/conduct/received").asLong()).isPositive();
		assertThat(statistics.at("/city/received").asLong()).isEqualTo(statistics.at("/conduct/received").asLong()
				+ statistics.path("agencies").valueStream().mapToLong((one) -> one.path("received").asLong()).sum());
		await().untilAsserted(
				() -> assertThat(get("/pengaduan/kinerja").page().select("section:has(#pengawasan) table").text())
					.contains("Tentang perilaku pegawai", "diterima"));
		assertThat(get("/pengaduan/kinerja.csv").response().body()).contains(",pengawasan,");
	}

	private ServiceId service() {
		return this.catalog.service(SERVICE).orElseThrow().id();
	}

	@Test
	void writesTimesWithinASentence() {
		assertThat(get("/pengaduan/kinerja?periode=2026-05").page().select(".lead").text()).contains("pada Mei 2026.");
		assertThat(get("/pengaduan/kinerja?periode=2026-t2").page().select(".lead").text())
			.contains("pada triwulan 2 tahun 2026.");
	}

	@Test
	void theScoreboardAsATableAddsUp() throws IOException {
		this.complaints.verified();
		this.complaints.closed();
		HttpResponse<String> answer = get("/pengaduan/kinerja.csv").response();
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying((value) -> assertThat(value)
			.contains("pengaduan-" + YearMonth.from(PageClock.day(Instant.now())) + ".csv"));
		List<NamedCsvRecord> rows;
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
			.ofNamedCsvRecord(answer.body().replace("\ufeff", ""))) {
			rows = reader.stream().toList();
		}
		assertThat(rows).hasSizeGreaterThan(2).allSatisfy((row) -> {
			long out = Stream.of("open", "closed", "unconfirmed", "rejected", "merged", "referred", "transferred_out")
				.mapToLong((column) -> number(row, column))
				.sum();
			assertThat(number(row, "received") + number(row, "transferred_in")).isEqualTo(out);
		});
		assertThat(rows.getLast().getField("agency")).isEqualTo("portal");
		NamedCsvRecord city = rows.get(rows.size() - 2);
		assertThat(city.getField("agency")).isEqualTo("kota");
		assertThat(rows.subList(0, rows.size() - 2).stream().mapToLong((row) -> number(row, "received")).sum())
			.isPositive()
			.isEqualTo(number(city, "received"));
		assertThat(rows.getFirst().getFields()).hasSize(22);
	}

	private static long number(NamedCsvRecord row, String column) {
		return Long.parseLong(row.getField(column));
	}

	@ParameterizedTest
	@CsvSource({ "/pengaduan?status=xyz,400", "/pengaduan?kategori=xyz,400", "/pengaduan?opd=xyz,400",
			"/pengaduan?wilayah=x,400", "/pengaduan?wilayah=99.99.99,400", "/pengaduan?layanan=xyz,400",
			"/pengaduan?jenis=xyz,400", "/pengaduan?asal=x,400", "/pengaduan?terlambat=x,400",
			"/pengaduan?periode=x,400", "/pengaduan?dari=kapan,400", "/pengaduan?sampai=2026-02-30,400",
			"/pengaduan?halaman=x,404", "/pengaduan?halaman=999,404", "/pengaduan/peta?status=xyz,400",
			"/pengaduan/kinerja?periode=x,400", "/pengaduan/kinerja?periode=2031-01,400",
			"/feed/pengaduan.atom?kategori=x,404", "/feed/pengaduan.atom?wilayah=x,404",
			"/feed/pengaduan.atom?wilayah=99.99.99,404", "/api/v1/complaints?state=x,400",
			"/api/v1/complaints?category=x,400", "/api/v1/complaints?agency=x,400", "/api/v1/complaints?region=x,400",
			"/api/v1/complaints?service=x,400", "/api/v1/complaints?overdue=x,400",
			"/api/v1/complaints?from=kemarin,400", "/api/v1/complaints?from=2026-02-02&to=2026-02-01,400",
			"/api/v1/complaints?halaman=2,400", "/api/v1/complaints?page=0,400", "/api/v1/complaints/xyz,404",
			"/api/v1/complaints/statistics?from=x,400", "/api/v1/complaints/statistics?from=2010-01-01,400" })
	void answersPlainlyToWhatMakesNoSense(String address, int status) {
		assertThat(get(address).status()).isEqualTo(status);
	}

	@Test
	void mergedOnesPointAtEachOther() {
		Receipt master = this.complaints.verified();
		Receipt other = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, other.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		await().untilAsserted(
				() -> assertThat(get("/pengaduan/" + other.ticket()).page().select(".inset a").eachAttr("href"))
					.contains("/pengaduan/" + master.ticket()));
		assertThat(get("/pengaduan/" + master.ticket()).page().select("main a").eachAttr("href"))
			.contains("/pengaduan/" + other.ticket());
		JsonNode json = json("/api/v1/complaints/" + master.ticket());
		assertThat(json.path("merged").get(0).asString()).isEqualTo(other.ticket().toString());
	}

	/** A program that reads feeds must not take a page for one. */
	@ParameterizedTest
	@ValueSource(strings = { "/feed/pengaduan.atom?wilayah=99", "/feed/pengaduan.atom?kategori=tidak-ada",
			"/feed/tidak-ada.atom", "/sitemap/layanan-9999.xml" })
	void callsAPageAboutAProblemAPage(String path) {
		get(path);
		assertThat(this.visitor.status()).isEqualTo(404);
		assertThat(this.visitor.response().headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
	}

	@Test
	void oneTapCountsEverybodyOnce() {
		Receipt receipt = this.complaints.verified();
		String path = "/pengaduan/" + receipt.ticket();
		await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));
		assertThat(get(path).page().select("input[name=_csrf]")).isEmpty();
		this.visitor.post(path + "/dukung", Map.of());
		assertThat(this.visitor.status()).isEqualTo(303);
		assertThat(this.visitor.response().headers().firstValue("Location")).contains(path + "/didukung");
		assertThat(this.visitor.response().headers().firstValue("Set-Cookie")).isEmpty();
		this.visitor.post(path + "/dukung?lang=en", Map.of());
		assertThat(this.visitor.response().headers().firstValue("Location")).contains(path + "/didukung?lang=en");
		assertThat(this.open.find(receipt.ticket()).orElseThrow().supporters()).isEqualTo(1);
		await()
			.untilAsserted(() -> assertThat(get(path).page().text()).contains("1 orang lain melaporkan hal yang sama"));
		assertThat(get(path + "/didukung").page().text()).contains("1 orang mendukung laporan ini");
		new Person(this.port).with("Origin", "https://lain.example").post(path + "/dukung", Map.of());
		assertThat(this.open.find(receipt.ticket()).orElseThrow().supporters()).isEqualTo(1);
	}

	@Test
	void theMapSaysTheSameAsItsTable() {
		this.complaints.verified();
		await()
			.untilAsserted(() -> assertThat(get("/pengaduan/peta").page().select(".city-bubbles circle")).isNotEmpty());
		Document page = get("/pengaduan/peta").page();
		List<Element> rows = page.select("tbody tr");
		assertThat(rows).hasSameSizeAs(page.select(".city-bubbles circle"));
		long sum = rows.stream().mapToLong((row) -> Long.parseLong(row.select(".numeric").text())).sum();
		assertThat(page.select(".result-count").text()).isEqualTo(sum + " laporan di " + rows.size() + " kelurahan");
		assertThat(page.select(".city-dots circle")).hasSize(104);
		assertThat(page.select("tbody a").attr("href")).startsWith("/pengaduan?wilayah=36.71.");
	}

	@Test
	void theListComesBeforeTheMapAndTheMostBeforeTheOthers() {
		this.complaints.verified();
		await()
			.untilAsserted(() -> assertThat(get("/pengaduan/peta").page().select(".city-bubbles circle")).isNotEmpty());
		Document page = get("/pengaduan/peta").page();
		assertThat(page.select(".map-pair table, .map-pair svg.city-map").first().tagName()).isEqualTo("table");
		assertThat(page.select(".map-pair details tbody tr, .map-pair > section > table tbody tr"))
			.hasSameSizeAs(page.select(".city-bubbles circle"));
		assertThat(page.select(".map-pair > section > table tbody tr")).hasSizeLessThanOrEqualTo(10);
	}

	@Test
	void whatThePortalItselfRecordedIsAGroupOfItsOwn() {
		AgencyId agency = new AgencyId("dinkes");
		Receipt people = this.complaints.file();
		this.complaints.verify(people.complaint(), agency);
		Receipt portal = this.complaints.file();
		this.jdbc.sql("update complaint.complaint set channel = 'OUTAGE' where id = ?")
			.param(portal.complaint().value())
			.update();
		this.complaints.verify(portal.complaint(), agency);
		await().untilAsserted(() -> assertThat(listed("?opd=dinkes&asal=semua")).hasSize(2));
		assertThat(listed("?opd=dinkes")).containsExactly(people.ticket());
		Document list = get("/pengaduan?opd=dinkes").page();
		assertThat(list.select(".result-count").text()).isEqualTo("1 laporan");
		assertThat(list.select("main .split").text()).contains("portal ini sendiri mencatat 1 gangguan layanan");
		assertThat(list.select(".service-item .tag-plain")).isEmpty();
		String href = "/pengaduan?opd=dinkes&asal=portal";
		assertThat(list.select("main a[href='" + href + "']")).hasSize(1);
		assertThat(listed("?opd=dinkes&asal=portal")).containsExactly(portal.ticket());
		Document own = get(href).page();
		assertThat(own.select(".service-item .tag-plain").eachText()).containsExactly("Dicatat portal ini");
		assertThat(own.select(".active-filters a").eachAttr("href")).contains("/pengaduan?opd=dinkes");
		assertThat(own.select("main .split").text()).doesNotContain("sendiri mencatat");
		assertThat(get("/pengaduan?opd=dinkes&asal=semua").page().select(".result-count").text()).as("one and one")
			.isEqualTo("2 laporan");
		assertThat(feed("")).contains(people.ticket().toString()).doesNotContain(portal.ticket().toString());
		assertThat(json("/api/v1/complaints?agency=dinkes").path("items")).as("programs get all").hasSize(2);
	}

	@Test
	void theScoreboardUnfoldsAllButTheFirstTen() {
		for (String agency : List.of("kesbangpol", "bpbd", "satpolpp", "setda", "dishub", "dinsos", "disdik", "dpad",
				"bapenda", "bappeda", "disdukcapil", "dkp")) {
			Receipt receipt = this.complaints.file();
			this.complaints.verify(receipt.complaint(), new AgencyId(agency));
		}
		await().untilAsserted(() -> assertThat(get("/pengaduan/kinerja").page().select("#angka ~ details")).hasSize(1));
		Document page = get("/pengaduan/kinerja").page();
		assertThat(page.select("#angka ~ table tbody tr")).hasSize(10);
		assertThat(page.select("#opd ~ .score-list > li")).hasSize(10);
		Element rest = page.selectFirst("#angka ~ details");
		assertThat(rest.hasAttr("open")).isFalse();
		int others = rest.select("tbody tr").size();
		assertThat(others).isGreaterThanOrEqualTo(2);
		assertThat(rest.select("summary").text()).isEqualTo(others + " perangkat daerah lainnya");
		assertThat(page.select("#opd ~ details .score-list > li")).hasSize(others);
		assertThat(page.select("#angka ~ table tbody th, #angka ~ details tbody th").eachText())
			.doesNotHaveDuplicates();
		assertThat(page.select("#arti ~ details dt")).hasSize(15);
		assertThat(page.select(".score-list .numeric").eachText().stream().map(Long::valueOf))
			.as("where most came in first")
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void feedsAreWellFormed() throws Exception {
		Receipt receipt = this.complaints.verified();
		await().untilAsserted(
				() -> assertThat(get("/feed/pengaduan.atom").response().body()).contains(receipt.ticket().toString()));
		for (String query : List.of("", "?kategori=jalan-rusak", "?wilayah=" + Complaints.SUB_DISTRICT,
				"?kategori=jalan-rusak&wilayah=36.71.01&lang=en", "?kategori=pasar-pangan")) {
			Person person = get("/feed/pengaduan.atom" + query);
			assertThat(person.response().headers().firstValue("Content-Type").orElseThrow())
				.startsWith("application/atom+xml");
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			org.w3c.dom.Document feed = factory.newDocumentBuilder()
				.parse(new InputSource(new StringReader(person.response().body())));
			for (String name : List.of("id", "title", "updated")) {
				assertThat(feed.getElementsByTagName(name).getLength()).as(query + name).isGreaterThan(0);
			}
			assertThat(feed.getElementsByTagName("entry").getLength() > 0).isEqualTo(!query.contains("pasar-pangan"));
		}
	}

	@Test
	void aFeedIsOfItsRegionOnly() {
		Receipt here = this.complaints.verified();
		Receipt nowhere = this.complaints.file(service());
		this.complaints.verify(nowhere.complaint(), Complaints.ROADS);
		await()
			.untilAsserted(() -> assertThat(feed("")).contains(here.ticket().toString(), nowhere.ticket().toString()));
		for (String region : List.of("36.71.01", Complaints.SUB_DISTRICT.value())) {
			assertThat(feed("?wilayah=" + region)).contains(here.ticket().toString())
				.doesNotContain(nowhere.ticket().toString());
		}
		for (String region : List.of("36.71.02", "36.71.01.1002")) {
			assertThat(feed("?wilayah=" + region)).doesNotContain("<entry>");
		}
	}

	private String feed(String query) {
		return get("/feed/pengaduan.atom" + query).response().body();
	}

	@Test
	void programsReadTheSame() {
		Receipt receipt = this.complaints.verified();
		JsonNode list = json("/api/v1/complaints?category=jalan-rusak&size=100");
		assertThat(list.path("items").findValuesAsString("ticket")).contains(receipt.ticket().toString());
		JsonNode one = json("/api/v1/complaints/" + receipt.ticket());
		assertThat(one.at("/complaint/state").asString()).isEqualTo("IN_PROCESS");
		assertThat(one.at("/complaint/agency").asString()).isEqualTo("dpupr");
		assertThat(one.path("steps").findValuesAsString("kind")).contains("filed", "verified");
		assertThat(get("/api/v1/complaints").response().headers().firstValue("Access-Control-Allow-Origin"))
			.contains("*");
		JsonNode page = json("/api/v1/complaints?size=1");
		assertThat(page.at("/links/next").asString()).isEqualTo("/api/v1/complaints?size=1&page=2");
		assertThat(json("/api/v1/complaints/statistics").path("agencies").isArray()).isTrue();
	}

	@Test
	void photosOfPublicComplaintsAreForEverybodyAndOthersForNobody() {
		Receipt receipt = this.complaints.verified();
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		AttachmentId photo = this.attachments
			.store(draft, new ByteArrayInputStream(UploadFiles.jpeg(64, 48)), UploadOptions.photos(1))
			.id();
		assertThat(get("/berkas/" + photo).status()).isEqualTo(404);
		this.attachments.attach(draft, List.of(photo), CaseFiles.of(receipt.complaint()));
		assertThat(get("/berkas/" + photo).status()).isEqualTo(200);
		assertThat(get("/berkas/" + photo + "/kecil").status()).isEqualTo(200);
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(), (desk, shown) -> desk.publish(shown, false));
		assertThat(get("/berkas/" + photo).status()).isEqualTo(404);
	}

	@Test
	void aDocumentIsNoPhoto() {
		Receipt receipt = this.complaints.file();
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		List<AttachmentId> files = Stream.of(UploadFiles.pdf(), UploadFiles.jpeg(64, 48))
			.map((file) -> this.attachments
				.store(draft, new ByteArrayInputStream(file), UploadOptions.photos(2).andDocuments())
				.id())
			.toList();
		this.attachments.attach(draft, files, CaseFiles.of(receipt.complaint()));
		this.complaints.verify(receipt.complaint(), Complaints.ROADS);
		await().untilAsserted(() -> assertThat(get("/pengaduan/" + receipt.ticket()).status()).isEqualTo(200));
		Document page = get("/pengaduan/" + receipt.ticket()).page();
		assertThat(page.select(".photo-list a").eachAttr("href")).containsExactly("/berkas/" + files.get(0),
				"/berkas/" + files.get(1));
		assertThat(page.select(".photo-list a").eachText()).containsExactly("Dokumen PDF 1 dari 2");
		assertThat(page.select(".photo-list img").eachAttr("src"))
			.containsExactly("/berkas/" + files.get(1) + "/kecil");
		JsonNode json = json("/api/v1/complaints/" + receipt.ticket());
		assertThat(json.at("/photos/0").asString()).isEqualTo("/berkas/" + files.get(1));
		assertThat(json.at("/documents/0").asString()).isEqualTo("/berkas/" + files.get(0));
		assertThat(json.path("photos")).hasSize(1);
	}

	@Test
	void aKeptPageIsOneForAllAndASecondIsNotMadeForIt() {
		Receipt receipt = this.complaints.verified();
		String path = "/pengaduan/" + receipt.ticket();
		await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));
		String tag = get(path).response().headers().firstValue("ETag").orElseThrow();
		assertThat(get(path).response().headers().firstValue("ETag")).contains(tag);
		this.complaints.as(Complaints.OFFICER, receipt.complaint(), CaseDesk::start);
		await().untilAsserted(
				() -> assertThat(get(path).response().headers().firstValue("ETag")).isPresent().isNotEqualTo(tag));
		assertThat(get(path).page().select(".timeline strong").eachText()).contains("DPUPR mulai menangani");
	}

	private Person get(String address) {
		return this.visitor.open(address);
	}

	private List<TicketNumber> listed(String query) {
		Person person = get("/pengaduan" + query);
		assertThat(person.status()).isEqualTo(200);
		return person.page()
			.select(".service-item a")
			.eachAttr("href")
			.stream()
			.map((href) -> TicketNumber.parse(href.substring("/pengaduan/".length())).orElseThrow())
			.toList();
	}

	private JsonNode json(String address) {
		assertThat(get(address).status()).isEqualTo(200);
		return new JsonMapper().readTree(this.visitor.response().body());
	}

}
