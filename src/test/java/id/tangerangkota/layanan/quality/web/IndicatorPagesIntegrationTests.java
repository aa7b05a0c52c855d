package id.tangerangkota.layanan.quality.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.score.ScaleRefused;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.quality.score.Scales.Version;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Everybody reads how quality is measured, administrators decide on scales. */
@PortalTest
class IndicatorPagesIntegrationTests {

	private static final String PATH = "/admin/mutu/skala/uptime";

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private static final List<String> PARTS = List.of("", ".meaning", ".numerator", ".denominator", ".source", ".why");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private Scales scales;

	@Autowired
	private MessageSource messages;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void forgetNewVersions() {
		this.jdbc.sql("delete from quality.scale where version > 1").update();
	}

	@Test
	void everyIndicatorHasTextsInBothLanguagesAndAScaleWithAReason() {
		Map<String, Version> scales = this.scales.explained(LocalDate.of(2026, 11, 26));
		assertThat(this.indicators).extracting(Indicator::id).doesNotHaveDuplicates();
		for (Indicator indicator : this.indicators) {
			for (String part : PARTS) {
				String key = "quality.indicator." + indicator.id() + part;
				for (Locale locale : List.of(Locale.of("id"), Locale.ENGLISH)) {
					assertThat(this.messages.getMessage(key, null, "", locale)).as(key + " " + locale).isNotBlank();
				}
			}
			assertThat(scales).as("a scale").containsKey(indicator.id());
			Version version = scales.get(indicator.id());
			assertThat(version.reason()).as(indicator.id()).isNotBlank();
			assertThat(version.reasonEn()).as(indicator.id()).isNotBlank();
			assertThat(version.scale().score(version.scale().target())).as("the target of " + indicator.id())
				.isGreaterThanOrEqualTo(70);
		}
		assertThat(scales.keySet()).as("no scale without its indicator")
			.isSubsetOf(this.indicators.stream().map(Indicator::id).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/mutu/indikator", "/admin/mutu/skala", PATH })
	void opensInBothLanguages(String path) {
		for (String language : List.of("id", "en")) {
			MvcTestResult result = get(path + (language.equals("en") ? "?lang=en" : ""));
			assertThat(result).hasStatusOk();
			assertThat(page(result).select("h1")).hasSize(1);
			assertThat(page(result).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(page(result).select("html").attr("lang")).isEqualTo(language);
		}
	}

	@Test
	void everybodyReadsAllOfThem() {
		Document page = page(this.mvc.get().uri("/mutu/indikator").exchange());
		assertThat(page.select("article")).hasSize(this.indicators.size());
		assertThat(page.select("article svg.chart")).hasSize(this.indicators.size());
		assertThat(page.select("#uptime ~ p").text()).contains("99,9 %", "makin tinggi makin baik");
		assertThat(page.select("article:has(#outages)").text()).contains("makin rendah makin baik");
		assertThat(page(this.mvc.get().uri("/mutu/indikator?lang=en").exchange()).select("article:has(#uptime)").text())
			.contains("99.9%", "higher is better");
	}

	@Test
	void administratorMakesTheNextVersion() {
		LocalDate tomorrow = LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).plusDays(1);
		assertThat(post(Map.of("dari", tomorrow.toString()))).hasStatus(303).redirectedUrl().isEqualTo(PATH);
		Version newest = this.scales.history("uptime").getFirst();
		assertThat(newest.scale().version()).isEqualTo(2);
		assertThat(newest.scale().points()).containsExactly(new Point(90, 0), new Point(99.5, 80), new Point(100, 100));
		assertThat(newest.by()).isEqualTo(ADMINISTRATOR.account());
		assertThat(newest.reason()).isEqualTo("Aturan baru, pasal 3.");
		assertThat(this.scales.on(tomorrow.minusDays(1)).get("uptime").version()).as("until then the old one").isOne();
		assertThat(this.scales.on(tomorrow).get("uptime").version()).isEqualTo(2);
		assertThat(this.jdbc.sql("select count(*) from audit.entry where action = 'quality.scale-changed'")
			.query(Integer.class)
			.single()).isPositive();
		assertThat(page(get(PATH)).select("article")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "dari, ''", "dari, kemarin", "dari, 2020-01-01", "titik, ''", "titik, '99 = 50'",
			"titik, '99 = 50\n98 = 60'", "titik, '99 = 50\n99 = 60'", "titik, '98 = 50\n99 = 101'",
			"titik, '98 = 50\n99 = x'", "titik, '1 = 50\n2 = 60\n3 = 50'", "titik, '1 = 50\n2 = 50'",
			"titik, 'NaN = 0\n2 = 50'", "titik, '1 = 100\n30.000 = 50'", "target, 30.000", "target, tinggi",
			"target, 1e999", "bobot, 101", "bobot, -1", "bobot, '2,5'", "alasan, '  '" })
	void asksAgainForWhatIsWrong(String field, String value) {
		MvcTestResult result = post(Map.of(field, value));
		assertThat(result).hasStatus(422);
		assertThat(page(result).select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
		if (!field.equals("titik")) {
			assertThat(page(result).select("textarea[name=titik]").text()).contains("99,5 = 80");
		}
		assertThat(this.scales.history("uptime")).hasSize(1);
	}

	/** Thirty thousand to one reader is thirty to the other. */
	@ParameterizedTest
	@CsvSource({ "id, 30.000,", "id, '30,125', 30.125", "id, 0.125, 0.125", "id, 30000, 30000", "id, -30.000,",
			"en, '30,000',", "en, 30.125, 30.125", "en, '0,125', 0.125", "en, '1,000.5'," })
	void readsNoNumberOtherwiseThanItMayBeMeant(String language, String typed, Double read) {
		ScaleForm form = new ScaleForm("1", "2026-01-01", "0 = 0\n1 = 100", typed, "1", "Aturan", null);
		Errors errors = new MapBindingResult(Map.of(), "form");
		Scale scale = form.scale("uptime", errors, Locale.of(language));
		assertThat((scale != null) ? scale.target() : null).isEqualTo(read);
		assertThat(errors.hasFieldErrors("target")).isEqualTo(read == null);
	}

	@Test
	void secondOfTwoIsToldAndKeepsWhatWasTyped() {
		assertThat(post(Map.of())).hasStatus(303);
		MvcTestResult second = post(Map.of("bobot", "7"));
		assertThat(second).hasStatus(422);
		Document page = page(second);
		assertThat(page.select(".error-summary").text()).contains("Orang lain membuat versi baru");
		assertThat(page.select("input[name=bobot]").val()).isEqualTo("7");
		assertThat(this.scales.history("uptime")).hasSize(2);
		assertThat(page.select("input[name=versi]").val()).as("whoever saves again has seen it").isEqualTo("2");
		assertThat(post(Map.of("bobot", "7", "versi", "2"))).hasStatus(303);
		assertThat(this.scales.history("uptime").getFirst().scale().weight()).isEqualTo(7);
	}

	@Test
	void versionsDoNotOvertakeEachOther() {
		LocalDate later = LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).plusDays(30);
		List<Point> points = List.of(new Point(0, 0), new Point(1, 100));
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.scales.change(new Scale("uptime", 2, later, points, 1, 1), "a", null);
			assertThatExceptionOfType(ScaleRefused.class).isThrownBy(
					() -> this.scales.change(new Scale("uptime", 3, later.minusDays(1), points, 1, 1), "b", null));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/mutu/skala/tidak-ada", "/admin/mutu/skala/uptime'" })
	void knowsNoSuchIndicator(String path) {
		assertThat(get(path)).hasStatus(404);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(as()).exchange();
	}

	@Test
	void writesNumbersAsTheReaderDoes() {
		assertThat(page(get(PATH)).select("#target").attr("value")).contains(",");
		Document english = page(get(PATH + "?lang=en"));
		assertThat(english.select("#target").attr("value")).contains(".");
		assertThat(english.select("textarea[name=titik]").text()).contains(".").doesNotContain(",");
	}

	private MvcTestResult post(Map<String, String> changes) {
		Map<String, String> form = new HashMap<>(
				Map.of("versi", "1", "dari", LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).toString(), "titik",
						"90 = 0\r\n99,5 = 80\n\n100 = 100", "target", "99,9", "bobot", "30", "alasan",
						" Aturan  baru, pasal 3. ", "inggris", ""));
		form.putAll(changes);
		MvcTestResult shown = get(PATH);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(PATH)
			.with(as())
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").val());
		form.forEach(request::param);
		return request.exchange();
	}

	private static RequestPostProcessor as() {
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(ADMINISTRATOR, null, Role.ADMINISTRATOR.authority()));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
