package id.tangerangkota.layanan.open311.web;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static id.tangerangkota.layanan.open311.web.Caller.json;
import static id.tangerangkota.layanan.open311.web.Caller.text;
import static id.tangerangkota.layanan.open311.web.Caller.xml;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calls four clients make that others wrote and use with other cities: in the order,
 * with the parameters and with the habits they have.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, ScriptedChecks.class, StandInDesk.class })
class ClientCallsIntegrationTests {

	private static final String V2 = "/open311/v2/";

	@Autowired
	private StandInDesk.Desk desk;

	@Autowired
	private StandInDesk.Open open;

	@Autowired
	private ApiKeyDesk keys;

	@Autowired
	private Clock clock;

	private final Caller caller;

	private String key = "";

	ClientCallsIntegrationTests(@LocalServerPort int port) {
		this.caller = new Caller(port);
	}

	@BeforeEach
	void letThemIn() {
		this.desk.taken.clear();
		this.open.complaints.clear();
		this.open.complaints.addAll(StandInDesk.many(3, 1, "pju", this.clock.instant()));
		this.key = this.keys.issue(new ApiClientTerms("Klien", "x", "x", Set.of(ApiScope.OPEN311_SUBMIT), 600, null))
			.text();
	}

	private static List<Element> children(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			elements.add((Element) found.item(i));
		}
		return elements;
	}

	/**
	 * FixMyStreet sends XML calls, jurisdiction_id even when it has none, its title and
	 * link within the description, and follows reports by their numbers in one call.
	 */
	@Test
	void servesFixMyStreet() {
		List<Element> services = children(xml(this.caller.get(V2 + "services.xml?jurisdiction_id=")), "service");
		for (Element service : services) {
			if ("true".equals(text(service, "metadata"))) {
				Element definition = xml(
						this.caller.get(V2 + "services/" + text(service, "service_code") + ".xml?jurisdiction_id="));
				assertThat(children(definition, "attribute")).isNotEmpty()
					.allSatisfy((attribute) -> assertThat(text(attribute, "variable")).isEqualTo("true"))
					.allSatisfy((attribute) -> assertThat(Integer.parseInt(String.valueOf(text(attribute, "order"))))
						.isPositive());
			}
		}
		String description = "title: Lampu mati\n\ndetail: Gelap sejak Senin\n\nurl: http://fms.example/report/17\n\n"
				+ "Submitted via FixMyStreet\n";
		HttpResponse<String> posted = this.caller.post(V2 + "requests.xml",
				List.of("jurisdiction_id", "", "api_key", this.key, "lat", "-6.1781", "long", "106.63", "email",
						"siti@contoh.id", "description", description, "service_code", "pju", "first_name", "Siti",
						"last_name", "", "phone", "0812", "media_url", "http://fms.example/photo/17.jpeg",
						"attribute[fixmystreet_id]", "17", "attribute[easting]", "1"));
		assertThat(posted.statusCode()).isEqualTo(200);
		List<Element> requests = children(xml(posted), "request");
		assertThat(requests).hasSize(1);
		assertThat(text(requests.getFirst(), "service_request_id")).startsWith("LKS-");
		assertThat(this.desk.taken).singleElement().satisfies((report) -> {
			assertThat(report.text()).contains("Gelap sejak Senin", "http://fms.example/photo/17.jpeg");
			assertThat(report.reporter().name()).isEqualTo("Siti");
		});
		String ids = String.join(",",
				this.open.complaints.stream().map((complaint) -> complaint.ticket().toString()).toList());
		Element followed = xml(
				this.caller.get(V2 + "requests.xml?jurisdiction_id=&service_request_id=" + ids.replace(",", "%2C")));
		assertThat(children(followed, "request")).hasSize(3)
			.allSatisfy((request) -> assertThat(text(request, "status")).isIn("open", "closed"))
			.allSatisfy((request) -> assertThat(Instant
				.parse(OffsetDateTime.parse(String.valueOf(text(request, "updated_datetime"))).toInstant().toString()))
				.isBefore(this.clock.instant().plusSeconds(120)));
	}

	/** What FixMyStreet makes of a refusal: code and description of each error. */
	@Test
	void explainsItselfToFixMyStreet() {
		HttpResponse<String> posted = this.caller.post(V2 + "requests.xml",
				List.of("jurisdiction_id", "", "api_key", "wrong", "service_code", "pju"));
		assertThat(posted.statusCode()).isEqualTo(403);
		assertThat(children(xml(posted), "error")).singleElement().satisfies((error) -> {
			assertThat(text(error, "code")).isEqualTo("403");
			assertThat(text(error, "description")).contains("api_key");
		});
	}

	/**
	 * Python's "three" speaks JSON, looks for the discovery below the endpoint, writes
	 * days as midnights in UTC, and sends its key with an address but no point.
	 */
	@Test
	void servesThree() {
		assertThat(json(this.caller.get(V2 + "discovery.json")).path("endpoints").isArray()).isTrue();
		JsonNode services = json(this.caller.get(V2 + "services.json"));
		assertThat(services.isArray()).isTrue();
		JsonNode definition = json(
				this.caller.get(V2 + "services/" + services.at("/0/service_code").asString() + ".json"));
		assertThat(definition.path("attributes").isArray()).isTrue();
		LocalDate today = PageClock.day(this.clock.instant());
		DateTimeFormatter midnight = DateTimeFormatter.ofPattern("yyyy-MM-dd'T00:00:00Z'");
		JsonNode between = json(this.caller.get(V2 + "requests.json?start_date=" + midnight.format(today.minusDays(7))
				+ "&end_date=" + midnight.format(today.plusDays(2)) + "&page_size=50"));
		assertThat(between).hasSize(3);
		assertThat(json(this.caller.get(V2 + "requests.json?service_code=pju"))).hasSize(3);
		String id = between.at("/0/service_request_id").asString();
		assertThat(json(this.caller.get(V2 + "requests/" + id + ".json")).at("/0/service_request_id").asString())
			.isEqualTo(id);
		JsonNode posted = json(this.caller.post(V2 + "requests.json",
				List.of("service_code", "pju", "address_string", "123 Any St", "first_name", "Zach", "last_name",
						"Williams", "phone", "555-5555", "description", "My issue description.", "api_key", this.key)));
		assertThat(posted.at("/0/service_request_id").asString()).isNotEmpty();
		JsonNode refused = json(this.caller.post(V2 + "requests.json", List.of("service_code", "0", "api_key", "")));
		assertThat(refused.at("/0/code").asInt()).isEqualTo(403);
	}

	/**
	 * Ruby's "open311" sends jurisdiction_id with every call, numbers as text, and
	 * unwraps service_requests/request of XML.
	 */
	@Test
	void servesTheRubyGem() {
		String city = "?jurisdiction_id=tangerangkota.go.id";
		assertThat(children(xml(this.caller.get(V2 + "services.xml" + city)), "service")).hasSize(6);
		assertThat(text(xml(this.caller.get(V2 + "services/pju.xml" + city)), "service_code")).isEqualTo("pju");
		PublicComplaint complaint = this.open.complaints.getFirst();
		assertThat(children(xml(this.caller.get(V2 + "requests.xml" + city)), "request")).hasSize(3);
		assertThat(
				text(xml(this.caller.get(V2 + "requests/" + complaint.ticket() + ".xml" + city)), "service_request_id"))
			.isEqualTo(complaint.ticket().toString());
		HttpResponse<String> posted = this.caller.post(V2 + "requests.xml",
				List.of("service_code", "pju", "address_string", "1234 5th street", "email", "smit222@sfgov.edu",
						"device_id", "tt222111", "account_id", "12345", "first_name", "john", "last_name", "smith",
						"phone", "111111111", "description", "A large sinkhole is destroying the street", "media_url",
						"http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg", "lat", "-6.178486", "long",
						"106.630179", "jurisdiction_id", "tangerangkota.go.id", "api_key", this.key));
		String id = Objects.requireNonNull(text(xml(posted), "service_request_id"));
		String token = posted.headers().firstValue("Open311-Token").orElseThrow();
		Element found = xml(this.caller.get(V2 + "tokens/" + token + ".xml" + city));
		assertThat(text(found, "service_request_id")).isEqualTo(id);
		assertThat(text(found, "token")).isEqualTo(token);
		assertThat(this.caller.get(V2 + "requests/0.xml" + city).statusCode()).isEqualTo(404);
	}

	/** What a validator of servers looks at before it believes in one. */
	@Test
	void standsUpToAValidator() {
		Element xml = xml(this.caller.get("/open311/discovery.xml"));
		JsonNode json = json(this.caller.get("/open311/discovery.json"));
		assertThat(text(xml, "contact")).isNotBlank().isEqualTo(json.path("contact").asString());
		assertThat(text(xml, "key_service")).isNotBlank();
		for (Element endpoint : children(xml, "endpoint")) {
			assertThat(text(endpoint, "specification")).isNotBlank();
			assertThat(text(endpoint, "url")).isNotBlank();
			assertThat(text(endpoint, "type")).isIn("production", "test");
			assertThat(children(endpoint, "format")).extracting(Element::getTextContent).contains("text/xml");
			assertThat(OffsetDateTime.parse(String.valueOf(text(endpoint, "changeset"))).toInstant())
				.isBefore(this.clock.instant().plus(Duration.ofSeconds(1)));
		}
		JsonNode services = json(this.caller.get(V2 + "services.json?jurisdiction_id=tangerangkota.go.id"));
		String first = services.at("/0/service_code").asString();
		HttpResponse<String> posted = this.caller.post(V2 + "requests.json",
				List.of("api_key", this.key, "jurisdiction_id", "tangerangkota.go.id", "service_code", first,
						"address_string", "Jl. Merdeka 1", "email", "foo@bar.com", "description", "I know"));
		assertThat(json(posted).isArray()).isTrue();
		assertThat(this.desk.taken).extracting(Submission::text).containsExactly("I know");
	}

}
