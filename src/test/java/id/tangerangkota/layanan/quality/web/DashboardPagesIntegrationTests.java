package id.tangerangkota.layanan.quality.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.quality.demo.MadeUpYear;
import id.tangerangkota.layanan.survey.result.SumKeeper;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.testing.Statements;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard with a year of counts and answers, with nothing, and with nonsense. */
@PortalTest
class DashboardPagesIntegrationTests {

	private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

	private static final String QUARTER = "rentang=triwulan&pada=2026-05-01";

	private static boolean made;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private PageChanges pages;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void makeOnce() {
		if (!made) {
			MadeUpYear.make(this.beans, LAST);
			answer();
			made = true;
		}
	}

	/**
	 * Forty people about one service in May, ten in two days: all are let down by
	 * availability.
	 */
	private void answer() {
		this.answers.add("ESQUAL", "disdukcapil", 40, Instant.parse("2026-05-04T17:00:00Z"), Duration.ofMinutes(288),
				(person, item) -> 1 + (person * item) % 3);
	}

	private static RequestPostProcessor staff(Role role, @Nullable String agency) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(role), (agency != null) ? new AgencyId(agency) : null);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(actor, null, role.authority()));
	}

	private MvcTestResult get(String path) {
		return get(path, staff(Role.ADMINISTRATOR, null));
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	private static Document page(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return parsed(result);
	}

	private static Document parsed(MvcTestResult result) {
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&lang=en" })
	void showsTheCityAtAGlance(String language) {
		Document page = page(get("/admin/mutu?" + QUARTER + language));
		assertThat(page.select("#pendapat ~ table tbody tr")).hasSize(4);
		assertThat(page.select(".insights li")).isNotEmpty();
		assertThat(page.select(".trends figure")).hasSize(4);
		assertThat(page.select("main").text()).doesNotContain("??");
		assertThat(page.select("#availability")).hasSize(1);
		assertThat(page.select("a[href^=/admin/mutu/rincian/outages]")).isNotEmpty();
	}

	@Test
	void chartAndTableSayTheSame() {
		Document page = page(get("/admin/mutu?layanan=disdukcapil&" + QUARTER));
		List<String> bars = page.select(".quality-bars text:not(.quality-label)").eachText();
		Element table = page.selectFirst("#pendapat ~ table");
		assertThat(table).isNotNull();
		for (int row = 0; row < 4; row++) {
			Element cells = table.select("tbody tr").get(row);
			assertThat(shown(bars.get(2 * row))).isEqualTo(cells.select("td").get(2).select("p").getFirst().text());
			assertThat(shown(bars.get(2 * row + 1))).isEqualTo(cells.select("td").get(0).select("p").getFirst().text());
		}
	}

	private static String shown(String bar) {
		return bar.equals("belum ada") ? "–" : bar;
	}

	@Test
	void setsOpinionBesideMeasurementWithSignAndCertainty() {
		Document page = page(get("/admin/mutu?layanan=disdukcapil&" + QUARTER));
		String availability = page.select("#pendapat ~ table tbody tr:has(a[href=#availability])").text();
		assertThat(availability).contains("40, perlu", "−", "Selisih nyata");
		assertThat(page.select(".insights").text()).contains("dari 5");
	}

	@Test
	void asksASmallNumberOfQueriesWhateverIsShown() {
		assertThat(queries("/admin/mutu?" + QUARTER)).hasSizeLessThan(40)
			.hasSameSizeAs(queries("/admin/mutu?rentang=tahun&pada=2026-05-01"));
		assertThat(queries("/admin/mutu/peta?opd=disdukcapil&" + QUARTER))
			.hasSameSizeAs(queries("/admin/mutu/peta?" + QUARTER));
		assertThat(queries("/admin/mutu/rincian/outages?rentang=bulan&pada=2026-05-01"))
			.hasSameSizeAs(queries("/admin/mutu/rincian/outages?rentang=tahun&pada=2026-05-01"));
	}

	/** Of three services of two agencies on ten days, and of all on four months. */
	@Test
	void asksAsOftenOfManyAsOfFew() {
		List<String> paths = List.of("/admin/mutu?" + QUARTER, "/admin/mutu?opd=disdukcapil&" + QUARTER,
				"/admin/mutu?layanan=disdukcapil&" + QUARTER, "/admin/mutu/unduh.csv?" + QUARTER,
				"/admin/mutu/peta?" + QUARTER, "/admin/mutu/peta?tingkat=opd&" + QUARTER,
				"/admin/mutu/peta.csv?" + QUARTER, "/admin/mutu/rincian/complaint-verified?" + QUARTER,
				"/admin/mutu/laporan/disdukcapil/2026-q2.pdf", "/mutu", "/mutu/unduh.csv",
				"/layanan/disdukcapil/paspor");
		Map<String, Integer> many = statements(paths);
		try {
			keepFew();
			assertThat(statements(paths)).isEqualTo(many);
		}
		finally {
			made = false;
		}
		assertThat(many.values()).allMatch((number) -> number > 0 && number < 60);
	}

	private void keepFew() {
		for (String table : List.of("fact", "month")) {
			this.jdbc
				.sql("""
						delete from quality.%s where (level = 'SERVICE' and subject not in (
								select cast(id as text) from catalog.service where slug in ('disdukcapil', 'dishub', 'dispora')))
							or (level = 'AGENCY' and subject not in ('disdukcapil', 'dishub'))"""
					.formatted(table))
				.update();
		}
		this.jdbc.sql("delete from quality.fact where day < ?").param(LAST.minusDays(10)).update();
		this.jdbc.sql("delete from quality.month where month < date_trunc('month', cast(? as date))")
			.param(LAST)
			.update();
		this.jdbc.sql("delete from quality.day where day < ?").param(LAST.minusDays(10)).update();
	}

	/** By the address of what is asked for; what is kept is asked for until it is not. */
	private Map<String, Integer> statements(List<String> paths) {
		Map<String, Integer> statements = new TreeMap<>();
		for (String path : paths) {
			assertThat(get(path)).as(path).hasStatusOk();
			int number = 0;
			for (int i = 0; i < 20 && number == 0; i++) {
				this.pages.changed("quality");
				number = Statements.of(() -> get(path)).size();
			}
			statements.put(path, number);
		}
		return statements;
	}

	private List<String> queries(String path) {
		page(get(path));
		return Statements.of(() -> page(get(path)));
	}

	@Test
	void drillsToDaysAndTheirCountsAndShowsGapsAsGaps() {
		String gap = this.jdbc.sql("select indicator from quality.day where missing is not null limit 1")
			.query(String.class)
			.single();
		Document page = page(get("/admin/mutu/rincian/" + gap + "?" + QUARTER));
		assertThat(page.select(".numbers tbody tr")).hasSize(91);
		assertThat(page.select(".numbers td[colspan]").eachText()).contains("Sumber data hilang");
		assertThat(page.selectFirst(".chart-gaps[d^=M]")).isNotNull();
		String csv = text(get("/admin/mutu/rincian/" + gap + "/unduh.csv?" + QUARTER));
		assertThat(csv.lines().filter((line) -> line.contains("Sumber data hilang"))).hasSize(3)
			.allSatisfy((line) -> assertThat(line).contains(",,,,"));
	}

	@Test
	void tellsWhatWasNotMeasuredFromWhatDidNotHappen() {
		String subject = "?layanan=disdukcapil&rentang=bebas&dari=2026-04-06&sampai=2026-04-06";
		this.jdbc.sql("""
				delete from quality.fact where day = '2026-04-06' and level = 'SERVICE'
					and indicator in ('uptime', 'complaint-solved')""").update();
		assertThat(page(get("/admin/mutu/rincian/uptime" + subject)).select(".numbers td[colspan]").eachText())
			.containsExactly("Tidak terukur");
		assertThat(
				page(get("/admin/mutu/rincian/complaint-solved" + subject)).select(".numbers td[colspan]").eachText())
			.containsExactly("Tidak ada yang terjadi");
		assertThat(text(get("/admin/mutu/rincian/uptime/unduh.csv" + subject))).contains("Tidak terukur");
	}

	/** A Sunday, on which no office is open and no site had its turn. */
	@Test
	void tellsDaysThatAreNotToBeCounted() {
		String sunday = "rentang=bebas&dari=2026-04-05&sampai=2026-04-05";
		this.jdbc.sql("""
				delete from quality.fact where day = '2026-04-05' and level = 'CITY'
					and indicator in ('peak-downtime', 'site-headers')""").update();
		for (String indicator : List.of("peak-downtime", "site-headers")) {
			assertThat(page(get("/admin/mutu/rincian/" + indicator + "?" + sunday)).select(".numbers td[colspan]")
				.eachText()).as(indicator).containsExactly("Bukan hari yang dihitung");
			assertThat(text(get("/admin/mutu/rincian/" + indicator + "/unduh.csv?" + sunday)))
				.contains("Bukan hari yang dihitung");
		}
	}

	@Test
	void saysHowManyAreMonitoredAndMarksWhatNobodyVerified() {
		assertThat(page(get("/admin/mutu?" + QUARTER)).select(".page-head").text())
			.containsPattern("Portal memantau \\d+ dari \\d+ alamat layanan, \\d+ di antaranya terverifikasi");
		String slug = this.jdbc
			.sql("""
					select s.slug from catalog.service s join catalog.listing l on l.service_id = s.id
					where s.lifecycle = 'ACTIVE' group by s.slug having bool_and(l.verification = 'CITED') order by 1 limit 1""")
			.query(String.class)
			.single();
		assertThat(page(get("/admin/mutu?layanan=" + slug + "&" + QUARTER)).select(".page-head").text())
			.contains("Alamat layanan ini belum diverifikasi");
		assertThat(page(get("/admin/mutu/rincian/uptime?layanan=" + slug + "&" + QUARTER)).select(".page-head").text())
			.contains("Alamat layanan ini belum diverifikasi");
		assertThat(page(get("/admin/mutu/peta?" + QUARTER)).select(".heat tbody th").eachText())
			.anyMatch((name) -> name.endsWith("alamat belum diverifikasi"));
	}

	/** Whoever works with cases sees more of them elsewhere; the sentence is of these. */
	@Test
	void numberOfReportsIsThatOfTheListItLeadsTo() {
		Complaints complaints = this.beans.createBean(Complaints.class);
		ServiceId service = this.catalog.service("disdukcapil").orElseThrow().id();
		this.jdbc.sql("""
				insert into quality.month (indicator, level, subject, month, days, numerator, denominator)
				values ('uptime', 'SERVICE', ?, '2026-05-01', 31, 99, 100) on conflict do nothing""")
			.param(service.value().toString())
			.update();
		ServiceId other = this.catalog.service("dishub").orElseThrow().id();
		List<ComplaintId> filed = List.of(
				report(complaints, "layanan-digital", service, "2026-04-01T00:00+07:00", true),
				report(complaints, "layanan-digital", service, "2026-06-30T23:59+07:00", true),
				report(complaints, "layanan-digital", service, "2026-05-10T10:00+07:00", false),
				report(complaints, "layanan-digital", service, "2026-07-01T00:00+07:00", true),
				report(complaints, "layanan-digital", other, "2026-05-10T10:00+07:00", true),
				report(complaints, "jalan-rusak", service, "2026-05-10T10:00+07:00", true));
		this.pages.changed(PublicComplaints.PAGES);
		try {
			for (Role role : List.of(Role.COORDINATOR, Role.ADMINISTRATOR)) {
				Element insight = page(get("/admin/mutu?layanan=disdukcapil&" + QUARTER, staff(role, null)))
					.selectFirst(".insights li:contains(situs atau aplikasi)");
				assertThat(insight).as(role.name()).isNotNull();
				assertThat(insight.text()).contains(": 2 laporan");
				String list = insight.select("a").attr("href");
				assertThat(page(get(list, staff(role, null))).select(".result-count").text()).isEqualTo("2 laporan");
			}
		}
		finally {
			this.jdbc.sql("update complaint.complaint set service_id = null, published_at = null where id in (:filed)")
				.param("filed", filed.stream().map(ComplaintId::value).toList())
				.update();
			this.pages.changed(PublicComplaints.PAGES);
		}
	}

	private ComplaintId report(Complaints complaints, String category, ServiceId service, String received,
			boolean open) {
		ComplaintId report = complaints.file(category).complaint();
		this.jdbc.sql("""
				update complaint.complaint set service_id = ?, received_at = cast(? as timestamptz),
					published_at = case when ? then now() end where id = ?""")
			.params(service.value(), received, open, report.value())
			.update();
		return report;
	}

	@Test
	void namesTheSuccessorOfAServiceThatIsOverWhileItHasFigures() {
		String slug = this.jdbc.sql("""
				select slug from catalog.service where lifecycle = 'ACTIVE' and slug <> 'disdukcapil'
				order by slug limit 1""").query(String.class).single();
		this.jdbc.sql("update catalog.service set lifecycle = 'REPLACED', replaced_by = 'disdukcapil' where slug = ?")
			.param(slug)
			.update();
		try {
			String link = "a[href^='/admin/mutu?layanan=" + slug + "&']";
			assertThat(rows(QUARTER)).anyMatch(
					(row) -> !row.select(link).isEmpty() && row.text().contains("Digantikan oleh Dinas Kependudukan"));
			assertThat(rows("rentang=bulan&pada=2020-05-01")).isNotEmpty()
				.allMatch((row) -> row.select(link).isEmpty());
		}
		finally {
			this.jdbc.sql("update catalog.service set lifecycle = 'ACTIVE', replaced_by = null where slug = ?")
				.param(slug)
				.update();
		}
	}

	/** Of all pages of the heat map. */
	private List<Element> rows(String query) {
		List<Element> rows = new ArrayList<>();
		for (int page = 1; page <= 6; page++) {
			rows.addAll(page(get("/admin/mutu/peta?halaman=" + page + "&" + query)).select(".heat tbody th"));
		}
		return rows;
	}

	@Test
	void comparesServicesInWordsAndNumbers() {
		Document page = page(get("/admin/mutu/peta?urut=ukuran&" + QUARTER));
		assertThat(page.select(".heat tbody tr")).hasSize(40);
		assertThat(page.select(".heat tbody td"))
			.allSatisfy((cell) -> assertThat(cell.text()).matches("(Baik|Sedang|Lemah) [\\d,]+ .*|Belum terukur .*"));
		assertThat(page.select(".heat tbody td.heat-weak")).isNotEmpty();
		Document agencies = page(get("/admin/mutu/peta?tingkat=opd&urut=selisih&dimensi=availability&" + QUARTER));
		assertThat(agencies.select(".heat tbody th a").first().attr("href")).startsWith("/admin/mutu?opd=disdukcapil");
	}

	/** What has no figure comes last: nobody knows whether it is weak. */
	@Test
	void putsTheWeakestAndThoseWhoDisappointFirst() {
		rise(figures("urut=ukuran&dimensi=privacy", (row) -> cell(row, 3, "(?:Baik|Sedang|Lemah) ([\\d,]+)")));
		List<Double> gaps = figures("tingkat=opd&urut=selisih&dimensi=availability",
				(row) -> cell(row, 2, "Selisih [^(]*\\(([−+]?[\\d,]+)\\)"));
		rise(gaps);
		assertThat(gaps.getFirst()).isNegative();
		assertThat(gaps.getLast()).as("agencies nobody spoke about").isNull();
	}

	private List<Double> figures(String order, Function<Element, Double> figure) {
		return page(get("/admin/mutu/peta?" + order + "&" + QUARTER)).select(".heat tbody tr")
			.stream()
			.map(figure)
			.toList();
	}

	private static @Nullable Double cell(Element row, int column, String pattern) {
		Matcher found = Pattern.compile(pattern).matcher(row.select("td").get(column).text());
		return found.find() ? Double.valueOf(found.group(1).replace('−', '-').replace(',', '.')) : null;
	}

	private static void rise(List<Double> figures) {
		List<Double> known = figures.stream().filter(Objects::nonNull).toList();
		assertThat(known).isNotEmpty().isSorted();
		assertThat(figures.subList(0, known.size())).as("what has none comes last").isEqualTo(known);
	}

	@Test
	void comparesWithTheTimeBefore() {
		Document page = page(get("/admin/mutu?" + QUARTER));
		assertThat(page.select("#pendapat ~ p").text())
			.containsPattern("Dibandingkan dengan 1 Jan\\w* 2026 sampai 31 Mar\\w* 2026");
		assertThat(page.select("#pendapat ~ table tbody tr")).allSatisfy(
				(row) -> assertThat(row.select("td").get(2).text()).containsPattern("[−+][\\d,]+ dari sebelumnya"));
	}

	@Test
	void handsOutWhatItShows() {
		MvcTestResult csv = get("/admin/mutu/unduh.csv?" + QUARTER);
		assertThat(csv).hasStatusOk();
		assertThat(text(csv)).startsWith("\ufeffLayanan atau perangkat daerah,Dari,Sampai,Dimensi");
		assertThat(text(csv).lines()).anyMatch((line) -> line.startsWith("Seluruh kota,2026-04-01,2026-06-30,"));
		for (String path : List.of("/admin/mutu/unduh.xlsx", "/admin/mutu/peta.xlsx",
				"/admin/mutu/rincian/outages/unduh.xlsx")) {
			assertThat(get(path + "?" + QUARTER).getResponse().getContentAsByteArray()).as(path)
				.startsWith("PK".getBytes(StandardCharsets.US_ASCII));
		}
		List<String> marked = page(get("/admin/mutu/peta?" + QUARTER))
			.select(".heat tbody th:has(p:containsOwn(alamat belum diverifikasi)) a")
			.eachText();
		assertThat(marked).as("marked on the page").isNotEmpty();
		List<String> lines = text(get("/admin/mutu/peta.csv?" + QUARTER)).lines().toList();
		assertThat(marked).allSatisfy((name) -> assertThat(lines)
			.filteredOn((line) -> line.startsWith(name + ",") || line.startsWith("\"" + name + "\","))
			.isNotEmpty()
			.allMatch((line) -> line.endsWith(",alamat belum diverifikasi")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?lang=en" })
	void printsTheReportOfAnAgencyAndAQuarter(String language) {
		MvcTestResult result = get("/admin/mutu/laporan/disdukcapil/2026-q2.pdf" + language);
		assertThat(result).hasStatusOk().hasContentType("application/pdf");
		assertThat(result.getResponse().getContentAsByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII))
			.hasSizeGreaterThan(4000);
		String text = paper(result);
		boolean english = !language.isEmpty();
		assertThat(text).contains("Dinas Kependudukan dan Pencatatan Sipil",
				english ? "Uptime" : "Waktu layanan dapat dibuka", english ? "The portal monitors" : "Portal memantau",
				english ? "40 (384 needed)" : "40, perlu");
		Elements rows = page(get("/admin/mutu?opd=disdukcapil&" + QUARTER + language.replace('?', '&')))
			.select("tr:has(a[href^=/admin/mutu/rincian/])");
		assertThat(rows).hasSizeGreaterThan(20).allSatisfy((row) -> {
			assertThat(text).contains(row.select("th").text());
			assertThat(text).contains(
					row.select("td p").first().text().replaceAll("belum ada|none yet", "–").replace('\u00a0', ' '));
		});
		Document shown = page(get("/admin/mutu?opd=disdukcapil&" + QUARTER + language.replace('?', '&')));
		assertThat(shown.select(".insights li p:first-child").eachText()).isNotEmpty()
			.allSatisfy((sentence) -> assertThat(text)
				.contains(sentence.replace('\u2212', '\u2013').replace('\u00a0', ' ')));
		assertThat(shown.select(".trends figure").first().select("tbody th").eachText()).hasSizeGreaterThan(12)
			.allSatisfy((week) -> assertThat(text).contains(week));
		assertThat(text).containsPattern("\\d \\([+–][\\d,.]+\\)");
		assertThat(text).as("a sign the letters have").contains(" –").doesNotContain("#");
	}

	private static String paper(MvcTestResult result) {
		try (PDDocument document = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/admin/mutu/laporan/disdukcapil/2027-q2.pdf", "/admin/mutu/laporan/disdukcapil/2026.pdf",
			"/admin/mutu/laporan/tidak-ada/2026-q2.pdf", "/admin/mutu/rincian/tidak-ada" })
	void knowsNoOther(String path) {
		assertThat(get(path)).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource({ "rentang=bebas&dari=2026-05-01&sampai=kapan, sampai, kapan",
			"rentang=bulan&pada=2099-01-01, pada, 2099-01-01", "layanan=tidak-ada, layanan, tidak-ada" })
	void explainsWhatIsWrongAndKeepsWhatWasTyped(String query, String field, String typed) {
		MvcTestResult result = get("/admin/mutu?" + query);
		assertThat(result).hasStatus(422);
		Document page = parsed(result);
		assertThat(page.select(".error-summary a[href=#" + field + "]")).hasSize(1);
		assertThat(page.select("[name=" + field + "]").val()).isEqualTo(typed);
		assertThat(page.select("#pendapat")).isEmpty();
		assertThat(get("/admin/mutu/unduh.csv?" + query)).hasStatus(400);
	}

	@Test
	void showsOneDayAndASubjectWithoutData() {
		assertThat(page(get("/admin/mutu?rentang=bebas&dari=2026-05-04&sampai=2026-05-04")).select(".trends figure"))
			.hasSize(4);
		assertThat(page(get("/admin/mutu?rentang=tahun&pada=2020-05-04")).select(".empty").text())
			.contains("Belum ada angka untuk waktu ini", "besok", "sepuluh orang");
		assertThat(page(get("/admin/mutu/rincian/outages?rentang=tahun&pada=2020-05-04")).select("main").text())
			.contains("Belum ada hari yang dihitung.");
	}

	@Test
	void showsHeadsTheirOwnAgencyAlone() {
		RequestPostProcessor head = staff(Role.AGENCY_HEAD, "disdukcapil");
		Document page = page(get("/admin/mutu?" + QUARTER, head));
		assertThat(page.select(".lead").text()).startsWith("Dinas Kependudukan");
		assertThat(page.select("select[name=opd]")).isEmpty();
		assertThat(get("/admin/mutu?layanan=disdukcapil&" + QUARTER, head)).hasStatusOk();
		for (String path : List.of("/admin/mutu?opd=dishub", "/admin/mutu?layanan=dishub",
				"/admin/mutu/unduh.csv?opd=dishub", "/admin/mutu/rincian/outages?opd=dishub",
				"/admin/mutu/laporan/dishub/2026-q2.pdf")) {
			assertThat(get(path, head)).as(path).hasStatus(404);
		}
		Map<String, String> services = page(get("/admin/mutu/peta?opd=dishub&tingkat=opd&" + QUARTER, head))
			.select(".heat tbody th a")
			.stream()
			.collect(Collectors.toMap((link) -> link.attr("href"), Element::text));
		assertThat(services.keySet()).isNotEmpty().noneMatch((href) -> href.contains("dishub"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "AUDITOR", "LEADERSHIP", "COORDINATOR" })
	void showsAllToThoseWhoWatchOverAll(Role role) {
		assertThat(page(get("/admin/mutu?opd=dishub&" + QUARTER, staff(role, null))).select(".lead").text())
			.startsWith("Dinas Perhubungan");
	}

	@Test
	void leadsToWhatHappenedInThatTime() {
		String days = "dari=2026-04-01&sampai=2026-06-30";
		assertThat(page(get("/admin/mutu?opd=dishub&" + QUARTER)).select("main a").eachAttr("href"))
			.contains("/pengaduan?" + days + "&opd=dishub", "/status/insiden?" + days + "&opd=dishub");
		assertThat(page(get("/admin/mutu?" + QUARTER, staff(Role.COORDINATOR, null))).select("main a").eachAttr("href"))
			.contains("/petugas/pengaduan?tab=semua&" + days, "/status/insiden?" + days);
		assertThat(page(get("/admin/mutu/rincian/uptime?layanan=disdukcapil&" + QUARTER)).select("main a")
			.eachAttr("href")).contains("/status/insiden?" + days + "&layanan=disdukcapil")
			.as("complaints are no part of it")
			.noneMatch((href) -> href.startsWith("/pengaduan"));
		assertThat(page(get("/admin/mutu/rincian/complaint-solved?" + QUARTER)).select("main a").eachAttr("href"))
			.as("no list is by the day of an answer")
			.noneMatch((href) -> href.startsWith("/pengaduan") || href.startsWith("/status"));
		assertThat(page(get("/admin/mutu/rincian/response-time?layanan=disdukcapil&" + QUARTER)).select("main a")
			.eachAttr("href")).contains("/status/disdukcapil");
		assertThat(page(get("/admin/mutu/rincian/site-headers?opd=disdukcapil&" + QUARTER)).select("main a")
			.eachAttr("href")).contains("/admin/mutu/pemeriksaan?opd=disdukcapil");
		assertThat(page(get("/admin/mutu/rincian/site-headers?" + QUARTER, staff(Role.AUDITOR, null))).select("main a")
			.eachAttr("href")).noneMatch((href) -> href.startsWith("/admin/mutu/pemeriksaan"));
		for (String list : List.of("/pengaduan?" + days + "&layanan=disdukcapil",
				"/status/insiden?" + days + "&layanan=disdukcapil")) {
			assertThat(get(list)).as(list).hasStatusOk();
		}
	}

	@Test
	void tellsEverybodyTheSummary() {
		this.pages.changed("quality");
		MvcTestResult result = this.mvc.get().uri("/mutu").exchange();
		Document page = page(result);
		assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
		assertThat(page.select("#pendapat ~ table tbody tr")).hasSize(4);
		assertThat(page.select("#perangkat ~ table th a").eachAttr("href"))
			.containsExactly("/perangkat-daerah/disdukcapil");
		assertThat(page.select("form[method=post]")).isEmpty();
		assertThat(page.select("main a").eachAttr("href")).contains("/mutu/unduh.csv", "/mutu/unduh.xlsx");
		MvcTestResult csv = this.mvc.get().uri("/mutu/unduh.csv").exchange();
		assertThat(csv).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
		assertThat(text(csv).lines()).first()
			.asString()
			.startsWith("\ufeffLayanan atau perangkat daerah,Dari,Sampai,Dimensi");
		assertThat(text(csv).lines().skip(1)).isNotEmpty().allMatch((line) -> line.startsWith("Seluruh kota,"));
		assertThat(this.mvc.get().uri("/mutu/unduh.xlsx").exchange().getResponse().getContentAsByteArray())
			.startsWith("PK".getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void unfoldsAllButTheTenAgenciesMostPeopleSpokeAbout() {
		Map<String, ServiceId> owned = new TreeMap<>();
		this.catalog.owners().forEach((service, agency) -> {
			if (agency != null) {
				owned.putIfAbsent(agency, service);
			}
		});
		owned.remove("disdukcapil");
		List<ServiceSummary> services = this.catalog.summaries(owned.values().stream().limit(11).toList())
			.stream()
			.filter((service) -> !service.lifecycle().isOver())
			.toList();
		assertThat(services).hasSizeGreaterThanOrEqualTo(10);
		Instant first = Instant.parse("2026-02-03T03:00:00Z");
		for (int place = 0; place < services.size(); place++) {
			this.answers.add("ESQUAL", services.get(place).slug(), 11 + place, first, Duration.ofMinutes(5),
					(person, item) -> 4);
		}
		try {
			this.pages.changed("quality");
			Document page = page(this.mvc.get().uri("/mutu").exchange());
			List<String> shown = page.select("#perangkat ~ table tbody td:nth-child(2)").eachText();
			List<String> unfolded = page.select("#perangkat ~ details tbody td:nth-child(2)").eachText();
			assertThat(shown).hasSize(10).first().isEqualTo("40");
			assertThat(unfolded).hasSize(services.size() + 1 - 10);
			List<Integer> all = Stream.concat(shown.stream(), unfolded.stream()).map(Integer::valueOf).toList();
			assertThat(all).isSortedAccordingTo(Comparator.reverseOrder());
			assertThat(page.selectFirst("#perangkat ~ details").hasAttr("open")).isFalse();
		}
		finally {
			this.jdbc.sql("delete from survey.answer where at between ? and ?")
				.params(Timestamp.from(first), Timestamp.from(first.plus(Duration.ofDays(1))))
				.update();
			this.jdbc
				.sql("insert into survey.touched (service_id, day) select id, date '2026-02-03' from catalog.service")
				.update();
			this.sums.catchUp();
			this.pages.changed("quality");
		}
	}

	/** The website and the app of one name are two services. */
	@Test
	void tellsAnAppFromTheWebsiteOfTheSameName() {
		Map<String, List<Element>> named = rows(QUARTER).stream()
			.collect(Collectors.groupingBy((row) -> row.select("a").text()));
		assertThat(named.get("Sobat Dukcapil")).hasSize(2)
			.filteredOn((row) -> row.text().contains("Aplikasi"))
			.hasSize(1);
	}

}
