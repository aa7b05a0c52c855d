package id.tangerangkota.layanan.availability.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.report.MonthlyReports;
import id.tangerangkota.layanan.availability.report.ReportTable;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.PrintedDocument;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A service of one agency was down for six minutes, an unverified one for longer, and
 * another is no longer looked at.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, ScriptedChecks.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthlyReportIntegrationTests {

	private static final String PATH = "/admin/ketersediaan/laporan";

	private static final String SERVICE = "disdukcapil";

	private static final String UNVERIFIED = "spmb";

	private static final String LEFT = "dinkes";

	private static final Locale INDONESIAN = Locale.of("id");

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	@TempDir
	private Path directory;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk desk;

	@Autowired
	private MonthlyReports reports;

	@Autowired
	private ReportTable table;

	@Autowired
	private PrintedDocument document;

	@Autowired
	private SpringTemplateEngine templates;

	@Autowired
	private Words words;

	private YearMonth month = YearMonth.of(2026, 1);

	private String name = "";

	@BeforeAll
	void breakOne() {
		Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
		// All of it within one month of the city.
		if (!month(start).equals(month(start.plus(Duration.ofMinutes(30))))) {
			start = start.minus(Duration.ofMinutes(30));
		}
		ServiceDetail service = this.catalog.service(SERVICE).orElseThrow();
		int check = this.checks.start(service.id(), start);
		for (int minute = 1; minute < 20; minute++) {
			Instant at = start.plus(Duration.ofMinutes(minute));
			boolean down = minute >= 10 && minute < 16;
			this.checks.tell(down ? ScriptedChecks.down(check, at) : ScriptedChecks.up(check, at));
		}
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.desk.verify(SERVICE, Platform.WEB, "Diskominfo");
		}
		breakUnverified(start);
		int left = this.checks.start(this.catalog.service(LEFT).orElseThrow().id(), start);
		this.checks.tell(ScriptedChecks.up(left, start.plus(Duration.ofMinutes(1))));
		this.checks.stop(left, start.plus(Duration.ofMinutes(5)));
		this.month = month(start);
		this.name = service.name();
	}

	private void breakUnverified(Instant start) {
		int check = this.checks.start(this.catalog.service(UNVERIFIED).orElseThrow().id(), start);
		for (int minute = 1; minute < 20; minute++) {
			Instant at = start.plus(Duration.ofMinutes(minute));
			this.checks.tell((minute < 5) ? ScriptedChecks.up(check, at) : ScriptedChecks.down(check, at));
		}
	}

	private static YearMonth month(Instant instant) {
		return YearMonth.from(instant.atZone(AvailabilityReport.ZONE));
	}

	private String query() {
		return "?bulan=" + this.month + "&opd=" + SERVICE;
	}

	@Test
	void showsOnePageOfAnAgency() throws Exception {
		Document page = Jsoup.parse(new String(get(PATH + query()).getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(page.select("main tbody tr")).singleElement().satisfies((row) -> {
			assertThat(row.select("th a").text()).isEqualTo(this.name);
			assertThat(row.text()).contains("6 menit");
			assertThat(row.select("td")).hasSize(6);
		});
		assertThat(page.select("main thead").text()).contains("Di antaranya lambat");
		assertThat(page.select("main").text()).containsPattern("dapat dibuka: \\d+,?\\d* %, tidak dihitung: \\d+")
			.containsPattern("memantau \\d+ dari 206 situs dan aplikasi");
		assertThat(page.select("option[selected]").eachAttr("value")).containsExactly(this.month.toString(), SERVICE);
		assertThat(page.select("main a").eachAttr("href")).contains(PATH + ".xlsx" + query(), PATH + ".pdf" + query());
	}

	@Test
	void bringsATableWithTheNumbers() throws Exception {
		MockHttpServletResponse response = get(PATH + ".xlsx" + query());
		assertThat(response.getContentType()).contains("spreadsheetml");
		assertThat(response.getHeader("Content-Disposition"))
			.contains("ketersediaan-" + this.month + "-" + SERVICE + ".xlsx");
		List<Map<String, String>> rows = rows(response.getContentAsByteArray());
		assertThat(rows).hasSize(4);
		assertThat(rows.get(3).get("A")).containsPattern("\\d+ dari 206 situs dan aplikasi");
		assertThat(rows.getFirst()).containsEntry("A", "Layanan").containsEntry("G", "Tidak dapat dibuka (menit)");
		Map<String, String> row = rows.get(1);
		assertThat(row).containsEntry("A", this.name).containsEntry("C", "Ya");
		double up = number(row, "E");
		assertThat(up).isGreaterThanOrEqualTo(90);
		assertThat(number(row, "G")).isEqualTo(6);
		assertThat(number(row, "K")).isEqualTo(1);
		assertThat(number(row, "L")).isEqualTo(6);
		assertThat(number(row, "D")).isCloseTo(100 * up / (up + 6), within(0.001));
		assertThat(number(rows.get(2), "G")).isEqualTo(6);
		assertThat(rows(get(PATH + ".xlsx" + query() + "&lang=en").getContentAsByteArray()).get(1)).containsEntry("C",
				"Yes");
	}

	private static double number(Map<String, String> row, String column) {
		return Double.parseDouble(row.getOrDefault(column, ""));
	}

	/** The cells of the only sheet by column, as a spreadsheet reads them. */
	private static List<Map<String, String>> rows(byte[] book) throws IOException {
		Map<String, Document> parts = new HashMap<>();
		Path file = Files.createTempFile("laporan", ".xlsx");
		try {
			Files.write(file, book);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
					parts.put(entry.getName(), Jsoup.parse(part, "", Parser.xmlParser()));
				}
			}
		}
		finally {
			Files.delete(file);
		}
		List<String> texts = parts.get("xl/sharedStrings.xml").select("si").eachText();
		List<Map<String, String>> rows = new ArrayList<>();
		for (Element row : parts.get("xl/worksheets/sheet1.xml").select("sheetData > row")) {
			Map<String, String> cells = new HashMap<>();
			for (Element cell : row.select("c")) {
				String value = cell.select("v").text();
				cells.put(cell.attr("r").replaceAll("\\d", ""),
						cell.attr("t").equals("s") ? texts.get(Integer.parseInt(value)) : value);
			}
			rows.add(cells);
		}
		return rows;
	}

	@Test
	void printsADocumentThatCanBeRead() throws Exception {
		MockHttpServletResponse response = get(PATH + ".pdf" + query());
		assertThat(response.getContentType()).isEqualTo("application/pdf");
		byte[] bytes = response.getContentAsByteArray();
		assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
		try (PDDocument document = Loader.loadPDF(bytes)) {
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(this.name, "6 menit",
					"Laporan ketersediaan bulanan", "Di antaranya lambat", " dari 206 situs dan aplikasi",
					", tidak dihitung: ");
		}
	}

	@Test
	void leavesUnverifiedServicesOutOfTheTotal() throws Exception {
		List<Map<String, String>> rows = rows(get(PATH + ".xlsx?bulan=" + this.month).getContentAsByteArray());
		Map<String, String> unverified = named(rows, UNVERIFIED);
		assertThat(unverified).containsEntry("C", "Belum");
		assertThat(number(unverified, "G")).isGreaterThan(60);
		assertThat(number(rows.get(rows.size() - 2), "G")).isEqualTo(6);
	}

	/** What was looked at for five minutes is a part of the month. */
	@Test
	void keepsServicesThatAreNoLongerLookedAt() throws Exception {
		Map<String, String> left = named(rows(get(PATH + ".xlsx?bulan=" + this.month).getContentAsByteArray()), LEFT);
		assertThat(number(left, "E")).isEqualTo(4);
		assertThat(number(left, "J")).isGreaterThan(20);
	}

	private Map<String, String> named(List<Map<String, String>> rows, String slug) {
		String name = this.catalog.service(slug).orElseThrow().name();
		return rows.stream().filter((row) -> name.equals(row.get("A"))).findFirst().orElseThrow();
	}

	@Test
	void filesOfADemoSaySo() throws Exception {
		MonthlyReportController demo = new MonthlyReportController(this.reports, this.table, this.document,
				this.catalog, this.templates, this.words, new Demo(true));
		MonthlyReportForm form = new MonthlyReportForm(this.month.toString(), SERVICE);
		List<Map<String, String>> rows = rows(Objects.requireNonNull(demo.table(form, INDONESIAN).getBody()));
		assertThat(rows).hasSize(5);
		assertThat(rows.getFirst()).containsEntry("A", "Demo: kota simulasi, semua data rekaan.");
		assertThat(rows.get(1)).containsEntry("A", "Layanan");
		byte[] bytes = Objects.requireNonNull(demo.document(form, INDONESIAN).getBody());
		try (PDDocument document = Loader.loadPDF(bytes)) {
			assertThat(new PDFTextStripper().getText(document)).contains("Demo: kota simulasi, semua data rekaan.");
		}
		assertThat(rows(get(PATH + ".xlsx" + query()).getContentAsByteArray()).getFirst()).containsEntry("A",
				"Layanan");
	}

	@Test
	void reportsNeitherUnknownAgenciesNorMonthsToCome() {
		assertThat(get(PATH + "?opd=tidak-ada").getStatus()).isEqualTo(404);
		assertThat(get(PATH + ".xlsx?bulan=" + this.month.plusMonths(2)).getStatus()).isEqualTo(404);
		assertThat(get(PATH + "?bulan=").getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kemarin", "2026-13", "-999999999-01", "1999-12", "12026-01" })
	void takesNoOtherMonthForOneThatMakesNoSense(String month) throws Exception {
		for (String ending : List.of("", ".xlsx", ".pdf")) {
			assertThat(get(PATH + ending + "?bulan=" + month).getStatus()).as(ending).isEqualTo(400);
		}
	}

	private MockHttpServletResponse get(String path) {
		return this.mvc.get()
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(COORDINATOR, "", "ROLE_STAFF", "ROLE_COORDINATOR")))
			.exchange()
			.getResponse();
	}

}
