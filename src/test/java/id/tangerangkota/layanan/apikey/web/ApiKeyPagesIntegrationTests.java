package id.tangerangkota.layanan.apikey.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.apikey.ApiClientDetail;
import id.tangerangkota.layanan.apikey.ApiClientId;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ApiKeys;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.apikey.ClientState;
import id.tangerangkota.layanan.apikey.RefusedKey;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.security.FreshPassword;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

/** Administrators give programs keys, and take them away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, ScriptedChecks.class })
@AutoConfigureMockMvc
class ApiKeyPagesIntegrationTests {

	private static final String PATH = "/admin/kunci-api";

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private static final Map<String, String> TERMS = Map.of("nama", "  Aplikasi   <b>kampus</b> ", "kontak",
			"Rina, rina@kampus.example", "keperluan", "Meneruskan laporan", "lingkup", "OPEN311_SUBMIT", "laju", "30",
			"sampai", "");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApiKeyDesk desk;

	@Autowired
	private ApiKeys keys;

	@Autowired
	private Clock clock;

	/**
	 * These administrators have not signed in; whether they would be asked is said here.
	 */
	@MockitoSpyBean
	private FreshPassword password;

	private Cookie[] cookies = {};

	private String token = "";

	/** The session in which a new key waits is that of the forms. */
	@BeforeEach
	void openAForm() {
		doNothing().when(this.password).describe(any(), any());
		doReturn(true).when(this.password).check(any(), any(), any());
		MvcTestResult shown = this.mvc.get().uri(PATH + "/baru").with(administrator()).exchange();
		this.cookies = shown.getResponse().getCookies();
		this.token = page(shown).select("main input[name=_csrf]").val();
	}

	private String issue() {
		MvcTestResult issued = post("/baru", TERMS);
		assertThat(issued).hasStatus(303).redirectedUrl().isEqualTo(PATH + "/rahasia");
		return page(get("/rahasia")).select(".secret-code").text();
	}

	private ApiClientId client(String key) {
		return this.keys.use(key, ApiScope.OPEN311_SUBMIT, "192.0.2.9").id();
	}

	@Test
	void showsANewKeyUntilItIsNoted() {
		String key = issue();
		assertThat(key).startsWith("lkt-");
		Document again = page(get("/rahasia"));
		assertThat(again.select(".secret-code").text()).isEqualTo(key);
		assertThat(again.select(".lead").text()).contains("Aplikasi <b>kampus</b>");
		ApiClientId client = client(key);
		assertThat(post("/rahasia/selesai", Map.of())).hasStatus(303).redirectedUrl().isEqualTo(PATH + "/" + client);
		assertThat(get("/rahasia")).hasStatus(303).redirectedUrl().isEqualTo(PATH);
		Document page = page(get("/" + client));
		assertThat(page.html()).doesNotContain(key);
		assertThat(page.select("main").text()).contains(key.substring(4, 12), "Rina, rina@kampus.example",
				"Paling banyak 30 kali per menit", "Mengirim laporan lewat Open311");
		assertThat(page.select("section:has(#days) tbody tr")).hasSize(1);
	}

	@Test
	void givesNoKeyWithoutThePassword() {
		ApiClientId client = client(issue());
		int before = this.desk.list().size();
		doAnswer((call) -> {
			call.<Errors>getArgument(2).rejectValue("sandi", "identity.password.missing");
			return false;
		}).when(this.password).check(any(), any(), any());
		doAnswer((call) -> call.<Model>getArgument(1).addAttribute("askPassword", true)).when(this.password)
			.describe(any(), any());
		assertThat(page(get("/baru")).select("main input[name=sandi]")).hasSize(1);
		MvcTestResult refused = post("/baru", TERMS);
		assertThat(refused).hasStatus(422);
		assertThat(page(refused).select("main input[name=keperluan]").val()).isEqualTo("Meneruskan laporan");
		assertThat(page(refused).select("main input[name=sandi]").val()).isEmpty();
		assertThat(this.desk.list()).hasSize(before);
		assertThat(page(get("/" + client + "/ganti")).select("main input[name=sandi]")).hasSize(1);
		assertThat(post("/" + client + "/ganti", Map.of("lama", "WEEK"))).hasStatus(422);
		doThrow(new TooManyTries(Duration.ofMinutes(4))).when(this.password).check(any(), any(), any());
		assertThat(post("/baru", TERMS)).hasStatus(429).hasHeader("Retry-After", "240");
		assertThat(this.desk.list()).hasSize(before);
	}

	@Test
	void showsAKeyToNobodyElse() {
		issue();
		assertThat(this.mvc.get().uri(PATH + "/rahasia").with(administrator())).hasStatus(303)
			.redirectedUrl()
			.isEqualTo(PATH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/baru", "/rahasia", "/{id}", "/{id}/ubah", "/{id}/ganti", "/{id}/cabut" })
	void opensInBothLanguages(String path) {
		String client = client(issue()).toString();
		for (String language : List.of("id", "en")) {
			MvcTestResult result = get(path.replace("{id}", client) + (language.equals("en") ? "?lang=en" : ""));
			assertThat(result).hasStatusOk();
			assertThat(page(result).select("h1")).hasSize(1);
			assertThat(page(result).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			assertThat(page(result).select("html").attr("lang")).isEqualTo(language);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/ubah", "/ganti", "/cabut" })
	void knowsNoSuchClient(String path) {
		assertThat(get("/" + UUID.randomUUID() + path)).hasStatus(404);
		assertThat(get("/siapa" + path)).hasStatus(404);
		assertThat(post("/" + UUID.randomUUID() + (path.isEmpty() ? "/ubah" : path), TERMS)).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource({ "nama, '  '", "kontak, ''", "keperluan, ''", "lingkup, ''", "lingkup, SEMUA", "laju, 0", "laju, 6001",
			"laju, 99999999999", "laju, -1", "laju, banyak", "sampai, kemarin", "sampai, 2020-01-01",
			"sampai, +999999-01-01" })
	void asksAgainForWhatIsWrong(String field, String value) {
		int before = this.desk.list().size();
		Map<String, String> terms = with(field, value);
		MvcTestResult result = post("/baru", terms);
		assertThat(result).hasStatus(422);
		Document page = page(result);
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
		assertThat(page.select("#laju").val()).isEqualTo(terms.get("laju"));
		assertThat(page.select("#nama").val()).isEqualTo(terms.get("nama"));
		assertThat(this.desk.list()).hasSize(before);
	}

	@Test
	void hidesNumbersOfPeopleAndRefusesLongTexts() {
		assertThat(post("/baru", with("nama", "x".repeat(121)))).hasStatus(422);
		assertThat(post("/baru", with("kontak", "x".repeat(201)))).hasStatus(422);
		assertThat(post("/baru", with("keperluan", "x".repeat(401)))).hasStatus(422);
		assertThat(post("/baru", with("keperluan", "Milik 3671011505900001"))).hasStatus(303);
		assertThat(page(get("/rahasia")).html()).doesNotContain("3671011505900001");
	}

	@Test
	void changesTheTermsAndKeepsTheKey() {
		String key = issue();
		ApiClientId client = client(key);
		Document form = page(get("/" + client + "/ubah"));
		assertThat(form.select("#kontak").val()).isEqualTo("Rina, rina@kampus.example");
		assertThat(form.select("input[name=lingkup][checked]").eachAttr("value")).containsExactly("OPEN311_SUBMIT");
		String today = PageClock.day(this.clock.instant()).toString();
		assertThat(post("/" + client + "/ubah", with("sampai", today))).hasStatus(303)
			.redirectedUrl()
			.isEqualTo(PATH + "/" + client);
		assertThat(this.desk.find(client)).get().extracting(ApiClientDetail::lastDay).hasToString(today);
		assertThat(client(key)).isEqualTo(client);
		assertThat(post("/" + client + "/ubah", with("laju", "0"))).hasStatus(422);
	}

	@Test
	void replacesAKey() {
		String old = issue();
		ApiClientId client = client(old);
		assertThat(post("/" + client + "/ganti", Map.of())).hasStatus(422);
		assertThat(post("/" + client + "/ganti", Map.of("lama", "SELAMANYA"))).hasStatus(422);
		assertThat(post("/" + client + "/ganti", Map.of("lama", "WEEK"))).hasStatus(303);
		String fresh = page(get("/rahasia")).select(".secret-code").text();
		assertThat(client(fresh)).isEqualTo(client(old)).isEqualTo(client);
		assertThat(page(get("/" + client)).select("section:has(#keys) tbody tr")).hasSize(2);
		assertThat(post("/" + client + "/ganti", Map.of("lama", "NONE"))).hasStatus(303);
		assertThatExceptionOfType(RefusedKey.class).isThrownBy(() -> client(fresh));
	}

	@Test
	void revokesAKey() {
		String key = issue();
		ApiClientId client = client(key);
		assertThat(post("/" + client + "/cabut", Map.of())).hasStatus(303);
		assertThatExceptionOfType(RefusedKey.class).isThrownBy(() -> client(key));
		assertThat(this.desk.find(client)).get().extracting(ApiClientDetail::state).isEqualTo(ClientState.REVOKED);
		Document page = page(get("/" + client));
		assertThat(page.select(".tag").text()).isEqualTo("Dicabut");
		assertThat(page.select(".page-head a.btn")).isEmpty();
		assertThat(post("/" + client + "/cabut", Map.of())).hasStatus(404);
		assertThat(get("/" + client + "/ubah")).hasStatus(404);
	}

	@Test
	void wantsTheTokenOfTheForm() {
		int before = this.desk.list().size();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(PATH + "/baru").with(administrator());
		TERMS.forEach(request::param);
		assertThat(request).hasStatus(403);
		assertThat(this.desk.list()).hasSize(before);
	}

	private static Map<String, String> with(String field, String value) {
		Map<String, String> fields = new HashMap<>(TERMS);
		fields.put(field, value);
		return fields;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(PATH + path).with(administrator()).cookie(this.cookies).exchange();
	}

	private MvcTestResult post(String path, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(PATH + path)
			.with(administrator())
			.cookie(this.cookies)
			.header("Origin", "http://localhost")
			.param("_csrf", Objects.requireNonNull(this.token));
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
