package id.tangerangkota.layanan.quality.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Line;
import id.tangerangkota.layanan.quality.evidence.EvidenceArchive.Kept;
import id.tangerangkota.layanan.quality.evidence.EvidenceArchive.Standing;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.PageClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** A pack speaks for itself, is the same twice, and shows what was tampered with. */
@SpringBootTest
@Import({ ScriptedChecks.class, Letterbox.class, Complaints.class, SurveyAnswers.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIntegrationTests {

	/** A service at an address that a source names, and nobody opened. */
	private static final String CITED = "dishub";

	@Autowired
	private EvidencePacks packs;

	@Autowired
	private EvidenceArchive archive;

	@Autowired
	private Scorecard scorecard;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk catalogDesk;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Complaints complaints;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	private EvidencePeriod period;

	/** Outages that other tests left in the period. */
	private int outages;

	@BeforeAll
	void prepare() {
		LocalDate yesterday = PageClock.day(Instant.now()).minusDays(1);
		this.period = EvidencePeriod.of(java.time.YearMonth.from(yesterday));
		this.outages = this.packs.evidence(this.period)
			.map((evidence) -> evidence.value("gangguan", "kota"))
			.map(Integer::parseInt)
			.orElse(0);
		ServiceId service = this.catalog.service("disdukcapil").orElseThrow().id();
		this.catalogDesk.verify("disdukcapil", Platform.WEB, "Pemeriksa");
		stand("disdukcapil", true);
		stand(CITED, false);
		this.answers.add("SKM", "disdukcapil", 17, PageClock.start(yesterday), Duration.ofMinutes(1),
				(person, item) -> 2 + (person * item) % 3);
		this.answers.add("SHORT", "disdukcapil", 14, PageClock.start(yesterday), Duration.ofMinutes(1),
				(person, item) -> 1 + person % 5);
		this.answers.add("ESQUAL", "disdukcapil", 40, PageClock.start(yesterday), Duration.ofMinutes(1),
				(person, item) -> 1 + (person * item) % 5);
		Instant start = PageClock.start(yesterday);
		int check = this.checks.start(service, start);
		this.checks.tell(ScriptedChecks.up(check, start.plusSeconds(60)));
		for (int minute : List.of(100, 101, 102)) {
			this.checks.tell(ScriptedChecks.down(check, start.plus(minute, ChronoUnit.MINUTES)));
		}
		this.checks.tell(ScriptedChecks.up(check, start.plus(130, ChronoUnit.MINUTES)),
				ScriptedChecks.up(check, start.plus(131, ChronoUnit.MINUTES)));
		int cited = this.checks.start(this.catalog.service(CITED).orElseThrow().id(), start);
		this.checks.tell(ScriptedChecks.up(cited, start.plusSeconds(60)));
		for (int minute : List.of(100, 101, 102)) {
			this.checks.tell(ScriptedChecks.down(cited, start.plus(minute, ChronoUnit.MINUTES)));
		}
		this.jdbc
			.sql("""
					insert into survey.follow_up (id, agency, period, item, action, owner, due_on, created_by, created_at, version)
					values (gen_random_uuid(), 'disdukcapil', :quarter, 'U3', 'Menambah loket', 'Bidang Pelayanan',
						date '2020-01-31', gen_random_uuid(), now(), 0)""")
			.param("quarter", SkmPeriod.quarter(yesterday).toString())
			.update();
		countMonth(yesterday);
		this.complaints.closed();
		this.complaints.closed();
		this.complaints.started();
		this.jdbc.sql("update complaint.complaint set received_at = ?").param(Timestamp.from(start)).update();
	}

	/** Whether its address was verified on all days there were. */
	private void stand(String slug, boolean verified) {
		ServiceId service = this.catalog.service(slug).orElseThrow().id();
		this.jdbc.sql("delete from quality.owner where service_id = ?").param(service.value()).update();
		this.jdbc
			.sql("insert into quality.owner (service_id, since, agency, verified) values (?, date '2020-01-01', ?, ?)")
			.params(service.value(), slug, verified)
			.update();
	}

	/** In place of whatever other tests counted in the month. */
	private void countMonth(LocalDate day) {
		LocalDate month = day.withDayOfMonth(1);
		this.jdbc.sql("delete from quality.fact where day between ? and ?")
			.params(Date.valueOf(month), Date.valueOf(day))
			.update();
		this.jdbc.sql("delete from quality.month where month = ?").param(Date.valueOf(month)).update();
		for (String subject : List.of("", "disdukcapil")) {
			count("uptime", subject, day, 86_300, 86_400);
			count("outages", subject, day, 3, 86_400 * 20);
			count("outage-length", subject, day, 4 * 700, 4, 0, 0, 1, 1, 2);
			count("acknowledgement", subject, day, 3 * 100, 3, 1, 2);
			count("response-time", subject, day, 900, 9, 1, 2, 3, 3);
			count("site-headers", subject, day, 2, 5);
			count("complaint-solved", subject, day, 5, 7);
			count("complaint-resolved", subject, day, 12, 14);
			count("promised-time", subject, day, 900_000, 1_000_000);
			count("complaint-reopened", subject, day, 1, 9);
		}
		count("page-cls", "", day, 8, 10, 0, 0, 5, 3, 2);
		count("page-lcp", "", day, 8, 10, 0, 0, 5, 3, 2);
		count("home-to-service", "", day, 8, 10, 0, 1, 5, 3, 1);
	}

	private void count(String indicator, String subject, LocalDate day, long numerator, long denominator,
			Integer... classes) {
		String level = subject.isEmpty() ? "CITY" : "AGENCY";
		this.jdbc.sql("""
				insert into quality.fact (indicator, level, subject, day, numerator, denominator, classes)
				values (?, ?, ?, ?, ?, ?, cast(? as bigint[]))""")
			.params(indicator, level, subject, Date.valueOf(day), numerator, denominator,
					(classes.length > 0) ? classes : null)
			.update();
		this.jdbc.sql("""
				insert into quality.month (indicator, level, subject, month, days, numerator, denominator, classes)
				values (?, ?, ?, ?, 1, ?, ?, cast(? as bigint[]))""")
			.params(indicator, level, subject, Date.valueOf(day.withDayOfMonth(1)), numerator, denominator,
					(classes.length > 0) ? classes : null)
			.update();
		this.jdbc.sql("""
				insert into quality.day (day, indicator, digest, computed_at) values (?, ?, 'x', now())
				on conflict (day, indicator) do update set missing = null""")
			.params(Date.valueOf(day), indicator)
			.update();
	}

	private Evidence evidence() {
		return this.packs.evidence(this.period).orElseThrow();
	}

	private byte[] pack() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			this.packs.write(evidence(), bytes);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	@Test
	void everyPublishedNumberFollowsFromItsCounts() {
		List<Line> lines = this.packs.addUpAgain(evidence());
		assertThat(lines).extracting(Line::figure)
			.contains("skor-uptime", "terukur-availability", "cakupan-privacy", "warga-efficiency",
					"selisih-availability", "skm", "skm-responden", "skm-unsur", "nyala", "gangguan", "laporan",
					"laporan-tepat-waktu");
		assertThat(lines).allSatisfy((line) -> assertThat(line.agrees()).as(line.toString()).isTrue());
		// Three of its own, and those of other tests, which were moved into the period
		// too.
		String complaints = this.jdbc.sql("select count(*)::text from complaint.complaint")
			.query(String.class)
			.single();
		assertThat(Integer.parseInt(complaints)).isGreaterThanOrEqualTo(3);
		assertThat(evidence().value("laporan", "kota")).isEqualTo(complaints);
		assertThat(evidence().value("gangguan", "kota")).isEqualTo(String.valueOf(this.outages + 1));
		assertThat(evidence().value("skm-responden", "kota")).isEqualTo("17");
	}

	@Test
	void whatNobodyVerifiedStaysOutOfTheCity() {
		Evidence evidence = evidence();
		assertThat(evidence.value("nyala", CITED)).as("its own").isNotNull();
		assertThat(evidence.counts()).filteredOn((count) -> count.subject().equals("kota"))
			.filteredOn((count) -> List.of("nyala", "gangguan").contains(count.figure()))
			.extracting(Count::part)
			.contains("disdukcapil")
			.doesNotContain(CITED);
		assertThat(evidence.watched().measured()).isGreaterThan(evidence.watched().verified()).isPositive();
	}

	/** As the indicators have it: what was verified later leaves the day as it was. */
	@Test
	void whatNobodyHadVerifiedOnTheDayStaysOutOfTheCity() {
		stand("disdukcapil", false);
		stand(CITED, true);
		try {
			assertThat(evidence().counts()).filteredOn((count) -> count.subject().equals("kota"))
				.filteredOn((count) -> List.of("nyala", "gangguan").contains(count.figure()))
				.extracting(Count::part)
				.contains(CITED)
				.doesNotContain("disdukcapil");
		}
		finally {
			stand("disdukcapil", true);
			stand(CITED, false);
		}
	}

	/** Five wait for others: what they said could be had by subtraction. */
	@Test
	void cardListAndPackTellTheSameOfAnAgency() {
		Instant may = Instant.parse("2025-05-06T03:00:00Z");
		this.answers.add("ESQUAL", CITED, 40, may, Duration.ofMinutes(1), (person, item) -> 4);
		this.answers.add("ESQUAL", CITED, 5, Instant.parse("2025-02-04T03:00:00Z"), Duration.ofMinutes(1),
				(person, item) -> 1);
		this.answers.add("ESQUAL", "disdukcapil", 30, may, Duration.ofMinutes(1), (person, item) -> 3);
		count("uptime", CITED, PageClock.day(may), 86_300, 86_400);
		count("uptime", "disdukcapil", PageClock.day(may), 86_300, 86_400);
		EvidencePeriod year = EvidencePeriod.of(SkmPeriod.year(PageClock.day(may)));
		Subject told = Subject.of(Level.AGENCY, CITED);
		Map<Subject, Card> list = this.scorecard.all(Level.AGENCY, year.days());
		Evidence evidence = this.packs.evidence(year).orElseThrow();
		for (QualityDimension dimension : QualityDimension.values()) {
			assertThat(List.of(this.scorecard.card(told, year.days()), list.get(told))).as(dimension.code())
				.extracting((card) -> card.dimensions().get(dimension).perceived())
				.allMatch((said) -> said.n() == 40 && said.score() == 75);
			assertThat(
					list.get(Subject.of(Level.AGENCY, "disdukcapil")).dimensions().get(dimension).perceived().score())
				.isEqualTo(50);
			assertThat(evidence.value("warga-" + dimension.code(), CITED)).isNotNull();
			assertThat(evidence.value("warga-" + dimension.code(), "disdukcapil")).isNotNull();
		}
		assertThat(evidence.counts()).filteredOn((count) -> count.figure().startsWith("warga-"))
			.extracting(Count::subject)
			.containsOnly("kota", CITED, "disdukcapil");
		assertThat(page("/admin/mutu/peta?tingkat=opd&rentang=tahun&pada=2025-05-06").select("main").text())
			.contains("Warga 75,0 (40 jawaban)", "Warga 50,0 (30 jawaban)");
	}

	@Test
	void theSamePeriodGivesTheSameBytes() throws Exception {
		byte[] first = pack();
		// The format of the files knows seconds.
		org.awaitility.Awaitility.await().pollDelay(java.time.Duration.ofMillis(2100)).until(() -> true);
		Map<String, byte[]> one = FixedZip.read(first);
		Map<String, byte[]> other = FixedZip.read(pack());
		one.forEach((name, content) -> assertThat(other.get(name)).as(name).isEqualTo(content));
		assertThat(pack()).isEqualTo(first);
	}

	@Test
	void thePackNamesItsFilesAndTheirHashes() throws Exception {
		Map<String, byte[]> files = FixedZip.read(pack());
		assertThat(files.keySet()).containsExactly("laporan.pdf", "laporan.xlsx", "angka.csv", "hitungan.csv",
				"skala.csv", "hitung-ulang.html", "manifest.json", "SHA256SUMS");
		assertThat(new String(files.get("laporan.pdf"), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
		JsonNode manifest = new JsonMapper().readTree(files.get("manifest.json"));
		assertThat(manifest.path("period").asString()).isEqualTo(this.period.code());
		assertThat(manifest.path("files")).hasSize(6)
			.allSatisfy((file) -> assertThat(file.path("sha256").asString())
				.isEqualTo(EvidencePacks.sha256(files.get(file.path("name").asString()))));
		Map<String, String> sums = new HashMap<>();
		new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines()
			.forEach((line) -> sums.put(line.substring(66), line.substring(0, 64)));
		assertThat(sums).hasSize(7)
			.allSatisfy((name, sum) -> assertThat(sum).isEqualTo(EvidencePacks.sha256(files.get(name))));
		Map<String, byte[]> sheet = FixedZip.read(files.get("laporan.xlsx"));
		assertThat(new String(sheet.get("docProps/core.xml"), StandardCharsets.UTF_8))
			.contains(PageClock.start(evidence().days().to().plusDays(1)).toString());
		assertThat(CountFiles.addUpAgain(files.get("angka.csv"), files.get("hitungan.csv"), files.get("skala.csv")))
			.allMatch(Line::agrees);
	}

	/** What is read on paper is what is in the tables. */
	@Test
	void thePaperSaysTheSame() throws Exception {
		EvidencePeriod quarter = EvidencePeriod.of(SkmPeriod.quarter(this.period.days().from()));
		Evidence evidence = this.packs.evidence(quarter).orElseThrow();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.packs.write(evidence, bytes);
		String paper;
		try (PDDocument document = Loader.loadPDF(FixedZip.read(bytes.toByteArray()).get("laporan.pdf"))) {
			paper = new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
		}
		assertThat(paper).contains("Menambah loket", "Bidang Pelayanan", "Unsur dari yang terlemah",
				"Tindak lanjut yang selesai: 0,00 %. Kelas PEKPPP: di bawah 30 %.");
		assertThat(paper).contains(evidence.name("U3"), evidence.name(CITED) + " (alamat belum diverifikasi)");
		for (String figure : List.of("nyala", "gangguan", "laporan", "skm")) {
			assertThat(paper).as(figure).contains(evidence.value(figure, "kota").replace('.', ','));
		}
		assertThat(paper).contains(evidence.value("nyala", "disdukcapil").replace('.', ','))
			.containsPattern("Pada waktu ini \\d+ dari \\d+ layanan terpantau, \\d+ di antaranya");
	}

	/** Whoever has nothing but the pack can see how each number comes about. */
	@Test
	void thePackAddsUpAgainByItself() throws Exception {
		Document again = Jsoup
			.parse(new String(FixedZip.read(pack()).get("hitung-ulang.html"), StandardCharsets.UTF_8));
		List<Line> lines = this.packs.addUpAgain(evidence());
		assertThat(again.select("tbody tr")).hasSameSizeAs(lines)
			.allSatisfy((row) -> assertThat(row.select("td").get(2).text()).isEqualTo(row.select("td").get(3).text()));
		assertThat(again.select("strong").text())
			.isEqualTo("Semua " + lines.size() + " angka cocok dengan hitungannya.");
		assertThat(again.text())
			.contains("Skor terukur: Ketersediaan sistem", "95 = 0; 99 = 50; 99.5 = 75; 99.9 = 100", "Nilai SKM",
					"Dinas Kependudukan", "Rata-rata tiap unsur")
			.doesNotContain("??");
	}

	/** Opinions and sums follow from how often each value was given. */
	@Test
	void opinionsFollowFromTheirAnswers() {
		assertThat(this.packs.addUpAgain(evidence())).filteredOn((line) -> line.figure().equals("kepuasan"))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.agrees()).as(line.toString()).isTrue();
				assertThat(line.counts()).hasSize(5);
			});
		assertThat(this.packs.addUpAgain(evidence())).filteredOn((line) -> line.figure().equals("esqual"))
			.hasSize(4)
			.allMatch(Line::agrees);
	}

	/** As with paper and pencil, of the whole city, an agency and a service. */
	@Test
	void satisfactionFollowsByHandFromHowOftenEachValueWasGiven() throws Exception {
		Map<String, byte[]> files = FixedZip.read(pack());
		Map<String, Long> given = new HashMap<>();
		for (String[] row : rows(files.get("hitungan.csv"))) {
			given.put(row[0] + " " + row[1] + " " + row[2], Long.valueOf(row[4]));
		}
		List<String> seen = new ArrayList<>();
		for (String[] number : rows(files.get("angka.csv"))) {
			if (!number[2].equals("SKM")) {
				continue;
			}
			seen.add(number[0] + " " + number[1]);
			BigDecimal means = BigDecimal.ZERO;
			for (int item = 1; item <= 9; item++) {
				long points = 0;
				long people = 0;
				for (int value = 1; value <= 4; value++) {
					long many = given.get(number[0] + " " + number[1] + " U" + item + "-nilai-" + value);
					assertThat(many).as("as they were answered").isEqualTo(answered(item, value));
					points += value * many;
					people += many;
				}
				assertThat(people).isEqualTo(17);
				means = means
					.add(BigDecimal.valueOf(points).divide(BigDecimal.valueOf(people), 30, RoundingMode.HALF_UP));
			}
			assertThat(means.multiply(BigDecimal.valueOf(25)).divide(BigDecimal.valueOf(9), 2, RoundingMode.HALF_UP))
				.hasToString(number[3]);
		}
		assertThat(seen).contains("skm kota", "skm disdukcapil", "skm-layanan disdukcapil");
	}

	/** With nothing but the files of the pack, and in another way than the portal. */
	@Test
	void scoresFollowByHandFromCountsAndScales() throws Exception {
		Map<String, byte[]> files = FixedZip.read(pack());
		ScoresByHand byHand = new ScoresByHand(rows(files.get("hitungan.csv")), rows(files.get("skala.csv")));
		Map<String, Integer> seen = new HashMap<>();
		for (String[] number : rows(files.get("angka.csv"))) {
			Double again = byHand.again(number[0], number[1]);
			if (again != null) {
				seen.merge(number[2], 1, Integer::sum);
				int decimals = number[3].contains(".") ? number[3].length() - number[3].indexOf('.') - 1 : 0;
				assertThat(Double.parseDouble(number[3])).as(String.join(" ", number))
					.isCloseTo(again, within(0.5000001 / Math.pow(10, decimals)));
			}
		}
		assertThat(seen).containsKeys("SHARE_BELOW_ALL", "RATE", "HALF", "THREE_OF_FOUR", "THREE_OF_FOUR_THOUSANDTHS",
				"SCALE", "MEASURED", "COVERAGE", "PERCEIVED", "GAP");
		assertThat(seen.get("MEASURED")).as("the city and an agency").isGreaterThan(4);
	}

	/** Whoever filed one of seven could tell how the others went. */
	@Test
	void fewerThanTenReportsAreInNoNumber() {
		Evidence evidence = evidence();
		Map<Subject, Card> agencies = this.scorecard.all(Level.AGENCY, evidence.days());
		Card agency = agencies.get(Subject.of(Level.AGENCY, "disdukcapil"));
		for (String few : List.of("complaint-solved", "complaint-reopened", "promised-time")) {
			assertThat(evidence.counts()).as(few).extracting(Count::figure).doesNotContain("indikator-" + few);
			assertThat(evidence.published()).as(few)
				.extracting(Published::figure)
				.doesNotContain("indikator-" + few, "skor-" + few);
			assertThat(agency.indicators()).as(few)
				.filteredOn((one) -> one.indicator().equals(few))
				.singleElement()
				.matches(Scorecard.Measured::isHidden)
				.matches((one) -> one.score() == null && one.sum().denominator() > 0);
		}
		for (String subject : List.of("kota", "disdukcapil")) {
			assertThat(evidence.counts()).filteredOn((count) -> count.figure().equals("indikator-complaint-resolved"))
				.filteredOn((count) -> count.subject().equals(subject))
				.as("not by day, of which one has few")
				.containsExactly(new Count("indikator-complaint-resolved", subject, subject, 12, 14));
		}
		assertThat(evidence.value("terukur-fulfillment", "disdukcapil")).as("what /mutu and /admin/mutu say")
			.isEqualTo(BigDecimal.valueOf(agency.dimensions().get(QualityDimension.FULFILLMENT).measured())
				.setScale(1, RoundingMode.HALF_EVEN)
				.toPlainString());
	}

	/** How many of the seventeen gave it. */
	private static long answered(int item, int value) {
		return IntStream.rangeClosed(1, 17).filter((person) -> 2 + (person * item) % 3 == value).count();
	}

	private static List<String[]> rows(byte[] table) {
		return new String(table, StandardCharsets.UTF_8).lines().skip(1).map((line) -> line.split(",")).toList();
	}

	/** The live period lost its numbers; what was handed out stays in sight. */
	@Test
	void archiveIsShownWithoutNumbers() {
		assertThat(page("/admin/mutu/bukti/2024-q1").select("#arsip")).hasSize(1);
		assertThat(page("/admin/mutu/bukti/2024-q1").select("#arsip ~ form")).isEmpty();
	}

	@Test
	void aCountInThePackThatWasTamperedWithIsFound() throws Exception {
		Map<String, byte[]> files = FixedZip.read(pack());
		String counts = new String(files.get("hitungan.csv"), StandardCharsets.UTF_8);
		String row = counts.lines().filter((line) -> line.startsWith("skm,kota,U5-nilai-3,")).findFirst().orElseThrow();
		String[] fields = row.split(",");
		fields[3] = Long.toString(Long.parseLong(fields[3]) + 1);
		byte[] tampered = counts.replace(row, String.join(",", fields)).getBytes(StandardCharsets.UTF_8);
		assertThat(CountFiles.addUpAgain(files.get("angka.csv"), tampered, files.get("skala.csv")))
			.filteredOn((line) -> !line.agrees())
			.extracting(Line::figure)
			.containsExactly("skm");
		assertThat(EvidencePacks.sha256(tampered)).isNotEqualTo(EvidencePacks.sha256(files.get("hitungan.csv")));
	}

	@Test
	void addsUpInFrontOfTheReader() {
		Document page = page("/admin/mutu/bukti/" + this.period.code());
		assertThat(page.select("main").text()).contains("angka cocok dengan hitungannya");
		assertThat(page.select("#angka ~ table tbody tr")).isNotEmpty();
		Document skm = page("/admin/mutu/bukti/" + this.period.code() + "?angka=skm");
		assertThat(skm.select("#angka ~ table td").text()).contains("U1").contains("Cocok");
		assertThat(page("/admin/mutu/bukti/" + this.period.code() + "?angka=nyala&lang=en").select("#angka").text())
			.isEqualTo("Time a service could be opened (%)");
		assertThat(page("/admin/mutu/bukti").select("a[href='/admin/mutu/bukti/" + this.period.code() + "']"))
			.hasSize(1);
		MvcTestResult zip = get("/admin/mutu/bukti/" + this.period.code() + ".zip");
		assertThat(zip).hasStatusOk();
		assertThat(zip.getResponse().getHeader("Content-Disposition")).contains("bukti-mutu-");
		assertThat(zip.getResponse().getContentAsByteArray()).isEqualTo(pack());
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-13", "2026-q5", "2026-s0", "bulan", "2099", "2026-11.exe" })
	void knowsNoOtherPeriods(String code) {
		assertThat(get("/admin/mutu/bukti/" + code)).hasStatus(404);
		assertThat(get("/admin/mutu/bukti/" + code + ".zip")).hasStatus(404);
	}

	@Test
	void aPeriodWithoutNumbersSaysSo() {
		assertThat(page("/admin/mutu/bukti/2024-q1").select("main").text()).contains("Belum ada angka");
	}

	@Test
	void keepsWhatWasHandedOutAndSupersedesIt() {
		EvidencePeriod past = EvidencePeriod.of(java.time.YearMonth.of(2025, 3));
		Actor keeper = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);
		assertThat(keep(keeper, past)).contains(1);
		assertThat(keep(keeper, past)).as("the same again").contains(1);
		Receipt receipt = this.complaints.file();
		this.jdbc.sql("update complaint.complaint set received_at = timestamptz '2025-03-10 09:00+07' where id = ?")
			.param(receipt.complaint().value())
			.update();
		assertThat(keep(keeper, past)).as("corrected").contains(2);
		assertThat(this.archive.of(past)).extracting(Kept::version).containsExactly(2, 1);
		assertThat(this.archive.of(past))
			.allSatisfy((kept) -> assertThat(this.archive.check(past, kept)).isEqualTo(Standing.WHOLE));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update quality.evidence_pack set content = '' where period = '2025-03'").update());
		assertThat(page("/admin/mutu/bukti/2025-03").select("#arsip ~ table tbody tr")).hasSize(2)
			.allSatisfy((row) -> assertThat(row.text()).contains("Utuh"));
		assertThat(page("/admin/mutu/bukti/2025-03").select("#arsip ~ form")).hasSize(1);
		MvcTestResult first = get("/admin/mutu/bukti/2025-03/arsip/1.zip");
		assertThat(EvidencePacks.sha256(first.getResponse().getContentAsByteArray()))
			.isEqualTo(this.archive.of(past).getLast().sha256());
		assertThat(get("/admin/mutu/bukti/2025-03/arsip/3.zip")).hasStatus(404);
	}

	@Test
	void keepsNothingOfAPeriodThatGoesOn() {
		EvidencePeriod running = EvidencePeriod.of(id.tangerangkota.layanan.survey.SkmPeriod.year(today()));
		Actor keeper = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);
		assertThat(keep(keeper, running)).isEmpty();
		assertThat(page("/admin/mutu/bukti/" + running.code()).select("#arsip ~ form")).isEmpty();
	}

	@Test
	void aKeptPackWhoseBytesChangedIsFound() {
		byte[] pack = pack();
		String hash = EvidencePacks.sha256(pack);
		assertThat(EvidenceArchive.check(pack, hash)).isEqualTo(Standing.WHOLE);
		pack[pack.length / 2] ^= 1;
		assertThat(EvidenceArchive.check(pack, hash)).isEqualTo(Standing.CHANGED);
		assertThat(EvidenceArchive.check(new byte[] { 1, 2, 3 }, EvidencePacks.sha256(new byte[] { 1, 2, 3 })))
			.isEqualTo(Standing.CHANGED);
	}

	private Optional<Integer> keep(Actor keeper, EvidencePeriod wanted) {
		Acting acting = Acting.as(keeper);
		try {
			return this.archive.keep(wanted);
		}
		finally {
			acting.close();
		}
	}

	private static LocalDate today() {
		return PageClock.day(Instant.now());
	}

	private MvcTestResult get(String path) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);
		return this.mvc.get()
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, null, Role.ADMINISTRATOR.authority())))
			.exchange();
	}

	private Document page(String path) {
		MvcTestResult result = get(path);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
