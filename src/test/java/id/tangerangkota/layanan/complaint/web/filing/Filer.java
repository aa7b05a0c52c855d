package id.tangerangkota.layanan.complaint.web.filing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.identity.testing.Person;
import org.jsoup.nodes.Document;

/** Somebody without scripts who fills in the form, each with a device of their own. */
final class Filer {

	static final String BASE = "/pengaduan/baru";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String url;

	private final Person person;

	private final String device = "Peramban " + UUID.randomUUID();

	private String subDistrict = "36.71.01.1001";

	Filer(int port) {
		this.url = "http://localhost:" + port;
		this.person = new Person(port).with("User-Agent", this.device);
	}

	/** Speaks of another place than most tests do. */
	Filer in(String code) {
		this.subDistrict = code;
		return this;
	}

	Filer open(String address) {
		this.person.open(address);
		return this;
	}

	Filer answer(String step, String... fields) {
		this.person.submit(BASE + "/" + step, fields);
		return this;
	}

	/** A complaint about a place, up to a question. */
	Filer until(Step step) {
		open(BASE + "/jenis");
		for (Step next : Step.values()) {
			if (next == step) {
				break;
			}
			switch (next) {
				case KIND -> answer("jenis", "jenis", "pengaduan");
				case CONCERN -> answer("tentang", "tentang", "tempat");
				case CATEGORY -> answer("kategori", "kategori", "jalan-rusak");
				case PLACE -> answer("tempat", "kelurahan", this.subDistrict, "alamat", "Jalan Kenanga, depan pasar");
				case WORDS -> answer("isi", "judul", "Lubang besar di depan pasar", "isi",
						"Lubang itu dalam, dan sudah dua motor jatuh.");
				case PHOTOS -> answer("foto/lanjut");
				case PERSON -> answer("identitas", "surel", "");
				default -> {
				}
			}
		}
		return this;
	}

	/** Fields of the button that sends it all. */
	Map<String, String> last() {
		return this.person.hidden(BASE + "/kirim");
	}

	Filer post(String path, Map<String, String> fields) {
		this.person.post(path, fields);
		return this;
	}

	/** Sends a file in the form of the page shown. */
	HttpResponse<String> upload(byte[] content, String accept, String... more) {
		Map<String, String> fields = new LinkedHashMap<>(this.person.hidden(BASE + "/foto"));
		for (int i = 0; i < more.length; i += 2) {
			fields.put(more[i], more[i + 1]);
		}
		return upload(fields, content, accept);
	}

	HttpResponse<String> upload(Map<String, String> fields, byte[] content, String accept) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + BASE + "/foto"))
			.header("Content-Type", "multipart/form-data; boundary=batas")
			.header("Origin", this.url)
			.header("Accept", accept)
			.header("User-Agent", this.device)
			.header("Cookie", cookies())
			.POST(BodyPublishers.ofByteArray(Person.multipart(fields, content)))
			.build();
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String cookies() {
		return this.person.cookies()
			.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	Person person() {
		return this.person;
	}

	Document page() {
		return this.person.page();
	}

	String text() {
		return page().select("main").text();
	}

	int status() {
		return this.person.status();
	}

	String path() {
		return this.person.path();
	}

}
