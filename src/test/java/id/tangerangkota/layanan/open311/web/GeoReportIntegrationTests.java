package id.tangerangkota.layanan.open311.web;

import java.net.http.HttpRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.apikey.IssuedKey;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.open311.web.StandInDesk.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
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
 * GeoReport v2 as its specification has it: the calls of its examples, in both formats,
 * and every error.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, ScriptedChecks.class, StandInDesk.class })
class GeoReportIntegrationTests {

	private static final String V2 = "/open311/v2";

	private static final String REQUESTS = V2 + "/requests";

	@Autowired
	private StandInDesk.Desk desk;

	@Autowired
	private StandInDesk.Open open;

	@Autowired
	private ApiKeyDesk keys;

	@Autowired
	private Registration registration;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private Clock clock;

	private final Caller caller;

	private String key = "";

	GeoReportIntegrationTests(@LocalServerPort int port) {
		this.caller = new Caller(port);
	}

	@BeforeEach
	void startWithoutComplaints() {
		this.desk.taken.clear();
		this.open.complaints.clear();
		this.key = issue().text();
	}

	private IssuedKey issue() {
		return this.keys.issue(new ApiClientTerms("Aplikasi kampus", "rina@kampus.example", "Meneruskan laporan",
				Set.of(ApiScope.OPEN311_SUBMIT), 6000, null));
	}

	/** The example of the specification, on a street of this city. */
	private List<String> example(String... changes) {
		List<String> form = new ArrayList<>(List.of("api_key", this.key, "jurisdiction_id", "tangerangkota.go.id",
				"service_code", "jalan-rusak", "lat", "-6.1781", "long", "106.6300", "address_string",
				"1234 5th street", "email", "smit333@sfgov.edu", "device_id", "tt222111", "account_id", "123456",
				"first_name", "john", "last_name", "smith", "phone", "111111111", "description",
				"A large sinkhole is destroying the street", "media_url",
				"http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg"));
		for (int i = 0; i < changes.length; i += 2) {
			int at = form.indexOf(changes[i]);
			if (at >= 0) {
				form.set(at + 1, changes[i + 1]);
			}
			else {
				form.addAll(List.of(changes[i], changes[i + 1]));
			}
		}
		return form;
	}

	private HttpResponse<String> file(String format, String... changes) {
		return this.caller.post(REQUESTS + format, example(changes));
	}

	private Submission taken() {
		assertThat(this.desk.taken).hasSize(1);
		return this.desk.taken.getFirst();
	}

	private static List<String> descriptions(HttpResponse<String> response) {
		return json(response).values().stream().map((error) -> error.path("description").asString()).toList();
	}

	@Test
	void leadsToTheEndpoint() {
		for (String path : List.of("/open311/discovery", V2 + "/discovery")) {
			HttpResponse<String> xml = this.caller.get(path + ".xml");
			assertThat(xml.statusCode()).isEqualTo(200);
			assertThat(xml.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
			assertThat(xml.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><discovery><changeset>");
			Element discovery = xml(xml);
			assertThat(text(discovery, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
			assertThat(text(discovery, "url")).isEqualTo("http://localhost:8080/open311/v2");
			assertThat(text(discovery, "type")).isEqualTo("production");
			assertThat(text(discovery, "contact")).contains("/bantuan");
			assertThat(text(discovery, "key_service")).contains("/bantuan");
			JsonNode json = json(this.caller.get(path + ".json"));
			assertThat(json.at("/endpoints/0/formats").values()).extracting(JsonNode::asString)
				.containsExactly("text/xml", "application/json");
			assertThat(OffsetDateTime.parse(json.path("changeset").asString()).toInstant())
				.isBefore(this.clock.instant());
		}
	}

	@Test
	void listsWhatCanBeReported() {
		HttpResponse<String> response = this.caller.get(V2 + "/services.json?jurisdiction_id=tangerangkota.go.id");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
		JsonNode services = json(response);
		assertThat(services).hasSize(6);
		assertThat(services.path(0)).isEqualTo(Caller.JSON.readTree("""
				{"service_code": "jalan-rusak", "service_name": "Jalan dan jembatan",
				"description": "Tentang Jalan dan jembatan & lainnya.", "metadata": true, "type": "realtime",
				"keywords": "Roads and bridges", "group": "%s"}"""
			.formatted(this.catalog.agency("dpupr").orElseThrow().name())));
		assertThat(services.at("/2/description").asString()).startsWith("Untuk keadaan darurat, telepon 112");
		assertThat(services.at("/3/description").asString()).contains("SAPA 129");
		assertThat(json(this.caller.get(V2 + "/services.json?lang=en")).at("/0/service_name").asString())
			.isEqualTo("Roads and bridges");
		assertThat(this.caller.get(V2 + "/services").body()).isEqualTo(this.caller.get(V2 + "/services.xml").body());
	}

	@Test
	void asksWhatAReportIsAbout() {
		JsonNode definition = json(this.caller.get(V2 + "/services/layanan-digital.json"));
		assertThat(definition.path("service_code").asString()).isEqualTo("layanan-digital");
		JsonNode service = definition.at("/attributes/0");
		assertThat(service.path("code").asString()).isEqualTo("layanan");
		assertThat(service.path("datatype").asString()).isEqualTo("singlevaluelist");
		assertThat(service.path("required").isBoolean()).isTrue();
		assertThat(service.path("required").asBoolean()).isTrue();
		assertThat(service.path("values")).hasSize(203);
		assertThat(service.path("values").values()).extracting((value) -> value.path("key").asString())
			.contains("sobat-dukcapil");
		assertThat(definition.path("attributes").values()).extracting((one) -> one.path("order").asInt())
			.containsExactly(1, 2, 3, 4, 5);
		assertThat(codes("permintaan-informasi")).containsExactly("judul", "anonim", "rahasia");
		assertThat(codes("perempuan-anak")).containsExactly("jenis", "judul");
		assertThat(xml(this.caller.get(V2 + "/services/pju.xml")).getTagName()).isEqualTo("service_definition");
	}

	private List<String> codes(String category) {
		return json(this.caller.get(V2 + "/services/" + category + ".json")).path("attributes")
			.values()
			.stream()
			.map((attribute) -> attribute.path("code").asString())
			.toList();
	}

	@Test
	void takesTheReportOfTheExample() {
		HttpResponse<String> response = file(".xml");
		assertThat(response.statusCode()).isEqualTo(200);
		Element answer = xml(response);
		assertThat(answer.getTagName()).isEqualTo("service_requests");
		assertThat(TicketNumber.parse(String.valueOf(text(answer, "service_request_id")))).isPresent();
		assertThat(text(answer, "service_notice")).contains("/pengaduan/lacak", "3 Des 2026", "14 Des 2026");
		assertThat(answer.getElementsByTagName("token").getLength()).isZero();
		Submission report = taken();
		assertThat(report.channel()).isEqualTo(Channel.OPEN311);
		assertThat(report.kind()).isEqualTo(ComplaintKind.COMPLAINT);
		assertThat(report.category()).isEqualTo("jalan-rusak");
		assertThat(report.subject()).isEqualTo("A large sinkhole is destroying the street");
		assertThat(report.text()).isEqualTo("A large sinkhole is destroying the street\n\n"
				+ "http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg");
		assertThat(report.place()).isNotNull().satisfies((place) -> {
			assertThat(place.latitude()).isEqualTo(-6.1781);
			assertThat(place.longitude()).isEqualTo(106.63);
			assertThat(place.address()).isEqualTo("1234 5th street");
		});
		assertThat(report.reporter().account()).isNull();
		assertThat(report.reporter().name()).isEqualTo("john smith");
		assertThat(report.reporter().email()).isEqualTo("smit333@sfgov.edu");
		assertThat(report.reporter().phone()).isEqualTo("111111111");
		assertThat(report.anonymous() || report.confidential() || report.formal()).isFalse();
		assertThat(report.visitor()).endsWith(" 123456");
	}

	@Test
	void answersInJsonToo() {
		JsonNode answer = json(file(".json"));
		assertThat(answer).hasSize(1);
		assertThat(answer.at("/0/service_request_id").asString()).startsWith("LKS-2026-");
		assertThat(answer.at("/0/account_id").isNull()).isTrue();
		assertThat(answer.path(0).has("token")).isFalse();
	}

	@Test
	void takesAReportOnce() {
		List<String> form = example();
		HttpResponse<String> first = this.caller.post(REQUESTS + ".xml", form, "Idempotency-Key", "laporan-7");
		HttpResponse<String> again = this.caller.post(REQUESTS + ".xml", form, "Idempotency-Key", "laporan-7");
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(this.desk.taken).hasSize(1);
		this.key = issue().text();
		this.caller.post(REQUESTS + ".xml", example(), "Idempotency-Key", "laporan-7");
		assertThat(this.desk.taken).as("another client means another report").hasSize(2);
		file(".xml");
		file(".xml");
		assertThat(this.desk.taken).as("without a key each is a report").hasSize(4);
		assertThat(this.caller.post(REQUESTS + ".json", form, "Idempotency-Key", "x".repeat(201)).statusCode())
			.isEqualTo(400);
	}

	@Test
	void tellsTheNumberOfAToken() {
		HttpResponse<String> filed = file(".json");
		String token = filed.headers().firstValue("Open311-Token").orElseThrow();
		String id = json(filed).at("/0/service_request_id").asString();
		assertThat(json(this.caller.get(V2 + "/tokens/" + token + ".json"))).isEqualTo(Caller.JSON.readTree("""
				[{"service_request_id": "%s", "token": "%s"}]""".formatted(id, token)));
		Element xml = xml(this.caller.get(V2 + "/tokens/" + token + ".xml?jurisdiction_id=tangerangkota.go.id"));
		assertThat(text(xml, "service_request_id")).isEqualTo(id);
		assertThat(xml.getElementsByTagName("service_notice").getLength()).as("the code is for who filed it").isZero();
	}

	@Test
	void takesPlacesOfAnyKind() {
		file(".xml", "lat", "", "long", "", "address_string", "Depan Masjid Raya");
		file(".xml", "lat", "", "long", "", "address_string", "", "address_id", "36.71.01.1001");
		file(".xml", "address_string", "");
		assertThat(this.desk.taken).extracting(Submission::place).doesNotContainNull().satisfiesExactly((place) -> {
			assertThat(place.address()).isEqualTo("Depan Masjid Raya");
			assertThat(place.latitude()).isNull();
		}, (place) -> assertThat(place.subDistrict()).hasToString("36.71.01.1001"),
				(place) -> assertThat(place.address()).isNull());
	}

	@Test
	void keepsALongAddressInTheText() {
		String address = "Gang kecil ".repeat(30).strip();
		file(".xml", "address_string", address);
		assertThat(taken().place()).isNotNull()
			.satisfies((place) -> assertThat(place.address()).hasSizeLessThanOrEqualTo(200).endsWith("…"));
		assertThat(taken().text()).contains(address);
	}

	@Test
	void takesReportsAboutServicesWithTheAddressOfAnOffice() {
		HttpResponse<String> response = file(".json", "service_code", "layanan-digital", "lat", "", "long", "",
				"address_string", "Gedung Puspem, Jl. Satria Sudirman 1", "attribute[layanan]", "sobat-dukcapil");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(taken().service()).isEqualTo(service());
		assertThat(taken().place()).isNull();
	}

	private ServiceId service() {
		return this.catalog.service("sobat-dukcapil").orElseThrow().id();
	}

	@Test
	void listensToTheAnswers() {
		file(".json", "attribute[jenis]", "ASPIRATION", "attribute[judul]", "Lubang", "attribute[anonim]", "ya",
				"attribute[rahasia][]", "ya", "attribute[WHISPAWN]", "123456");
		assertThat(taken().kind()).isEqualTo(ComplaintKind.ASPIRATION);
		assertThat(taken().subject()).isEqualTo("Lubang");
		assertThat(taken().anonymous()).isTrue();
		assertThat(taken().confidential()).isTrue();
	}

	@Test
	void keepsViolenceSecretWhateverIsAsked() {
		file(".json", "service_code", "perempuan-anak", "attribute[anonim]", "tidak", "attribute[rahasia]", "tidak");
		assertThat(taken().anonymous()).isTrue();
		assertThat(taken().confidential()).isTrue();
	}

	@Test
	void takesAReportWithoutWordsOrNames() {
		HttpResponse<String> response = this.caller.post(REQUESTS + ".json?lang=en",
				List.of("api_key", this.key, "service_code", "permintaan-informasi", "address_string", "Puspem"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(taken().kind()).isEqualTo(ComplaintKind.INFORMATION);
		assertThat(taken().subject()).isEqualTo("Permintaan informasi");
		assertThat(taken().reporter().name()).isNull();
		assertThat(taken().reporter().language().name()).isEqualTo("ENGLISH");
		assertThat(json(response).at("/0/service_notice").asString()).startsWith("Report number LKS-");
	}

	@Test
	void makesASubjectOfLongWords() {
		file(".xml", "description", "Lubang besar. Sudah seminggu.");
		file(".xml", "description", "kata ".repeat(200));
		file(".xml", "description", "a.\nLampu mati sejak kemarin");
		file(".xml", "description", "😀".repeat(300));
		assertThat(this.desk.taken).extracting(Submission::subject)
			.satisfiesExactly((subject) -> assertThat(subject).isEqualTo("Lubang besar."),
					(subject) -> assertThat(subject).hasSizeLessThanOrEqualTo(100).endsWith("kata…"),
					(subject) -> assertThat(subject).isEqualTo("Jalan dan jembatan"),
					(subject) -> assertThat(subject).hasSizeLessThanOrEqualTo(100).endsWith("😀…"));
	}

	@Test
	void takesAFormInPartsToo() {
		String boundary = "batas";
		StringBuilder body = new StringBuilder();
		List<String> form = example();
		for (int i = 0; i < form.size(); i += 2) {
			body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary,
					form.get(i), form.get(i + 1)));
		}
		body.append("--%s--\r\n".formatted(boundary));
		HttpResponse<String> response = this.caller
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.caller.port() + REQUESTS + ".json"))
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(taken().text()).contains("sinkhole");
	}

	@ParameterizedTest
	@CsvSource({ "api_key, '', 403", "api_key, xyz, 403", "jurisdiction_id, sfgov.org, 404", "service_code, '', 400",
			"service_code, 001, 404", "lat, '', 400", "long, 106.63x, 400", "lat, 37.76524078, 400", "lat, NaN, 400",
			"lat, 1e1, 400", "email, nobody, 400", "media_url, javascript:alert(1), 400",
			"media_url, file:///etc/passwd, 400", "address_id, 545483, 400", "address_id, 36.71.01, 400",
			"attribute[jenis], LAIN, 400", "attribute[anonim], true, 400" })
	void refusesWhatIsWrong(String field, String value, int status) {
		HttpResponse<String> json = file(".json", field, value);
		assertThat(json.statusCode()).isEqualTo(status);
		assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
		assertThat(json(json)).hasSize(1);
		assertThat(json(json).at("/0/code").asInt()).isEqualTo(status);
		assertThat(json(json).at("/0/description").asString()).isNotBlank();
		HttpResponse<String> xml = file(".xml", field, value);
		assertThat(xml.statusCode()).isEqualTo(status);
		Element errors = xml(xml);
		assertThat(errors.getTagName()).isEqualTo("errors");
		assertThat(text(errors, "code")).isEqualTo(Integer.toString(status));
		assertThat(text(errors, "description")).isEqualTo(json(json).at("/0/description").asString());
		assertThat(this.desk.taken).isEmpty();
	}

	@Test
	void saysEverythingThatIsWrongAtOnce() {
		HttpResponse<String> response = this.caller.post(REQUESTS + ".json?lang=en", List.of("api_key", this.key,
				"service_code", "layanan-digital", "email", "x", "media_url", "y", "description", "x".repeat(4001)));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(descriptions(response)).containsExactly("attribute[layanan] is required.",
				"description takes at most 4,000 characters.",
				"media_url must be a web address that begins with http or https.",
				"No location was sent. Send lat and long, address_string or address_id.",
				"email must be an e-mail address, such as name@example.org.");
	}

	@Test
	void takesTheLongestDescription() {
		assertThat(file(".json", "description", "é".repeat(4000)).statusCode()).isEqualTo(200);
	}

	@Test
	void asksForTheKeyBeforeAnythingElse() {
		HttpResponse<String> response = this.caller.post(REQUESTS + ".json", List.of());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(descriptions(response)).containsExactly("api_key belum dikirim, jadi laporan tidak dapat diterima.");
		assertThat(this.caller.post(REQUESTS, List.of()).body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
				+ "<errors><error><code>403</code><description>api_key belum dikirim, jadi laporan tidak dapat "
				+ "diterima.</description></error></errors>");
	}

	@Test
	void saysWhenAKeyMayBeUsedAgain() {
		this.key = this.keys.issue(new ApiClientTerms("Lambat", "x", "x", Set.of(ApiScope.OPEN311_SUBMIT), 1, null))
			.text();
		assertThat(file(".json").statusCode()).isEqualTo(200);
		HttpResponse<String> response = file(".json");
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
		assertThat(json(response).at("/0/code").asInt()).isEqualTo(429);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/services/001", "/services/tidak-ada", "/requests/638344", "/requests/LKS-2026-000123-4",
			"/requests/LKS-2026-999999-9", "/tokens/12345", "/tokens/123e4567-e89b-42d3-a456-426614174000", "/apa-saja",
			"/services/pju/lagi" })
	void knowsWhatIsNotThere(String path) {
		for (String format : List.of(".json", ".xml", "")) {
			HttpResponse<String> response = this.caller.get(V2 + path + format);
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(response.body()).contains("404").doesNotContain("Exception");
			assertThat(response.headers().firstValue("Content-Type"))
				.hasValue(format.equals(".json") ? "application/json;charset=UTF-8" : "text/xml;charset=UTF-8");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/services", "/services/pju", "/requests", "/requests/LKS-2026-000123-7",
			"/tokens/123e4567-e89b-42d3-a456-426614174000" })
	void knowsNoOtherCity(String path) {
		HttpResponse<String> response = this.caller.get(V2 + path + ".json?jurisdiction_id=sfgov.org");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(descriptions(response)).singleElement()
			.asString()
			.contains("jurisdiction_id", "tangerangkota.go.id");
	}

	@Test
	void wantsAToken() {
		assertThat(this.caller.get(V2 + "/tokens.xml").statusCode()).isEqualTo(400);
	}

	@Test
	void showsAPublicComplaint() {
		Instant received = Instant.parse("2026-11-20T02:03:04.567Z");
		PublicComplaint complaint = Sample.of(123, received).complaint();
		this.open.complaints.add(complaint);
		JsonNode request = json(this.caller.get(REQUESTS + "/" + complaint.ticket() + ".json")).path(0);
		assertThat(request).isEqualTo(Caller.JSON.readTree("""
				{"service_request_id": "LKS-2026-000123-7", "status": "open", "status_notes": "Diproses",
				"service_name": "Jalan dan jembatan", "service_code": "jalan-rusak",
				"description": "Jalan berlubang\\n\\nLubang besar di depan pasar.", "agency_responsible": "%s",
				"service_notice": null, "requested_datetime": "2026-11-20T09:03:04+07:00",
				"updated_datetime": "2026-11-20T09:04:04+07:00", "expected_datetime": "2026-11-25T09:03:04+07:00",
				"address": "Jl. Daan Mogot 12, %s, Kota Tangerang", "address_id": "36.71.01.1001", "zipcode": "%s",
				"lat": -6.1781, "long": 106.63, "media_url": null}"""
			.replace("LKS-2026-000123-7", complaint.ticket().toString())
			.formatted(this.catalog.agency("dpupr").orElseThrow().name(), kelurahan(request),
					request.path("zipcode").asString())));
		assertThat(request.path("zipcode").asString()).matches("151\\d\\d");
		Element xml = xml(this.caller.get(REQUESTS + "/" + complaint.ticket() + ".xml"));
		assertThat(text(xml, "lat")).isEqualTo("-6.1781");
		assertThat(text(xml, "media_url")).isEmpty();
	}

	private static String kelurahan(JsonNode request) {
		String[] parts = request.path("address").asString().split(", ");
		assertThat(parts).hasSize(4);
		return parts[1] + ", " + parts[2];
	}

	@Test
	void givesTheOfficeOfTheAgencyAsTheAddressOfAService() {
		PublicComplaint complaint = Sample.of(5, this.clock.instant()).about(service()).complaint();
		this.open.complaints.add(complaint);
		JsonNode request = json(this.caller.get(REQUESTS + "/" + complaint.ticket() + ".json")).path(0);
		assertThat(request.path("address").asString()).endsWith("Kota Tangerang").contains("Kependudukan");
		assertThat(request.path("lat").isNull()).isTrue();
	}

	@Test
	void saysHowAComplaintEnded() {
		Instant now = this.clock.instant();
		this.open.complaints.add(Sample.of(1, now).in("pju", ComplaintStatus.RESOLVED).complaint());
		this.open.complaints.add(Sample.of(2, now).in("pju", ComplaintStatus.REJECTED).complaint());
		this.open.complaints.add(Sample.of(3, now).into(1).complaint());
		JsonNode closed = json(this.caller.get(REQUESTS + ".json?status=closed"));
		assertThat(closed.values()).extracting((one) -> one.path("status_notes").asString())
			.containsExactlyInAnyOrder("Selesai", "Tidak ditindaklanjuti",
					"Digabung dengan laporan " + new TicketNumber(2026, 1));
		assertThat(closed.values()).allMatch((one) -> one.path("expected_datetime").isNull());
		assertThat(json(this.caller.get(REQUESTS + ".json?status=open"))).isEmpty();
		assertThat(json(this.caller.get(REQUESTS + ".json?status=open,closed"))).hasSize(3);
	}

	@Test
	void findsByNumbersWhateverElseIsSaid() {
		Instant old = this.clock.instant().minus(Duration.ofDays(400));
		List<PublicComplaint> complaints = StandInDesk.many(3, 1, "pju", old);
		this.open.complaints.addAll(complaints);
		String ids = complaints.get(0).ticket() + "," + complaints.get(2).ticket() + ",LKS-2026-555555-5,123";
		JsonNode found = json(this.caller
			.get(REQUESTS + ".json?service_request_id=" + ids + "&status=sometimes&start_date=x&service_code=001"));
		assertThat(found.values()).extracting((one) -> one.path("service_request_id").asString())
			.containsExactlyInAnyOrder(complaints.get(0).ticket().toString(), complaints.get(2).ticket().toString());
	}

	@Test
	void findsByCategoryAndTime() {
		Instant now = this.clock.instant();
		this.open.complaints.addAll(StandInDesk.many(2, 1, "pju", now));
		this.open.complaints.addAll(StandInDesk.many(2, 11, "jalan-rusak", now.minus(Duration.ofDays(30))));
		this.open.complaints.addAll(StandInDesk.many(2, 21, "bencana", now.minus(Duration.ofDays(89))));
		this.open.complaints.addAll(StandInDesk.many(2, 31, "pju", now.minus(Duration.ofDays(91))));
		assertThat(numbers("")).as("the most recent 90 days").containsExactly(1L, 2L, 11L, 12L, 21L, 22L);
		assertThat(numbers("?service_code=pju")).containsExactly(1L, 2L);
		assertThat(numbers("?service_code=bencana,pju&service_code=pju")).containsExactly(1L, 2L, 21L, 22L);
		assertThat(numbers("?service_code=&status=")).hasSize(6);
		String start = now.minus(Duration.ofDays(92)).toString();
		assertThat(numbers("?start_date=" + start)).as("90 days from there")
			.containsExactly(11L, 12L, 21L, 22L, 31L, 32L);
		String end = now.minus(Duration.ofDays(31)).toString();
		assertThat(numbers("?end_date=" + end)).containsExactly(21L, 22L, 31L, 32L);
		assertThat(numbers("?start_date=" + start + "&end_date=" + end)).containsExactly(21L, 22L, 31L, 32L);
		assertThat(numbers("?page_size=1&extensions=true")).as("what others know is left alone").hasSize(6);
	}

	private List<Long> numbers(String query) {
		return json(this.caller.get(REQUESTS + ".json" + query)).values()
			.stream()
			.map((one) -> TicketNumber.parse(one.path("service_request_id").asString()).orElseThrow().number())
			.toList();
	}

	@Test
	void readsDatesAsTheyCome() {
		this.open.complaints.addAll(StandInDesk.many(1, 1, "pju", Instant.parse("2026-05-24T17:00:00Z")));
		assertThat(numbers("?start_date=2026-05-24T00:00:00Z&end_date=2026-06-24T00:00:00Z")).hasSize(1);
		assertThat(numbers("?start_date=2026-05-25T00:00:00%2B07:00&end_date=2026-05-25T00:00:00%2B07:00")).hasSize(1);
		assertThat(numbers("?start_date=2026-05-25T00:00:00+07:00&end_date=2026-05-26T00:00:00+07:00")).hasSize(1);
		assertThat(numbers("?start_date=2026-05-25&end_date=2026-05-26")).hasSize(1);
		assertThat(numbers("?start_date=2026-05-26&end_date=2026-05-27")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "start_date=yesterday, 400", "start_date=2026-02-30T00:00:00Z, 400",
			"start_date=2026-05-24T00:00:00, 400", "end_date=%2B999999-01-01T00:00:00Z, 400",
			"start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z, 400",
			"start_date=2026-06-01T00:00:00Z&end_date=2026-05-01T00:00:00Z, 400", "status=done, 400",
			"service_code=001, 404", "service_code=pju%2C001, 404" })
	void refusesOtherQuestions(String query, int status) {
		HttpResponse<String> response = this.caller.get(REQUESTS + ".json?" + query);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(json(response).at("/0/code").asInt()).isEqualTo(status);
	}

	@Test
	void givesAThousandAtMostAndReadsNoFurther() {
		Instant now = this.clock.instant();
		this.open.complaints.addAll(StandInDesk.many(1200, 1, "pju", now));
		this.open.complaints.addAll(StandInDesk.many(10, 5001, "bencana", now));
		this.open.lists.set(0);
		List<Long> numbers = numbers("?service_code=pju,bencana,jalan-rusak");
		assertThat(numbers).hasSize(1000).contains(5010L, 990L).doesNotContain(991L);
		assertThat(this.open.lists).hasValueLessThanOrEqualTo(13);
		assertThat(this.open.photoLooks).as("no look at each of a list").hasValueLessThanOrEqualTo(1);
	}

	@Test
	void shortensWhatIsLongerThanTheStandardAllows() {
		this.open.complaints
			.add(Sample.of(1, this.clock.instant()).saying("Panjang", "x" + "😀".repeat(2400)).complaint());
		String description = json(this.caller.get(REQUESTS + ".json")).at("/0/description").asString();
		assertThat(description).hasSizeLessThanOrEqualTo(4000).startsWith("Panjang").endsWith("😀…");
	}

	@Test
	void isEmptyWithoutAny() {
		assertThat(this.caller.get(REQUESTS + ".json").body()).isEqualTo("[]");
		assertThat(xml(this.caller.get(REQUESTS + ".xml")).getTagName()).isEqualTo("service_requests");
	}

	static Stream<String> resources() {
		return Stream.of("/open311/discovery", V2 + "/services", V2 + "/services/layanan-digital", REQUESTS,
				V2 + "/services/nothing");
	}

	@ParameterizedTest
	@MethodSource("resources")
	void saysTheSameInBothFormats(String path) {
		Instant now = this.clock.instant();
		this.open.complaints
			.add(Sample.of(1, now).saying("Satu & <b>dua</b>", "Baris\nkedua \"]]>\" é 😀").complaint());
		this.open.complaints.add(Sample.of(2, now).about(service()).complaint());
		JsonNode xml = Caller.spark(xml(this.caller.get(path + ".xml")));
		assertThat(xml).isEqualTo(Caller.texts(json(this.caller.get(path + ".json"))));
	}

	@Test
	void writesXmlOfAnyText() {
		this.open.complaints
			.add(Sample.of(1, this.clock.instant()).saying("Bunyi", "Bel \u0007 dan \u0001 lalu \ufffe.").complaint());
		assertThat(text(xml(this.caller.get(REQUESTS + ".xml")), "description")).endsWith("Bel  dan  lalu .");
	}

	@Test
	void isOpenToPagesOfOtherSites() {
		HttpResponse<String> read = this.caller.get(REQUESTS + ".json", "Sec-Fetch-Site", "cross-site");
		assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		HttpResponse<String> filed = this.caller.post(REQUESTS + ".json", example(), "Sec-Fetch-Site", "cross-site",
				"Idempotency-Key", "dari-peramban");
		assertThat(filed.statusCode()).isEqualTo(200);
		assertThat(filed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		assertThat(filed.headers().firstValue("Set-Cookie")).isEmpty();
		HttpResponse<String> asked = this.caller
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.caller.port() + REQUESTS + ".json"))
				.headers("Origin", "https://kampus.example", "Access-Control-Request-Method", "POST",
						"Access-Control-Request-Headers", "idempotency-key")
				.method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).hasValue("*");
		assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
	}

	/** A page of the portal, or one that got in, files nothing in anybody's name. */
	@Test
	void recognisesNobodyByACookie() {
		String nik = Niks.next();
		this.registration.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", "kopi pagi hujan deras",
				null, "198.51.100.71"));
		Person person = new Person(this.caller.port()).open("/masuk")
			.submit("/masuk", "nik", nik, "sandi", "kopi pagi hujan deras");
		assertThat(person.open("/akun").status()).isEqualTo(200);
		this.desk.actors.clear();
		Map<String, String> form = new HashMap<>();
		List<String> example = example();
		for (int i = 0; i < example.size(); i += 2) {
			form.put(example.get(i), example.get(i + 1));
		}
		assertThat(person.post(REQUESTS + ".json", form).status()).isEqualTo(200);
		assertThat(this.desk.actors).containsExactly(Actor.anonymous());
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE", "PUT" })
	void refusesOtherMethodsInItsOwnWay(String method) {
		HttpResponse<String> response = this.caller
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.caller.port() + REQUESTS + ".json"))
				.method(method, HttpRequest.BodyPublishers.noBody()));
		assertThat(response.statusCode()).isBetween(400, 405);
		assertThat(json(response).at("/0/description").asString()).isNotBlank();
	}

	/** Whatever is sent about people, nothing of it is ever shown to others. */
	@Test
	void neverShowsWhoReports() {
		Random random = new Random(311);
		List<String> secrets = new ArrayList<>(List.of(this.key));
		for (int i = 0; i < 40; i++) {
			List<String> form = new ArrayList<>(
					List.of("api_key", this.key, "service_code", "pju", "lat", "-6.17", "long", "106.63"));
			for (String field : List.of("email", "first_name", "last_name", "phone", "device_id", "account_id")) {
				if (random.nextInt(4) > 0) {
					String secret = "s" + Long.toString(random.nextLong() >>> 1, 36);
					secrets.add(secret);
					form.addAll(List.of(field, field.equals("email") ? secret + "@contoh.id" : secret));
				}
			}
			HttpResponse<String> filed = this.caller.post(REQUESTS + (random.nextBoolean() ? ".xml" : ".json"), form,
					"Idempotency-Key", "k" + i);
			assertThat(filed.statusCode()).isEqualTo(200);
			assertThat(secrets).noneMatch(filed.body()::contains);
		}
		Instant now = this.clock.instant();
		this.desk.taken.forEach((report) -> this.open.complaints.add(Sample.of(1000 + this.open.complaints.size(), now)
			.saying(report.subject(), report.text())
			.complaint()));
		List<String> paths = new ArrayList<>(List.of(REQUESTS, V2 + "/services", V2 + "/services/pju"));
		this.open.complaints.forEach((complaint) -> paths.add(REQUESTS + "/" + complaint.ticket()));
		this.desk.taken.forEach((report) -> paths.add(V2 + "/tokens/" + report.key()));
		assertThat(secrets).hasSizeGreaterThan(100);
		for (String path : paths) {
			for (String format : Arrays.asList(".xml", ".json")) {
				String body = this.caller.get(path + format).body();
				assertThat(secrets).as(path).noneMatch(body::contains);
			}
		}
	}

}
