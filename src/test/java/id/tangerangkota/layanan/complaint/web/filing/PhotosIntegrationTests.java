package id.tangerangkota.layanan.complaint.web.filing;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.identity.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Photos of the form, one by one, over good lines and bad. */
@PortalTest
class PhotosIntegrationTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int MOST = 10 * MEGABYTE;

	private static final String HTML = "text/html";

	private static final String JSON = "application/json";

	private static final String PATH = Filer.BASE + "/foto";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private Filer atPhotos() {
		return new Filer(this.port).in("36.71.13.1008").until(Step.PHOTOS);
	}

	@Test
	void takesPhotosAndDocumentsAndLetsThemGo() {
		Filer filer = atPhotos();
		assertThat(filer.upload(UploadFiles.jpeg(800, 600), HTML).statusCode()).isEqualTo(303);
		assertThat(filer.upload(UploadFiles.pdf(), HTML).statusCode()).isEqualTo(303);
		filer.open(PATH);
		assertThat(filer.page().select(".upload-list li")).hasSize(2);
		assertThat(filer.text()).contains("Foto 1", "Dokumen 2 (PDF)");
		String thumbnail = filer.page().select(".upload-list img").attr("src");
		assertThat(filer.open(thumbnail).status()).isEqualTo(200);
		assertThat(new Filer(this.port).open(thumbnail).status()).isEqualTo(404);
		filer.open(PATH);
		String remove = filer.page().select(".upload-list form").first().attr("action");
		filer.person().submit(remove);
		assertThat(filer.page().select(".upload-list li")).hasSize(1);
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("1 berkas");
		filer.answer("kirim");
		assertThat(this.jdbc.sql("""
				select count(*) from attachment.attachment a
				join complaint.submission s on s.complaint_id = a.owner_id where s.key = :key""")
			.param("key", UUID.fromString(filer.path().substring(filer.path().lastIndexOf('/') + 1)))
			.query(Long.class)
			.single()).isOne();
	}

	static Stream<Arguments> refused() {
		return Stream.of(Arguments.of(new byte[0], "kosong"), Arguments.of(UploadFiles.heic(), "HEIC dari iPhone"),
				Arguments.of(UploadFiles.ascii("MZ bukan foto"), "tidak dapat menerima jenis berkas"),
				Arguments.of(Arrays.copyOf(UploadFiles.jpeg(800, 600), 500), "tidak dapat membaca berkas"),
				Arguments.of(new byte[MOST + 1], "paling besar 10 MB"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void saysExactlyWhatIsWrong(byte[] file, String message) {
		Filer filer = atPhotos();
		HttpResponse<String> page = filer.upload(file, HTML);
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains(message, "href=\"#foto\"");
		HttpResponse<String> script = filer.upload(file, JSON);
		assertThat(script.statusCode()).isEqualTo(422);
		assertThat(script.body()).contains(message);
		assertThat(filer.open(PATH).page().select(".upload-list li")).isEmpty();
	}

	/** As the phones of these years make them. */
	@Test
	void takesAPhotoOfTenMegabytesAndKeepsASmallOne() {
		Filer filer = atPhotos();
		byte[] photo = UploadFiles.padded(UploadFiles.jpeg(3000, 2000), MOST);
		assertThat(photo).hasSize(MOST);
		assertThat(filer.upload(photo, JSON).statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("""
				select width || 'x' || height from attachment.attachment
				where attached_at is null order by created_at desc limit 1""").query(String.class).single())
			.isEqualTo("2000x1333");
		HttpResponse<String> larger = filer.upload(UploadFiles.padded(UploadFiles.jpeg(3000, 2001), 11 * MEGABYTE),
				HTML);
		assertThat(larger.statusCode()).isEqualTo(422);
		assertThat(larger.body()).contains("paling besar 10 MB");
		assertThat(filer.open(PATH).page().select(".upload-list li")).hasSize(1);
	}

	/** The server cuts it off before anything of the portal has seen it. */
	@Test
	void saysWhatToDoWhenAFileIsFarTooLargeAndKeepsTheRest() {
		Filer filer = atPhotos();
		assertThat(filer.upload(UploadFiles.jpeg(640, 480), JSON).statusCode()).isEqualTo(200);
		HttpResponse<String> page = filer.upload(new byte[30 * MEGABYTE], HTML);
		assertThat(page.statusCode()).isEqualTo(413);
		assertThat(page.body()).contains("Kiriman ini terlalu besar", "Kembali ke halaman sebelumnya");
		filer.open(PATH);
		assertThat(filer.page().select(".upload-list li")).hasSize(1);
		filer.answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("1 berkas", "Lubang besar di depan pasar");
	}

	@Test
	void takesFive() {
		Filer filer = atPhotos();
		for (int i = 0; i < 5; i++) {
			assertThat(filer.upload(UploadFiles.jpeg(100 + i, 100), JSON).statusCode()).isEqualTo(200);
		}
		HttpResponse<String> sixth = filer.upload(UploadFiles.jpeg(200, 100), JSON);
		assertThat(sixth.statusCode()).isEqualTo(422);
		assertThat(sixth.body()).contains("sudah mencapai batas");
		filer.open(PATH);
		assertThat(filer.page().select(".upload-list li")).hasSize(5);
		assertThat(filer.page().select("#foto")).isEmpty();
	}

	/** The same photo again, as after an answer that never came, is the same photo. */
	@Test
	void takesAPhotoOnceThatIsSentTwice() {
		Filer filer = atPhotos();
		byte[] photo = UploadFiles.jpeg(300, 200);
		filer.upload(photo, JSON);
		filer.upload(photo, JSON);
		assertThat(filer.open(PATH).page().select(".upload-list li")).hasSize(1);
	}

	@Test
	void losesNothingWhenTheLineIsCutHalfway() throws Exception {
		Filer filer = atPhotos();
		assertThat(filer.upload(UploadFiles.jpeg(640, 480), JSON).statusCode()).isEqualTo(200);
		long before = kept();
		byte[] large = UploadFiles.padded(UploadFiles.jpeg(3000, 2000), MOST);
		Map<String, String> fields = filer.person().hidden(PATH);
		for (int i = 0; i < 5; i++) {
			byte[] body = Person.multipart(fields, large);
			try (Socket socket = new Socket("localhost", this.port)) {
				OutputStream out = socket.getOutputStream();
				out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost:" + this.port + "\r\nCookie: "
						+ filer.cookies() + "\r\nOrigin: http://localhost:" + this.port
						+ "\r\nContent-Type: multipart/form-data; boundary=batas\r\nContent-Length: " + body.length
						+ "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
				out.write(body, 0, body.length / 2);
				out.flush();
			}
		}
		filer.open(PATH);
		assertThat(filer.page().select(".upload-list li")).hasSize(1);
		assertThat(kept()).as("nothing half-written").isEqualTo(before);
		assertThat(filer.upload(UploadFiles.jpeg(320, 240), JSON).statusCode()).isEqualTo(200);
		filer.open(PATH).answer("foto/lanjut").answer("identitas");
		assertThat(filer.text()).contains("2 berkas", "Lubang besar di depan pasar");
	}

	private long kept() {
		return this.jdbc
			.sql("""
					select (select count(*) from attachment.attachment) * 1000000 + (select count(*) from attachment.content)""")
			.query(Long.class)
			.single();
	}

	@Test
	void usesThePlaceOfAPhotoOnlyWhenAsked() {
		Filer filer = new Filer(this.port).in("36.71.13.1008").until(Step.PHOTOS);
		byte[] photo = UploadFiles.jpegFromCamera(400, 300, 1);
		filer.upload(photo, HTML);
		assertThat(filer.open(Filer.BASE + "/tempat").page().select("input[name=lintang]").val()).isEmpty();
		filer.open(PATH);
		filer.upload(photo, HTML, "pakai-lokasi", "ya");
		filer.open(PATH);
		assertThat(filer.text()).contains("Lokasi dari foto menjadi tempat");
		filer.open(Filer.BASE + "/tempat");
		assertThat(filer.page().select("[data-map], script[src*=map]")).as("no tiles, no map").isEmpty();
		String latitude = filer.page().select("input[name=lintang]").val();
		assertThat(Double.parseDouble(latitude)).isCloseTo(-6.170167, within(0.000001));
		assertThat(Double.parseDouble(filer.page().select("input[name=bujur]").val())).isCloseTo(106.64,
				within(0.000001));
		filer.open(PATH);
		filer.upload(UploadFiles.jpeg(400, 300), HTML, "pakai-lokasi", "ya");
		assertThat(filer.open(PATH).text()).contains("tidak menyimpan lokasi");
		assertThat(filer.open(Filer.BASE + "/tempat").page().select("input[name=lintang]").val())
			.as("the place of the other photo stays")
			.isEqualTo(latitude);
	}

	/** A phone sends photos of a kept draft before the draft itself. */
	@Test
	void takesPhotosOfADraftFromAPhone() {
		Filer filer = new Filer(this.port).open(Filer.BASE + "/token");
		String token = filer.person().response().body().replaceAll(".*\"nilai\":\"([^\"]+)\".*", "$1");
		String key = UUID.randomUUID().toString();
		Map<String, String> fields = new LinkedHashMap<>(Map.of("_csrf", token, "kunci", key));
		assertThat(filer.upload(fields, UploadFiles.jpeg(500, 400), JSON).statusCode()).isEqualTo(200);
		fields.putAll(Map.of("jenis", "aspirasi", "tentang", "lain", "kategori", "lain-lain", "judul",
				"Taman baca di kelurahan", "isi", "Anak-anak kami ingin taman baca.", "identitas", "ya"));
		filer.person().with("Accept", JSON);
		filer.post(Filer.BASE + "/kirim", fields);
		assertThat(filer.person().response().body()).contains(key);
		assertThat(this.jdbc.sql("""
				select c.photos from complaint.complaint c join complaint.submission s on s.complaint_id = c.id
				where s.key = :key""").param("key", UUID.fromString(key)).query(Integer.class).single()).isOne();
		assertThat(
				filer.upload(new LinkedHashMap<>(Map.of("_csrf", token, "kunci", "x")), UploadFiles.jpeg(50, 40), JSON)
					.statusCode())
			.isEqualTo(422);
	}

	/** The answer was lost, and the phone tries again in another session. */
	@Test
	void tellsAPhoneThatItsReportIsThereAlready() {
		String key = UUID.randomUUID().toString();
		Map<String, String> fields = new LinkedHashMap<>(
				Map.of("kunci", key, "jenis", "aspirasi", "tentang", "lain", "kategori", "lain-lain", "judul",
						"Taman baca", "isi", "Anak-anak kami ingin taman baca.", "identitas", "ya"));
		for (int status : new int[] { 200, 409 }) {
			Filer phone = new Filer(this.port).open(Filer.BASE + "/token");
			fields.put("_csrf", phone.person().response().body().replaceAll(".*\"nilai\":\"([^\"]+)\".*", "$1"));
			assertThat(phone.upload(fields, UploadFiles.jpeg(500, 400), JSON).statusCode()).isEqualTo(status);
			phone.person().with("Accept", JSON);
			phone.post(Filer.BASE + "/kirim", fields);
			assertThat(phone.person().response().body()).contains("/pengaduan/tanda-terima/" + key);
		}
	}

	@Test
	void asksForATokenWithEachPhoto() {
		Filer filer = atPhotos();
		Map<String, String> fields = new LinkedHashMap<>(filer.person().hidden(PATH));
		fields.put("_csrf", "x");
		assertThat(filer.upload(fields, UploadFiles.jpeg(50, 40), JSON).statusCode()).isEqualTo(403);
	}

}
