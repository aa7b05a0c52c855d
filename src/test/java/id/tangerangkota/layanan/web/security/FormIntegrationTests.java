package id.tangerangkota.layanan.web.security;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.web.testing.FormPages;
import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = { TestPortal.class, FormPages.class }, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "layanan.public-url=https://layanan.example")
class FormIntegrationTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@Autowired
	private FormPages pages;

	@Autowired
	private JdbcClient jdbc;

	private final Node node;

	private final int port;

	FormIntegrationTests(@LocalServerPort int port) {
		this.node = Node.at(port);
		this.port = port;
	}

	@BeforeEach
	void startAnew() {
		this.jdbc.sql("delete from session.spring_session").update();
		this.pages.sent = Map.of();
	}

	@Test
	void aTokenIsTextInTheSessionAndDiffersOnEachPage() {
		HttpResponse<byte[]> first = this.node.get("/formulir-coba");
		HttpResponse<byte[]> second = this.node.get("/formulir-coba", "Cookie", cookie(first));
		assertThat(token(first)).isNotEqualTo(token(second));
		assertThat(this.jdbc
			.sql("select convert_from(attribute_bytes, 'UTF8') from session.spring_session_attributes"
					+ " where attribute_name = 'formulir'")
			.query(String.class)
			.single()).matches("[A-Za-z0-9_-]{32}");
		assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		for (HttpResponse<byte[]> page : List.of(first, second)) {
			assertThat(post(body("nama", "Budi", "_csrf", token(page)), "Cookie", cookie(first)).statusCode())
				.isEqualTo(303);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?lang=en" })
	void aFormThatWasOpenForTooLongComesBackWithEverythingTyped(String query) {
		HttpResponse<byte[]> page = this.node.get("/formulir-coba" + query);
		this.jdbc.sql("delete from session.spring_session").update();
		String story = "Baris satu\r\nbaris \"dua\" & <script>alert(1)</script> 'tiga' é ☂";
		HttpResponse<byte[]> late = this.node.post("/formulir-coba" + query,
				body("nama", "Budi", "cerita", story, "pilih", "a", "pilih", "b", "kosong", "", "sandi", "rahasia-1",
						"sandi-baru", "rahasia-2", "sandi-ulang", "rahasia-3", "kode", "rahasia-4", "pin", "rahasia-5",
						"_csrf", token(page)),
				"Content-Type", FORM, "Cookie", cookie(page), "Sec-Fetch-Site", "same-origin");
		assertThat(late.statusCode()).isEqualTo(403);
		assertThat(late.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(this.pages.sent).isEmpty();
		Document document = Jsoup.parse(Node.text(late));
		assertThat(document.selectFirst("html").attr("lang")).isEqualTo(query.isEmpty() ? "id" : "en");
		assertThat(Node.text(late)).doesNotContain("rahasia", "<script>alert");
		assertThat(document.select("main input:not([type=hidden])").eachAttr("name")).containsExactlyInAnyOrder("sandi",
				"sandi-baru", "sandi-ulang", "kode", "pin");
		assertThat(document.select("main input:not([type=hidden])").eachAttr("value")).allMatch(String::isEmpty);
		assertThat(document.selectFirst("#sandi").attr("type")).isEqualTo("password");
		assertThat(document.selectFirst("#sandi-baru").attr("autocomplete")).isEqualTo("new-password");
		assertThat(document.selectFirst("#kode").attr("autocomplete")).isEqualTo("one-time-code");
		document.select("main input:not([type=hidden])")
			.forEach((input) -> assertThat(document.select("label[for=" + input.id() + "]").text()).isNotBlank());

		document.select("main input:not([type=hidden])").forEach((input) -> input.val("baru"));
		FormElement form = (FormElement) document.selectFirst("main form");
		HttpResponse<byte[]> again = this.node.post(form.attr("action"),
				form.formData()
					.stream()
					.map((field) -> field.key() + "=" + encode(field.value()))
					.collect(Collectors.joining("&")),
				"Content-Type", FORM, "Cookie", cookie(late), "Sec-Fetch-Site", "same-origin");
		assertThat(again.statusCode()).isEqualTo(303);
		Map<String, List<String>> expected = new LinkedHashMap<>();
		expected.put("nama", List.of("Budi"));
		expected.put("cerita", List.of(story));
		expected.put("pilih", List.of("a", "b"));
		expected.put("kosong", List.of(""));
		for (String secret : List.of("sandi", "sandi-baru", "sandi-ulang", "kode", "pin")) {
			expected.put(secret, List.of("baru"));
		}
		assertThat(this.pages.sent).containsAllEntriesOf(expected);
		assertThat(again.headers().firstValue("Location")).hasValue("/formulir-coba" + query);
	}

	/** What the staff write in a form that may bring photos is not lost either. */
	@ParameterizedTest
	@CsvSource({ "'',false", "foto.jpg,true" })
	void whatWasTypedIntoAFormForFilesComesBackToo(String file, boolean told) {
		HttpResponse<byte[]> late = this.node.post("/formulir-coba",
				"--x\r\nContent-Disposition: form-data; name=\"cerita\"\r\n\r\nPanjang sekali\r\n"
						+ "--x\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"" + file
						+ "\"\r\nContent-Type: image/jpeg\r\n\r\nabc\r\n--x--\r\n",
				"Content-Type", "multipart/form-data; boundary=x", "Sec-Fetch-Site", "same-origin");
		assertThat(late.statusCode()).isEqualTo(403);
		Document document = Jsoup.parse(Node.text(late));
		assertThat(document.select("main input[type=hidden][name=cerita]").eachAttr("value"))
			.containsExactly("Panjang sekali");
		assertThat(document.select("main input[name=foto]")).isEmpty();
		assertThat(document.select("main").text().contains("Pilih lagi bila")).isEqualTo(told);
	}

	@Test
	void aWrongTokenInALivingSessionGetsTheRightOne() {
		HttpResponse<byte[]> page = this.node.get("/formulir-coba");
		HttpResponse<byte[]> late = post(body("nama", "Budi", "_csrf", "salah"), "Cookie", cookie(page),
				"Sec-Fetch-Site", "same-origin");
		assertThat(late.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(post(body("nama", "Budi", "_csrf", token(late)), "Cookie", cookie(page)).statusCode())
			.isEqualTo(303);
	}

	/** Somebody who was signed out meanwhile keeps the page and signs in beside it. */
	@Test
	void tellsAGuestToSignInBesideIt() {
		HttpResponse<byte[]> late = post(body("nama", "Budi"), "Sec-Fetch-Site", "same-origin");
		Document document = Jsoup.parse(Node.text(late));
		Element link = document.selectFirst("main a[target=_blank]");
		assertThat(link.attr("href")).isEqualTo("/masuk-coba?siapa=warga");
		String signedIn = cookie(this.node.get(link.attr("href"), "Cookie", cookie(late)));
		HttpResponse<byte[]> again = post(body("nama", "Budi", "_csrf", token(late)), "Cookie", signedIn,
				"Sec-Fetch-Site", "same-origin");
		assertThat(again.statusCode()).as("the token of before is worth nothing now").isEqualTo(403);
		assertThat(Jsoup.parse(Node.text(again)).select("main a[target=_blank]")).isEmpty();
		assertThat(post(body("nama", "Budi", "_csrf", token(again)), "Cookie", signedIn).statusCode()).isEqualTo(303);
		assertThat(this.pages.sent).containsEntry("nama", List.of("Budi"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "same-origin,-,-,true", "-,https://layanan.example,-,true", "-,HOST,-,true",
					"-,-,https://layanan.example/daftar?a=b,true", "-,-,HOST/daftar,true",
					"-,https://layanan.example:443,-,true", "-,-,-,false", "none,-,-,false",
					"none,https://layanan.example,-,false", "cross-site,https://layanan.example,-,false",
					"same-site,-,-,false", "-,null,-,false", "-,https://evil.example,https://layanan.example/,false",
					"-,http://layanan.example,-,false", "-,https://layanan.example.evil.example,-,false",
					"-,https://layanan.example@evil.example,-,false", "-,https://evil.layanan.example,-,false",
					"-,-,https://evil.example/https://layanan.example/,false", "-,:::,-,false" })
	void showsItAgainOnlyWhenItComesFromThePortal(String site, String origin, String referer, boolean again) {
		String host = "http://localhost:" + this.port;
		List<String> headers = new ArrayList<>(List.of("Content-Type", FORM));
		add(headers, "Sec-Fetch-Site", site);
		add(headers, "Origin", (origin != null) ? origin.replace("HOST", host) : null);
		add(headers, "Referer", (referer != null) ? referer.replace("HOST", host) : null);
		HttpResponse<byte[]> response = this.node.post("/formulir-coba", body("nama", "Budi"),
				headers.toArray(String[]::new));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(Node.text(response).contains("Formulir ini terlalu lama terbuka")).isEqualTo(again);
		assertThat(Node.text(response).contains("Budi")).isEqualTo(again);
		assertThat(response.headers().firstValue("Set-Cookie").isPresent()).isEqualTo(again);
	}

	@Test
	void leavesBehindWhatIsNoFormOrTooMuch() {
		String many = IntStream.range(0, 400).mapToObj((i) -> "a" + i + "=b").collect(Collectors.joining("&"));
		List<HttpResponse<byte[]>> refused = List.of(
				this.node.post("/formulir-coba", "{}", "Content-Type", "application/json", "Sec-Fetch-Site",
						"same-origin"),
				post(many, "Sec-Fetch-Site", "same-origin"),
				post("cerita=" + "a".repeat(70_000), "Sec-Fetch-Site", "same-origin"),
				this.node.post("//evil.example/formulir-coba", "a=b", "Content-Type", FORM, "Sec-Fetch-Site",
						"same-origin"),
				this.node.send("PUT", "/formulir-coba", "Content-Type", FORM, "Sec-Fetch-Site", "same-origin"));
		assertThat(refused).allSatisfy((response) -> {
			assertThat(response.statusCode()).isBetween(400, 403);
			assertThat(Node.text(response)).doesNotContain("terlalu lama terbuka</h1>");
			assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
		});
	}

	/** Whoever is signed in reads that something failed, too, and not an empty answer. */
	@Test
	void saysWhatIsWrongWhenSessionsCannotBeRead() {
		String cookie = cookie(this.node.get("/formulir-coba"));
		this.jdbc.sql("alter table session.spring_session rename to spring_session_away").update();
		try {
			HttpResponse<byte[]> response = this.node.get("/formulir-coba", "Cookie", cookie);
			assertThat(response.statusCode()).isGreaterThanOrEqualTo(500);
			assertThat(Jsoup.parse(Node.text(response)).select("h1")).hasSize(1);
			assertThat(Node.text(response)).contains(response.headers().firstValue("X-Request-Id").orElseThrow());
		}
		finally {
			this.jdbc.sql("alter table session.spring_session_away rename to spring_session").update();
		}
	}

	@Test
	void thePageHasNoAddressOfItsOwn() {
		assertThat(this.node.get("/kirim-ulang").statusCode()).isEqualTo(404);
		HttpResponse<byte[]> page = this.node.get("/formulir-coba");
		assertThat(
				this.node.post("/kirim-ulang", body("_csrf", token(page)), "Content-Type", FORM, "Cookie", cookie(page))
					.statusCode())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "cross-site,403", "same-site,403", "same-origin,303", "none,303" })
	void refusesWhatAnotherSiteSendsEvenWithAToken(String site, int status) {
		HttpResponse<byte[]> page = this.node.get("/formulir-coba");
		assertThat(post(body("nama", "Budi", "_csrf", token(page)), "Cookie", cookie(page), "Sec-Fetch-Site", site)
			.statusCode()).isEqualTo(status);
		assertThat(this.pages.sent.isEmpty()).isEqualTo(status == 403);
		assertThat(this.node.get("/formulir-coba", "Sec-Fetch-Site", "cross-site").statusCode()).as("a link leads here")
			.isEqualTo(200);
	}

	@Test
	void saysOnceAndInBothLanguagesWhatWasDone() {
		HttpResponse<byte[]> page = this.node.get("/formulir-coba");
		String cookie = cookie(page);
		post(body("nama", "Budi", "_csrf", token(page)), "Cookie", cookie);
		assertThat(Node.text(this.node.get("/daftar-panjang", "Cookie", cookie))).as("no page").isEqualTo("from 0");
		Document first = Jsoup.parse(Node.text(this.node.get("/formulir-coba", "Cookie", cookie)));
		assertThat(first.select("main .banner-success[role=alert]").text()).isEqualTo("1.000 & <b> layanan");
		assertThat(Jsoup.parse(Node.text(this.node.get("/formulir-coba", "Cookie", cookie))).select(".banner"))
			.isEmpty();
		post(body("nama", "Budi", "_csrf", token(page)), "Cookie", cookie);
		assertThat(Jsoup.parse(Node.text(this.node.get("/formulir-coba?lang=en", "Cookie", cookie)))
			.select("main .banner-success")
			.text()).isEqualTo("1.000 & <b> services");
		assertThat(this.node.get("/kabar-coba").statusCode()).as("without a session").isEqualTo(500);
	}

	@Test
	void opensPagesOnlyByTheRulesOfTheirModules() {
		String cookie = cookie(this.node.get("/masuk-coba?siapa=budi"));
		assertThat(this.node.get("/akun/coba").headers().firstValue("Location").orElseThrow())
			.endsWith("/masuk-coba?siapa=siapa");
		assertThat(this.node.get("/akun/coba", "Cookie", cookie).statusCode()).isEqualTo(200);
		for (String shut : List.of("/akun/lain", "/petugas/coba", "/auditor/coba", "/admin/apa-saja", "/khusus")) {
			assertThat(this.node.get(shut).statusCode()).as(shut).isEqualTo(302);
			assertThat(this.node.get(shut, "Cookie", cookie).statusCode()).as(shut).isEqualTo(403);
		}
	}

	@Test
	void showsInTheHeaderWhoReads() {
		Document guest = Jsoup.parse(Node.text(this.node.get("/formulir-coba")));
		assertThat(guest.select("header .visitor a").text()).isEqualTo("Masuk");
		assertThat(guest.select("header .visitor form")).isEmpty();
		assertThat(guest.select(".session-notice")).isEmpty();
		String cookie = cookie(this.node.get("/masuk-coba?siapa=budi"));
		Document citizen = Jsoup.parse(Node.text(this.node.get("/formulir-coba", "Cookie", cookie)));
		assertThat(citizen.select("header .visitor a").text()).isEqualTo("Akun saya");
		assertThat(citizen.select("header .visitor form[method=post][action=/keluar-coba] input[name=_csrf]"))
			.hasSize(1);
		assertThat(citizen.selectFirst(".session-notice").attr("data-ends")).isEqualTo("900");
		Document english = Jsoup.parse(Node.text(this.node.get("/tidak-ada?lang=en", "Cookie", cookie)));
		assertThat(english.select("header .visitor a").text()).as("on an error page").isEqualTo("My account");
		String staff = cookie(this.node.get("/masuk-coba?siapa=petugas"));
		assertThat(Jsoup.parse(Node.text(this.node.get("/formulir-coba", "Cookie", staff)))
			.select("header .visitor a")
			.text()).isEqualTo("Ruang petugas");
		HttpResponse<byte[]> kept = this.node.get("/coba");
		assertThat(Jsoup.parse(Node.text(kept)).select("header .visitor a").text()).isEqualTo("Masuk");
		assertThat(kept.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(Jsoup.parse(Node.text(this.node.get("/coba", "Cookie", cookie))).select("header .visitor a").text())
			.isEqualTo("Akun saya");
	}

	@Test
	void extendsTheSessionOfSomebodySignedIn() {
		String cookie = cookie(this.node.get("/masuk-coba?siapa=budi"));
		this.jdbc
			.sql("update session.spring_session set last_access_time = last_access_time - 600000,"
					+ " expiry_time = expiry_time - 600000")
			.update();
		HttpResponse<byte[]> response = this.node.get("/sesi/perpanjang", "Cookie", cookie);
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.headers().firstValue("Session-Ends")).hasValue("900");
		assertThat(this.jdbc
			.sql("select expiry_time > extract(epoch from clock_timestamp()) * 1000 + 890000"
					+ " from session.spring_session")
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(this.node.get("/sesi/perpanjang").statusCode()).isEqualTo(401);
		assertThat(this.node.get("/sesi/perpanjang", "Cookie", cookie(this.node.get("/formulir-coba"))).statusCode())
			.isEqualTo(401);
	}

	private HttpResponse<byte[]> post(String body, String... headers) {
		List<String> all = new ArrayList<>(List.of("Content-Type", FORM));
		all.addAll(List.of(headers));
		return this.node.post("/formulir-coba", body, all.toArray(String[]::new));
	}

	private static void add(List<String> headers, String name, String value) {
		if (value != null) {
			headers.addAll(List.of(name, value));
		}
	}

	private static String body(String... fields) {
		return IntStream.range(0, fields.length / 2)
			.mapToObj((i) -> fields[2 * i] + "=" + encode(fields[2 * i + 1]))
			.collect(Collectors.joining("&"));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String token(HttpResponse<byte[]> page) {
		return Jsoup.parse(Node.text(page)).selectFirst("main input[name=_csrf]").val();
	}

	private static String cookie(HttpResponse<byte[]> response) {
		return response.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
	}

}
