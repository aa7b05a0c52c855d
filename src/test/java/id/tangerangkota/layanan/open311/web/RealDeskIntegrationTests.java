package id.tangerangkota.layanan.open311.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static id.tangerangkota.layanan.open311.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What other systems hand in goes to the desk, and comes back only as it may. */
@PortalTest
class RealDeskIntegrationTests {

	private static final String REQUESTS = "/open311/v2/requests";

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ApiKeyDesk keys;

	@Autowired
	private JdbcClient jdbc;

	private final Caller caller;

	private String key = "";

	RealDeskIntegrationTests(@LocalServerPort int port) {
		this.caller = new Caller(port);
	}

	@BeforeEach
	void letAClientIn() {
		this.key = this.keys.issue(new ApiClientTerms("Klien", "x", "x", Set.of(ApiScope.OPEN311_SUBMIT), 6000, null))
			.text();
	}

	/** A report as posted, with what must never be seen of it. */
	private record Posted(Receipt receipt, String text, boolean secret) {
	}

	private Posted post(String code, String text, Map<String, String> more) {
		List<String> form = new ArrayList<>(List.of("api_key", this.key, "service_code", code, "lat", "-6.1783", "long",
				"106.6319", "address_string", "Jalan Kenanga", "description", text));
		more.forEach((name, value) -> form.addAll(List.of(name, value)));
		HttpResponse<String> filed = this.caller.post(REQUESTS + ".json", form);
		assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
		Receipt receipt = this.desk.receipt(UUID.fromString(filed.headers().firstValue("Open311-Token").orElseThrow()))
			.orElseThrow();
		assertThat(json(filed).at("/0/service_request_id").asString()).isEqualTo(receipt.ticket().toString());
		assertThat(json(filed).at("/0/service_notice").asString()).contains(receipt.code().grouped());
		boolean secret = Set.of("perempuan-anak", "pelayanan-aparatur").contains(code)
				|| "ya".equals(more.get("attribute[rahasia]"));
		return new Posted(receipt, text, secret);
	}

	@Test
	void showsAReportOnceTheCoordinatorHasLookedAtIt() {
		Posted posted = post("jalan-rusak", "Lubang dalam di depan pasar, dua motor sudah jatuh.",
				Map.of("email", "siti@contoh.id", "first_name", "Siti", "phone", "0812000111"));
		String address = REQUESTS + "/" + posted.receipt().ticket() + ".json";
		assertThat(this.caller.get(address).statusCode()).isEqualTo(404);
		this.complaints.verify(posted.receipt().complaint(), new AgencyId("dpupr"));
		JsonNode request = json(this.caller.get(address)).path(0);
		assertThat(request.path("status").asString()).isEqualTo("open");
		assertThat(request.path("description").asString()).isEqualTo(posted.text());
		assertThat(request.path("service_code").asString()).isEqualTo("jalan-rusak");
		assertThat(Moments.read(request.path("expected_datetime").asString()))
			.isEqualTo(posted.receipt().solution().dueAt());
		assertThat(json(this.caller.get(REQUESTS + ".json?service_code=jalan-rusak&status=open")).values())
			.extracting((one) -> one.path("service_request_id").asString())
			.contains(posted.receipt().ticket().toString());
		assertThat(DatabaseText.find(this.jdbc, "siti@contoh.id")).as("who reports is sealed").isEmpty();
	}

	@Test
	void handsInOneReportHoweverOftenItComes() {
		List<String> form = List.of("api_key", this.key, "service_code", "pju", "address_id", "36.71.01.1001",
				"description", "Lampu mati sejak Senin");
		HttpResponse<String> first = this.caller.post(REQUESTS + ".xml", form, "Idempotency-Key", "17");
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(this.caller.post(REQUESTS + ".xml", form, "Idempotency-Key", "17").body()).isEqualTo(first.body());
	}

	/** Else the second citizen would get the first one's number and code. */
	@Test
	void refusesAnotherReportUnderTheSameKey() {
		List<String> form = List.of("api_key", this.key, "service_code", "pju", "address_id", "36.71.01.1001",
				"description", "Lampu mati sejak Selasa", "email", "siti@contoh.id");
		HttpResponse<String> first = this.caller.post(REQUESTS + ".json", form, "Idempotency-Key", "18");
		assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
		for (List<String> change : List.of(List.of("description", "Lampu mati sejak Rabu"),
				List.of("service_code", "jalan-rusak"), List.of("email", "budi@contoh.id"),
				List.of("attribute[rahasia]", "ya"), List.of("address_id", "36.71.01.1002"))) {
			List<String> other = new ArrayList<>(form);
			int place = other.indexOf(change.getFirst());
			if (place < 0) {
				other.addAll(change);
			}
			else {
				other.set(place + 1, change.getLast());
			}
			HttpResponse<String> refused = this.caller.post(REQUESTS + ".json", other, "Idempotency-Key", "18");
			assertThat(refused.statusCode()).as(change.getFirst()).isEqualTo(400);
			assertThat(json(refused).at("/0/code").asInt()).isEqualTo(400);
			assertThat(json(refused).at("/0/description").asString()).contains("Idempotency-Key");
			assertThat(refused.body()).doesNotContain(json(first).at("/0/service_request_id").asString());
		}
		assertThat(this.caller.post(REQUESTS + ".json", form, "Idempotency-Key", "18").body()).isEqualTo(first.body());
	}

	@Test
	void refusesAKelurahanThatIsNotThere() {
		HttpResponse<String> response = this.caller.post(REQUESTS + ".json", List.of("api_key", this.key,
				"service_code", "pju", "address_id", "36.71.99.9999", "description", "Lampu mati"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).at("/0/description").asString()).contains("address_id");
	}

	@Test
	void takesPhotosThatComeWithAReportAndShowsTheFirst() throws Exception {
		HttpResponse<String> filed = postFile(UploadFiles.jpegFromCamera(800, 600, 1), "17");
		assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
		assertThat(postFile(UploadFiles.jpegFromCamera(800, 600, 1), "17").body()).as("once").isEqualTo(filed.body());
		Receipt receipt = this.desk.receipt(UUID.fromString(filed.headers().firstValue("Open311-Token").orElseThrow()))
			.orElseThrow();
		this.complaints.verify(receipt.complaint(), new AgencyId("dpupr"));
		String list = REQUESTS + ".json?service_code=jalan-rusak";
		String single = REQUESTS + "/" + receipt.ticket() + ".json";
		for (String address : List.of(list, single, REQUESTS + ".json?service_request_id=" + receipt.ticket())) {
			String media = json(this.caller.get(address)).valueStream()
				.filter((one) -> one.path("service_request_id").asString().equals(receipt.ticket().toString()))
				.findFirst()
				.orElseThrow()
				.path("media_url")
				.asString();
			assertThat(media).as(address).contains("/berkas/");
			HttpResponse<String> photo = this.caller.get(URI.create(media).getPath());
			assertThat(photo.statusCode()).isEqualTo(200);
			assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
			assertThat(photo.body()).as("nothing of the camera").doesNotContain("RAHASIA");
		}
	}

	@ParameterizedTest
	@CsvSource({ "pdf, foto", "heic, HEIC", "text, jenis berkas", "empty, kosong" })
	void refusesAReportWithAFileThatIsNoPhoto(String what, String said) throws Exception {
		long before = this.jdbc.sql("select count(*) from complaint.complaint").query(Long.class).single();
		byte[] file = switch (what) {
			case "pdf" -> UploadFiles.pdf();
			case "heic" -> UploadFiles.heic();
			case "text" -> UploadFiles.ascii("MZ bukan foto");
			default -> new byte[0];
		};
		HttpResponse<String> refused = postFile(file, what);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
		assertThat(json(refused).at("/0/description").asString()).contains(said);
		assertThat(this.jdbc.sql("select count(*) from complaint.complaint").query(Long.class).single())
			.isEqualTo(before);
	}

	@Test
	void saysThatARequestIsTooLarge() throws Exception {
		HttpResponse<String> refused = postFile(new byte[13 * 1024 * 1024], "large");
		assertThat(refused.statusCode()).isEqualTo(413);
		assertThat(json(refused).at("/0/description").asString()).contains("10 MB");
	}

	private HttpResponse<String> postFile(byte[] file, String idempotencyKey) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		Map.of("api_key", this.key, "service_code", "jalan-rusak", "lat", "-6.1783", "long", "106.6319", "description",
				"Lubang dalam di depan pasar, dua motor sudah jatuh.")
			.forEach((name, value) -> body.writeBytes(UploadFiles
				.ascii("--batas\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
		body.writeBytes(UploadFiles.ascii("--batas\r\nContent-Disposition: form-data; name=\"media\"; "
				+ "filename=\"foto.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"));
		body.writeBytes(file);
		body.writeBytes(UploadFiles.ascii("\r\n--batas--\r\n"));
		return this.caller
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.caller.port() + REQUESTS + ".json"))
				.header("Content-Type", "multipart/form-data; boundary=batas")
				.header("Idempotency-Key", idempotencyKey)
				.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	@Test
	void readsDefinitionsOfAllCategories() {
		JsonNode services = json(this.caller.get("/open311/v2/services.json"));
		assertThat(services).hasSizeGreaterThan(20);
		services.forEach((service) -> {
			HttpResponse<String> definition = this.caller
				.get("/open311/v2/services/" + service.path("service_code").asString() + ".xml");
			assertThat(definition.statusCode()).isEqualTo(200);
			assertThat(service.path("group").asString()).isNotBlank();
		});
	}

	/** Whatever is posted: what is not public never appears, nor does who reported. */
	@Test
	void neverShowsWhatIsNotPublic() {
		Random random = new Random(20261126);
		List<String> codes = List.of("jalan-rusak", "pju", "perempuan-anak", "pelayanan-aparatur", "lain-lain");
		Map<String, Posted> hidden = new LinkedHashMap<>();
		List<String> people = new ArrayList<>();
		int shown = 0;
		for (int i = 0; i < 60; i++) {
			String word = "k" + Long.toString(random.nextLong() >>> 1, 36);
			Map<String, String> more = new LinkedHashMap<>();
			for (String field : List.of("email", "first_name", "last_name", "phone", "device_id", "account_id")) {
				String person = "p" + Long.toString(random.nextLong() >>> 1, 36);
				more.put(field, field.equals("email") ? person + "@contoh.id" : person);
				people.add(person);
			}
			if (random.nextInt(3) == 0) {
				more.put("attribute[rahasia]", random.nextBoolean() ? "ya" : "tidak");
			}
			if (random.nextInt(3) == 0) {
				more.put("attribute[anonim]", random.nextBoolean() ? "ya" : "tidak");
			}
			Posted posted = post(codes.get(random.nextInt(codes.size())), "Laporan tentang " + word + " di sini.",
					more);
			boolean verified = random.nextInt(3) > 0;
			if (verified) {
				this.complaints.verify(posted.receipt().complaint(), new AgencyId("dpupr"));
			}
			if (posted.secret() || !verified) {
				hidden.put(word, posted);
			}
			else {
				shown++;
			}
		}
		assertThat(hidden).hasSizeGreaterThan(15);
		List<String> bodies = new ArrayList<>();
		for (String format : List.of(".xml", ".json")) {
			bodies.add(this.caller.get(REQUESTS + format).body());
			codes.forEach((code) -> bodies.add(this.caller.get(REQUESTS + format + "?service_code=" + code).body()));
			bodies.add(this.caller
				.get(REQUESTS + format + "?service_request_id=" + String.join(",",
						hidden.values().stream().map((posted) -> posted.receipt().ticket().toString()).toList()))
				.body());
			hidden.values().forEach((posted) -> {
				HttpResponse<String> one = this.caller.get(REQUESTS + "/" + posted.receipt().ticket() + format);
				assertThat(one.statusCode()).isEqualTo(404);
				bodies.add(one.body());
			});
		}
		assertThat(json(this.caller.get(REQUESTS + ".json"))).hasSizeGreaterThanOrEqualTo(shown);
		for (String body : bodies) {
			assertThat(hidden.keySet()).noneMatch(body::contains);
			assertThat(hidden.values()).extracting((posted) -> posted.receipt().ticket().toString())
				.noneMatch(body::contains);
			assertThat(people).noneMatch(body::contains);
		}
	}

}
