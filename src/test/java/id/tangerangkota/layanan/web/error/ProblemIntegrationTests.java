package id.tangerangkota.layanan.web.error;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ProblemIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	/** A word to look for where it must not be. */
	private static final String TYPED = "rahasia";

	private final Node node;

	ProblemIntegrationTests(@LocalServerPort int port) {
		this.node = Node.at(port);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /tidak-ada-apa-apa, 404", "GET, /tidak-ada, 404", "GET, /petugas, 403", "GET, /admin/x, 403",
			"POST, /coba, 403", "DELETE, /coba, 403", "GET, /rusak?kata=rahasia, 500",
			"GET, /rusak/templat?kata=rahasia, 500", "GET, /cari, 400", "GET, /cari?q=%00rahasia, 400",
			"GET, /cari?q=rahasia%ED%A0%80, 400", "GET, /cari?q=rahasia%FF, 400", "GET, /cari?q=a&halaman=rahasia, 400",
			"GET, /cari?q=a&halaman=99999999999999999999, 400", "GET, /cari?q=a&%00=1, 200",
			"GET, /daftar-panjang?halaman=0, 404", "GET, /daftar-panjang?halaman=-1, 404",
			"GET, /daftar-panjang?halaman=2000000, 404", "GET, /coba?halaman=99, 404",
			"GET, /coba?halaman=rahasia, 400", "GET, /coba?halaman=1&halaman=2, 200", "GET, /coba;rahasia=1, 400",
			"GET, //coba, 400", "GET, /%2e%2e/rahasia, 400", "GET, /error, 404", "HEAD, /tidak-ada, 404" })
	void answersWithAPage(String method, String path, int status, CapturedOutput log) {
		HttpResponse<byte[]> response = this.node.send(method, path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertCommonHeaders(response);
		if (status >= 400 && !method.equals("HEAD")) {
			Document page = Jsoup.parse(Node.text(response));
			assertThat(page.select("h1")).hasSize(1);
			assertThat(page.select("html").attr("lang")).isEqualTo("id");
			assertThat(page.text()).contains(response.headers().firstValue("X-Request-Id").orElseThrow());
			assertThat(page.outerHtml()).doesNotContain("Exception").doesNotContain("??");
			assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		}
		assertThat(log.getAll()).doesNotContain(TYPED);
	}

	@ParameterizedTest
	@CsvSource({ "/api/coba?page=x, 400, page", "/api/coba?page=1001, 400, page", "/api/coba?page=0, 400,",
			"/api/coba/wajib, 400, kunci", "/api/coba/wajib?kunci=1, 400, kunci", "/api/tidak-ada, 404,",
			"/api/coba/wajib?kunci=%00, 400,", "/api/coba/wajib?kunci=%zz, 400," })
	void answersProgramsWithADocument(String path, int status, String parameter) throws IOException {
		String answer = this.node
			.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json");
		JsonNode problem = JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(problem.get("title").asString()).isNotBlank();
		assertThat(problem.get("type").asString()).isNotBlank();
		assertThat(problem.get("instance").asString()).isEqualTo(path.replaceFirst("\\?.*", ""));
		assertThat(answer).contains("X-Request-Id: " + problem.get("reference").asString());
		assertThat(problem.path("parameter").asString(null)).isEqualTo(parameter);
		assertThat(answer).contains("Access-Control-Allow-Origin: *", "Cross-Origin-Resource-Policy: cross-origin");
	}

	@Test
	void offersWaysOnInTheLanguageOfTheReader() {
		Document page = Jsoup.parse(Node.text(this.node.get("/tidak-ada?lang=en")));
		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.select("a[href='/layanan?lang=en']").eachText()).contains("Layanan lain");
		assertThat(page.select("a.lang-switch").attr("href")).isEqualTo("/tidak-ada");
		assertThat(page.select("link[rel=canonical]")).isEmpty();
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@Test
	void refusesFormsItDoesNotHave() {
		HttpResponse<byte[]> image = this.node.get("/coba", "Accept", "image/png");
		assertThat(image.statusCode()).isEqualTo(406);
		assertThat(Jsoup.parse(Node.text(image)).select("h1")).hasSize(1);
		assertThat(this.node.get("/coba", "Accept", "application/json").statusCode()).isEqualTo(406);
		assertThat(this.node.get("/api/coba", "Accept", "image/png").statusCode()).isEqualTo(406);
		assertThat(this.node.get("/coba", "Accept", "nonsense").statusCode()).isEqualTo(406);
	}

	@Test
	void saysWhatAnAddressTakes() {
		HttpResponse<byte[]> options = this.node.send("OPTIONS", "/coba");
		assertThat(options.statusCode()).isEqualTo(200);
		assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET").contains("HEAD");
		assertCommonHeaders(options);
	}

	/** What the server refuses before it knows the path. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /%zz HTTP/1.1", "GET /a\u0000b HTTP/1.1", "GET /cari?q=%zz HTTP/1.1",
			"GET /%00 HTTP/1.1", "GET /cari?q=<b> HTTP/1.1", "GET /a/..%2fb HTTP/1.1", "NONSENSE", "GET / HTTP/9.9",
			"TRACE / HTTP/1.1", "GET nonsense HTTP/1.1" })
	void answersUnreadableRequestsInLayout(String line) throws IOException {
		String answer = this.node.raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 200");
		assertRefused(answer);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5_000, 10_000, 40_000 })
	void refusesEndlessAddresses(int length) throws IOException {
		String answer = this.node
			.raw("GET /cari?q=" + "a".repeat(length) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
		assertThat(answer).containsPattern("^HTTP/1.1 4(00|14|31)");
		assertRefused(answer);
	}

	@Test
	void refusesARequestWithoutHost() throws IOException {
		assertRefused(this.node.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
	}

	@Test
	void compressesAndKeepsStaticFiles() throws IOException {
		String home = Node.text(this.node.get("/coba"));
		String sheet = Jsoup.parse(home).select("link[rel=stylesheet]").attr("href");
		HttpResponse<byte[]> file = this.node.get(sheet, "Accept-Encoding", "gzip");
		assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
		assertThat(file.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(Node.unzipped(file)).contains("@layer");
		assertCommonHeaders(file);
		assertThat(this.node.get("/css/app.css").headers().firstValue("Cache-Control")).hasValue("no-cache");
		assertThat(this.node.get("/css/app-00000000000000000000000000000000.css").statusCode()).isEqualTo(404);
	}

	private static void assertCommonHeaders(HttpResponse<byte[]> response) {
		for (String name : List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
				"Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Cache-Control",
				"X-Request-Id")) {
			assertThat(response.headers().allValues(name)).as(name).hasSize(1);
		}
		assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
		for (String name : List.of("Server", "X-Powered-By", "Set-Cookie", "X-Frame-Options")) {
			assertThat(response.headers().firstValue(name)).as(name).isEmpty();
		}
	}

	private static void assertRefused(String answer) {
		assertThat(answer)
			.contains("<h1", "</html>", "Content-Security-Policy: default-src 'none'", "X-Request-Id: ",
					"X-Content-Type-Options: nosniff")
			.doesNotContainIgnoringCase("tomcat")
			.doesNotContain("Exception", "\nServer:");
	}

}
