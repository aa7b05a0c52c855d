package id.tangerangkota.layanan.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.calendar.CalendarDesk;
import id.tangerangkota.layanan.calendar.HolidayEntry;
import id.tangerangkota.layanan.calendar.Season;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators keep holidays and office hours. */
@PortalTest
class CalendarPagesIntegrationTests {

	private static final String PATH = "/admin/hari-libur";

	/** A year no release knows. */
	private static final Year YEAR = Year.of(2041);

	private static final AgencyId AGENCY = new AgencyId("rsud-coba");

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private static final Map<String, String> HOLIDAY = Map.of("tanggal", "2041-06-03", "jenis", "NATIONAL", "nama",
			"  Pemilihan   umum ", "inggris", "General election", "kepastian", "LIKELY", "sumber", "Keppres 1/2041");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CalendarDesk desk;

	@Autowired
	private WorkingCalendar calendar;

	@AfterEach
	void emptyTheYear() {
		this.desk.holidays(YEAR).forEach((entry) -> this.desk.remove(entry.holiday().day()));
		this.desk.removeHours(AGENCY, Season.ORDINARY, DayOfWeek.MONDAY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?tahun=2027", "?tahun=2041", "?tahun=nanti", "/baru", "/2027-03-10/ubah",
			"/2027-03-10/hapus", "/jam-kerja" })
	void opensInBothLanguages(String path) {
		for (String language : List.of("id", "en")) {
			String query = language.equals("en") ? (path.contains("?") ? "&" : "?") + "lang=en" : "";
			MvcTestResult result = get(PATH + path + query);
			assertThat(result).hasStatusOk();
			assertThat(page(result).select("h1")).hasSize(1);
			assertThat(page(result).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(page(result).select("html").attr("lang")).isEqualTo(language);
		}
	}

	@Test
	void showsAYearWithHowSureItIs() {
		Document page = page(get(PATH + "?tahun=2027"));
		assertThat(page.select("tbody tr")).hasSize(26);
		assertThat(page.select("tbody tr:contains(10 Mar 2027)").text()).contains("Idulfitri 1448 Hijriah",
				"Hari libur nasional", "Hampir pasti", "SKB 3 Menteri 2027");
		assertThat(page(get(PATH + "?tahun=2027&lang=en")).select("tbody tr:contains(10 Mar 2027)").text())
			.contains("Eid al-Fitr 1448 AH", "National holiday");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/2041-06-03/ubah", "/2041-06-03/hapus", "/2041-02-30/ubah", "/kapan/hapus" })
	void knowsNoHolidayThere(String path) {
		assertThat(get(PATH + path)).hasStatus(404);
	}

	@Test
	void addsChangesAndRemoves() {
		LocalDate day = LocalDate.of(2041, 6, 3);
		MvcTestResult added = post("/baru", HOLIDAY);
		assertThat(added).hasStatus(303).redirectedUrl().isEqualTo(PATH + "?tahun=2041");
		assertThat(this.desk.holiday(day)).get().extracting("name").isEqualTo("Pemilihan umum");
		assertThat(this.calendar.isWorkingDay(day)).isFalse();
		assertThat(post("/2041-06-03/ubah", with("tanggal", "2041-06-04"))).hasStatus(303);
		assertThat(this.desk.holidays(YEAR)).extracting(HolidayEntry::holiday)
			.extracting("day")
			.containsExactly(LocalDate.of(2041, 6, 4));
		assertThat(this.calendar.isWorkingDay(day)).isTrue();
		assertThat(post("/2041-06-04/hapus", Map.of())).hasStatus(303);
		assertThat(this.desk.holidays(YEAR)).isEmpty();
		assertThat(post("/2041-06-04/hapus", Map.of())).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource({ "tanggal, ''", "tanggal, 2041-02-29", "tanggal, 20410-01-01", "tanggal, besok", "jenis, LAIN",
			"nama, '  '", "inggris, ''", "kepastian, ''", "sumber, ''", "tanggal, 2027-03-10" })
	void asksAgainForWhatIsWrong(String field, String value) {
		MvcTestResult result = post("/baru", with(field, value));
		assertThat(result).hasStatus(422);
		assertThat(page(result).select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
		assertThat(page(result).select("input[name=inggris]").val())
			.isEqualTo(field.equals("inggris") ? value : "General election");
	}

	/** Otherwise a list of errors says the same of each. */
	@ParameterizedTest
	@CsvSource({ "nama, Tulis namanya dalam bahasa Indonesia", "inggris, Tulis namanya dalam bahasa Inggris",
			"sumber, Tulis sumbernya" })
	void saysWhatIsMissing(String field, String message) {
		assertThat(page(post("/baru", with(field, ""))).select(".error-summary a").text()).isEqualTo(message);
	}

	@Test
	void takesTextAsTextAndHidesNumbersOfPeople() {
		assertThat(post("/baru", with("nama", "x".repeat(121)))).hasStatus(422);
		assertThat(post("/baru", with("nama", "<b>\tLibur</b> 3671011505900001"))).hasStatus(303);
		assertThat(this.desk.holidays(YEAR).getFirst().holiday().name()).startsWith("<b> Libur</b>")
			.doesNotContain("3671011505900001");
		assertThat(page(get(PATH + "?tahun=2041")).select("tbody b")).isEmpty();
	}

	@Test
	void setsTheHoursOfAnAgency() {
		LocalDate monday = LocalDate.of(2041, 6, 3);
		Map<String, String> hours = Map.of("opd", AGENCY.code(), "musim", "ORDINARY", "hari", "MONDAY", "buka", "07.00",
				"tutup", "20:00");
		assertThat(post("/jam-kerja", hours)).hasStatus(303);
		assertThat(this.calendar.hours(monday, AGENCY).closes()).hasToString("20:00");
		assertThat(page(get(PATH + "/jam-kerja")).select("tbody tr:contains(rsud-coba)").text()).contains("Senin",
				"07.00–20.00 WIB");
		assertThat(page(get(PATH + "/jam-kerja?lang=en")).select("tbody tr:contains(rsud-coba)").text())
			.contains("07:00–20:00 WIB");
		assertThat(post("/jam-kerja/hapus", hours)).hasStatus(303);
		assertThat(this.calendar.hours(monday, AGENCY).closes()).hasToString("16:00");
	}

	@ParameterizedTest
	@CsvSource({ "buka, 25:00", "tutup, ''", "tutup, 07:30", "hari, SUNDAY", "musim, ''", "opd, RSUD Coba" })
	void refusesImpossibleHours(String field, String value) {
		Map<String, String> fields = new HashMap<>(
				Map.of("opd", AGENCY.code(), "musim", "ORDINARY", "hari", "MONDAY", "buka", "07:30", "tutup", "16:00"));
		fields.put(field, value);
		MvcTestResult result = post("/jam-kerja", fields);
		assertThat(result).hasStatus(422);
		assertThat(page(result).select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
	}

	@Test
	void wantsTheTokenOfTheForm() {
		assertThat(this.mvc.post().uri(PATH + "/baru").with(administrator()).param("tanggal", "2041-06-03"))
			.hasStatus(403);
		assertThat(this.desk.holidays(YEAR)).isEmpty();
	}

	private static Map<String, String> with(String field, String value) {
		Map<String, String> fields = new HashMap<>(HOLIDAY);
		fields.put(field, value);
		return fields;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(administrator()).exchange();
	}

	/** With the token of a form that was sent to the same person. */
	private MvcTestResult post(String path, Map<String, String> fields) {
		MvcTestResult shown = get(PATH + "/baru");
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(PATH + path)
			.with(administrator())
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").val());
		fields.forEach(request::param);
		return request.exchange();
	}

	private static RequestPostProcessor administrator() {
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(ADMINISTRATOR, null, Role.ADMINISTRATOR.authority()));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
