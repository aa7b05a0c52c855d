package id.tangerangkota.layanan.catalog.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class ServiceApiIntegrationTests {

	private static final String SERVICES = "/api/v1/services";

	private static final List<String> ADDRESSES = List.of(SERVICES, SERVICES + "/disdukcapil", "/api/v1/categories",
			"/api/v1/agencies", "/api/v1/agencies/disdukcapil", "/api/v1/cpsv-ap.jsonld", "/api/openapi.json");

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@ParameterizedTest
	@CsvSource({ "'',203,206", "?kind=WEBSITE,188,188", "?kind=APP,15,18", "?platform=WEB,188,188",
			"?platform=ANDROID,15,15", "?platform=IOS,3,3", "?kind=WEBSITE&platform=IOS,0,0" })
	void countsServicesAndListings(String query, int services, int listings) throws Exception {
		JsonNode list = body(SERVICES + query);
		assertThat(list.path("total").asInt()).isEqualTo(services);
		assertThat(list.path("totalListings").asInt()).isEqualTo(listings);
		assertThat(list.path("totalIsLowerBound").asBoolean()).isFalse();
	}

	@Test
	void leadsThroughAllServicesOnce() throws Exception {
		Set<String> slugs = new HashSet<>();
		List<String> folded = new ArrayList<>();
		String next = SERVICES + "?size=50";
		String last = "";
		while (!next.isEmpty()) {
			JsonNode list = body(next);
			assertThat(list.at("/links/self").asString()).isEqualTo(next);
			assertThat(list.at("/links/first").asString()).isEqualTo(SERVICES + "?size=50");
			assertThat(list.at("/links/prev").asString()).isEqualTo(last);
			list.path("items").forEach((item) -> {
				assertThat(slugs.add(item.path("slug").asString())).isTrue();
				if (item.path("slug").asString().startsWith("kel-")
						|| item.path("name").asString().startsWith("Kelurahan")) {
					folded.add(item.path("slug").asString());
				}
			});
			last = next;
			next = list.at("/links/next").asString();
		}
		assertThat(slugs).hasSize(203);
		assertThat(folded).isNotEmpty();
	}

	@Test
	void describesAServiceInTheList() throws Exception {
		JsonNode item = body(SERVICES + "?category=kependudukan&agency=disdukcapil&kind=WEBSITE&size=1&q=disdukcapil")
			.path("items")
			.path(0);
		assertThat(item).isEqualTo(this.json.readTree("""
				{"slug": "disdukcapil", "kind": "WEBSITE", "name": "Dinas Kependudukan dan Pencatatan Sipil",
				"summary": {"id": "Cari syarat dan standar layanan KTP-el, KK, akta, dan KIA.",
				"en": "Find the requirements and service standards for KTP-el, KK, certificates and KIA."},
				"agency": {"code": "disdukcapil", "name": "Dinas Kependudukan dan Pencatatan Sipil", "presumed": false},
				"categories": ["kependudukan"], "lifecycle": "UNKNOWN", "verification": "CITED", "platforms": ["WEB"],
				"listings": [{"platform": "WEB", "verification": "CITED",
				"address": "https://disdukcapil.tangerangkota.go.id/", "fallbackAddress": null}],
				"links": {"self": "/api/v1/services/disdukcapil", "page": "/layanan/disdukcapil"}}"""));
	}

	@Test
	void givesNoAddressThatIsOnlyGuessed() throws Exception {
		int guessed = 0;
		for (int page = 1; page <= 3; page++) {
			for (JsonNode item : body(SERVICES + "?size=100&page=" + page).path("items")) {
				for (JsonNode listing : item.path("listings")) {
					if ("INFERRED".equals(listing.path("verification").asString())) {
						guessed++;
						assertThat(listing.path("address").isNull()).isTrue();
					}
					else {
						assertThat(listing.path("fallbackAddress").isNull()).isTrue();
					}
				}
			}
		}
		assertThat(guessed).isGreaterThan(100);
	}

	@Test
	void describesAServiceInFull() throws Exception {
		JsonNode service = body(SERVICES + "/disdukcapil");
		assertThat(service.at("/description/en").asString()).isNotEmpty();
		assertThat(service.at("/standard/components")).hasSize(14);
		assertThat(service.at("/standard/components/0"))
			.isEqualTo(this.json.readTree("{\"component\":\"REQUIREMENTS\",\"mustBePublic\":true,\"content\":null}"));
		assertThat(service.at("/standard/components/13/mustBePublic").asBoolean()).isFalse();
		assertThat(service.at("/standard/publicCompleteness").asInt()).isZero();
		assertThat(service.at("/standard/demo").asBoolean()).isFalse();
		assertThat(service.path("related").values()).extracting((node) -> node.path("slug").asString())
			.contains("sobat-dukcapil");
		assertThat(service.at("/listings/0/source/evidence").asString()).isNotEmpty();
		assertThat(service.at("/links/page").asString()).isEqualTo("/layanan/disdukcapil");
		assertThat(service.path("keywords").values()).extracting(JsonNode::asString).contains("kartu keluarga");
		assertThat(service.path("lifeEvents").values()).extracting(JsonNode::asString).contains("BIRTH");
	}

	@Test
	void listsCategoriesAndAgencies() throws Exception {
		JsonNode categories = body("/api/v1/categories");
		assertThat(categories.path("total").asInt()).isEqualTo(17);
		assertThat(categories.at("/items/0/slug").asString()).isEqualTo("kependudukan");
		assertThat(categories.at("/items/0/links/services").asString())
			.isEqualTo("/api/v1/services?category=kependudukan");
		int services = categories.at("/items/0/services").asInt();
		assertThat(body("/api/v1/services?category=kependudukan").path("total").asInt()).isEqualTo(services);
		assertThat(body("/api/v1/agencies").path("total").asInt()).isEqualTo(54);
		assertThat(body("/api/v1/agencies/disdukcapil").at("/name/en").asString()).isNotEmpty();
	}

	@Test
	void findsWhatPeopleSay() throws Exception {
		JsonNode found = body(SERVICES + "?q=bikin+ktp");
		assertThat(found.path("items").values()).extracting((item) -> item.path("slug").asString())
			.contains("disdukcapil");
		int total = found.path("total").asInt();
		JsonNode beyond = body(SERVICES + "?q=bikin+ktp&page=99");
		assertThat(beyond.path("items")).isEmpty();
		assertThat(beyond.path("total").asInt()).isEqualTo(total);
		assertThat(beyond.path("links").has("next")).isFalse();
		assertThat(body(SERVICES + "?q=%27%22%3B--").path("total").asInt()).isZero();
	}

	@Test
	void isEmptyBeyondTheEnd() throws Exception {
		JsonNode list = body(SERVICES + "?page=12&size=20");
		assertThat(list.path("total").asInt()).isEqualTo(203);
		assertThat(list.path("items")).isEmpty();
		assertThat(list.at("/links/prev").asString()).isEqualTo(SERVICES + "?size=20&page=11");
		assertThat(list.path("links").has("next")).isFalse();
		assertThat(body(SERVICES + "?page=1000000").path("items")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "page page=0", "page page=-1", "page page=abc", "page page=99999999999", "page page=1.5",
					"page page=%2B1", "page page=1000001", "page page=%D9%A1", "page page=1e3", "page page=1&page=2",
					"size size=0", "size size=101", "size size=-1", "size size=x", "kind kind=xyz", "kind kind=website",
					"kind kind=WEBSITE&kind=APP", "kind kind=APP,WEBSITE", "platform platform=WINDOWS",
					"category category=nothing", "category category=KEPENDUDUKAN", "agency agency=nobody",
					"agency agency=%27%20or%201=1", "q q=a&q=b", "kategori kategori=kesehatan", "sort sort=name",
					"Page Page=2", "lang lang=en", "(unknown) %3Cscript%3E=1", "(unknown) a%0Ab=1" })
	void refusesWhatMakesNoSense(String parameter, String query) throws Exception {
		HttpResponse<String> response = get(SERVICES + "?" + query);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = this.json.readTree(response.body());
		assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
		assertThat(problem.path("detail").asString()).isNotEmpty();
		assertThat(problem.path("status").asInt()).isEqualTo(400);
	}

	@Test
	void refusesALongQuestion() throws Exception {
		assertThat(get(SERVICES + "?q=" + "a".repeat(200)).statusCode()).isEqualTo(200);
		JsonNode problem = this.json.readTree(get(SERVICES + "?q=" + "a".repeat(201)).body());
		assertThat(problem.path("parameter").asString()).isEqualTo("q");
		assertThat(get(SERVICES + "?q=" + "a".repeat(10_000)).statusCode()).isBetween(400, 414);
		assertThat(get(SERVICES + "?q=" + encode("漢".repeat(201))).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kind=", "page=&size=", "q=", "q=%20%20" })
	void takesEmptyParametersForAbsent(String query) throws Exception {
		assertThat(body(SERVICES + "?" + query).path("total").asInt()).isEqualTo(203);
	}

	@ParameterizedTest
	@ValueSource(strings = { "' or 1=1 --", "'; drop table catalog.service; --", "ktp & !kk | (akta", "ktp:*", "<->",
			"ktp <2> kk", "\\", "\\'", "\"ktp", "ktp AND NOT (kk)", "name:ktp~2^3", "*", "?", "%", "_", "ktp\u0001",
			"{}", "[]", "$1", ":q", "?1", "${jndi:x}", "#{1+1}", "😀", "İstanbul", "ﬃ", "\u202ektp", "\ufeffktp",
			"e\u0301", "١٢٣", "Ⅷ", "the", "yang di", "a b c d e f g h i j k l m n o p q r s t u v w x y z" })
	void answersAnyQuestion(String q) throws Exception {
		assertThat(get(SERVICES + "?q=" + encode(q)).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=%00", "q=ktp%00kk", "q=%ED%A0%80", "q=%FF%FE", "q=%C0%80", "q=%", "q=%zz",
			"category=%00", "page=%00", "%00=1", "q=%F4%90%80%80" })
	void neverFailsOnWhatIsNoText(String query) throws Exception {
		assertThat(raw("GET " + SERVICES + "?" + query)).startsWith("HTTP/1.1 ").matches("(?s)HTTP/1.1 [24].*");
	}

	@Test
	void neverFailsOnRandomQuestions() throws Exception {
		RandomText random = new RandomText(42);
		for (int i = 0; i < 150; i++) {
			String q = random.wild(60).replaceAll("[\\x{0}\\x{D800}-\\x{DFFF}]", " ");
			assertThat(get(SERVICES + "?q=" + encode(q)).statusCode()).as(q).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/DISDUKCAPIL", "/disdukcapil/", "/%27", "/..%2f", "/a%20b", "/%C3%A9" })
	void findsNothingWhereNothingIs(String path) throws Exception {
		HttpResponse<String> response = get(SERVICES + path);
		assertThat(response.statusCode()).isIn(400, 404);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).containsAnyOf("problem+json", "html");
		assertThat(get("/api/v1/agencies/nothing").statusCode()).isEqualTo(404);
		assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
		assertThat(get(SERVICES + "/" + "a".repeat(3000)).statusCode()).isEqualTo(404);
	}

	@Test
	void sendsNothingTwice() throws Exception {
		for (String address : List.of(SERVICES, SERVICES + "?q=ktp", SERVICES + "?kind=APP", SERVICES + "/disdukcapil",
				"/api/v1/categories", "/api/v1/agencies", "/api/v1/agencies/disdukcapil")) {
			HttpResponse<String> first = get(address);
			String tag = first.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(address));
			assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
			HttpResponse<String> again = send("GET", address, "If-None-Match", tag);
			assertThat(again.statusCode()).as(address).isEqualTo(304);
			assertThat(again.body()).isEmpty();
			assertThat(send("GET", address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
		}
		assertThat(get(SERVICES + "?q=ktp").headers().firstValue("Cache-Control")).contains("no-cache, private");
	}

	@Test
	void answersHeadAndOptions() throws Exception {
		for (String address : ADDRESSES) {
			HttpResponse<String> head = send("HEAD", address);
			assertThat(head.statusCode()).as(address).isEqualTo(200);
			assertThat(head.body()).isEmpty();
			assertThat(head.headers().firstValue("Content-Type")).isPresent();
			HttpResponse<String> options = send("OPTIONS", address);
			assertThat(options.statusCode()).as(address).isEqualTo(200);
			assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET");
			assertThat(send("POST", address).statusCode()).as(address).isIn(403, 405);
			assertThat(send("DELETE", address).statusCode()).as(address).isIn(403, 405);
		}
	}

	@Test
	void offersJsonOnly() throws Exception {
		for (String address : ADDRESSES) {
			HttpResponse<String> response = send("GET", address, "Accept", "application/xml");
			assertThat(response.statusCode()).as(address).isEqualTo(406);
			assertThat(response.headers().firstValue("Content-Type")).as(address).contains("application/problem+json");
			assertThat(send("GET", address, "Accept", "*/*").statusCode()).as(address).isEqualTo(200);
		}
	}

	@Test
	void isOpenToOtherSites() throws Exception {
		assertThat(get(SERVICES).headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		assertThat(get(SERVICES).headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void speaksCpsvAp() throws Exception {
		HttpResponse<String> response = get("/api/v1/cpsv-ap.jsonld");
		assertThat(response.headers().firstValue("Content-Type")).contains("application/ld+json");
		JsonNode document = this.json.readTree(response.body());
		JsonNode graph = document.path("@graph");
		Set<String> ids = new HashSet<>();
		graph.forEach((node) -> assertThat(ids.add(node.path("id").asString())).as(node.toString()).isTrue());
		List<JsonNode> services = new ArrayList<>();
		graph.forEach((node) -> {
			if (node.path("type").toString().contains("cpsv:PublicService")) {
				services.add(node);
			}
		});
		assertThat(services).hasSize(203).allSatisfy((service) -> {
			assertThat(service.path("dct:identifier").asString()).isNotEmpty();
			assertThat(service.at("/dct:title/id").asString()).isNotEmpty();
			assertThat(service.at("/dct:description/id").asString()).isNotEmpty();
			for (String reference : List.of("cv:hasCompetentAuthority", "dct:spatial", "adms:status", "dct:language")) {
				assertThat(ids).contains(service.path(reference).asString());
			}
			service.path("cv:isGroupedBy").forEach((event) -> assertThat(ids).contains(event.asString()));
			assertThat(service.path("cv:hasChannel")).isNotEmpty();
		});
		assertThat(response.body()).contains("https://disdukcapil.tangerangkota.go.id/").doesNotContain("https://kel-");
		JsonNode apps = services.stream()
			.filter((service) -> "ppdb-mandiri-aplikasi".equals(service.path("dct:identifier").asString()))
			.findFirst()
			.orElseThrow();
		assertThat(apps.path("cv:hasChannel")).hasSize(2);
		// Every prefix and every term with a rule stands in the context.
		Set<String> terms = new HashSet<>();
		graph.forEach((node) -> node.propertyNames().forEach(terms::add));
		assertThat(terms).allSatisfy((term) -> assertThat(document.path("@context").has(term.split(":")[0])).isTrue());
	}

	@Test
	void describesEveryAddress() throws Exception {
		JsonNode api = body("/api/openapi.json");
		Set<String> described = new HashSet<>(api.path("paths").propertyNames());
		Set<String> there = new HashSet<>();
		this.mapping.getHandlerMethods().forEach((info, method) -> {
			if (!method.getBeanType().getName().startsWith("org.springdoc")) {
				there.addAll(info.getPatternValues());
			}
		});
		there.removeIf((path) -> !path.startsWith("/api/"));
		assertThat(described).containsExactlyInAnyOrderElementsOf(there);
		assertThat(there).hasSizeGreaterThanOrEqualTo(6);
		assertThat(api.at("/info/title").asString()).isEqualTo("Layanan Kota Tangerang");
		assertThat(api.at("/info/version").asString()).isNotEmpty();
		assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
		api.path("paths").forEach((path) -> path.forEach((operation) -> {
			assertThat(operation.path("summary").asString()).isNotEmpty();
			assertThat(operation.path("responses").propertyNames()).contains("200", "400", "404", "406", "503");
			assertThat(operation.path("responses").has("304"))
				.isEqualTo(operation.at("/responses/200/content").has("application/json"));
			assertThat(operation.at("/responses/400/content/application~1problem+json/schema/$ref").asString())
				.isEqualTo("#/components/schemas/Problem");
			operation.path("parameters").forEach((parameter) -> assertThat(parameter.path("schema")).isNotEmpty());
		}));
		Matcher reference = Pattern.compile("\"#/components/schemas/(\\w+)\"").matcher(api.toString());
		while (reference.find()) {
			assertThat(api.at("/components/schemas").has(reference.group(1))).as(reference.group(1)).isTrue();
		}
		assertThat(api.at("/components/schemas/PageLinks/properties").propertyNames()).contains("next");
		assertThat(api.at("/components/schemas/ServiceLinks/properties").propertyNames()).contains("page");
		JsonNode size = parameter(api, "size");
		assertThat(size.at("/schema/minimum").asInt()).isEqualTo(1);
		assertThat(size.at("/schema/maximum").asInt()).isEqualTo(100);
		assertThat(size.at("/schema/default").asInt()).isEqualTo(20);
		assertThat(parameter(api, "q").at("/schema/maxLength").asInt()).isEqualTo(200);
		assertThat(parameter(api, "kind").path("schema").toString()).contains("WEBSITE", "APP");
	}

	private static JsonNode parameter(JsonNode api, String name) {
		for (JsonNode parameter : api.at("/paths/~1api~1v1~1services/get/parameters")) {
			if (name.equals(parameter.path("name").asString())) {
				return parameter;
			}
		}
		throw new AssertionError("There is no parameter " + name);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private JsonNode body(String address) throws Exception {
		HttpResponse<String> response = get(address);
		assertThat(response.statusCode()).as(address).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
		return this.json.readTree(response.body());
	}

	private HttpResponse<String> get(String address) throws Exception {
		return send("GET", address);
	}

	private HttpResponse<String> send(String method, String address, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/** As no client library would send it. */
	private String raw(String line) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
