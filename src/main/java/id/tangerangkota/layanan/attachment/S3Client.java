package id.tangerangkota.layanan.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import id.tangerangkota.layanan.attachment.S3Settings.Complete;
import org.jspecify.annotations.Nullable;

/**
 * The four calls of S3 the portal needs. Keys are of letters that need no encoding.
 */
class S3Client {

	private static final Duration TO_CONNECT = Duration.ofSeconds(5);

	private static final SortedMap<String, String> NO_QUERY = new TreeMap<>();

	private static final byte[] NOTHING = {};

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

	private final URI endpoint;

	private final String path;

	private final String host;

	private final S3Signature signature;

	private final Duration timeout;

	private final Clock clock;

	S3Client(S3Settings settings, Clock clock) {
		Complete complete = settings.complete();
		URI given = complete.endpoint();
		String name = settings.pathStyle() ? given.getHost() : complete.bucket() + "." + given.getHost();
		boolean usual = given.getPort() < 0 || given.getPort() == (given.getScheme().equals("https") ? 443 : 80);
		this.host = usual ? name : name + ":" + given.getPort();
		this.endpoint = URI.create(given.getScheme() + "://" + this.host);
		this.path = settings.pathStyle() ? "/" + complete.bucket() + "/" : "/";
		this.signature = new S3Signature(secret(complete.accessKeyFile()), secret(complete.secretKeyFile()),
				settings.region());
		this.timeout = settings.timeout();
		this.clock = clock;
	}

	private static String secret(Path file) {
		try {
			String secret = Files.readString(file).strip();
			if (secret.isEmpty()) {
				throw new IllegalStateException("Nothing stands in " + file);
			}
			return secret;
		}
		catch (IOException ex) {
			throw new IllegalStateException("A key of the object store cannot be read: " + file, ex);
		}
	}

	void put(String key, byte[] content) throws IOException {
		expect(200, send("PUT", this.path + key, NO_QUERY, content, BodyHandlers.discarding()));
	}

	/** To be closed by whoever reads it. */
	InputStream get(String key) throws IOException {
		HttpResponse<InputStream> answer = send("GET", this.path + key, NO_QUERY, NOTHING,
				BodyHandlers.ofInputStream());
		if (answer.statusCode() != 200) {
			answer.body().close();
		}
		expect(200, answer);
		return answer.body();
	}

	/** One that is not there is no error. */
	void delete(String key) throws IOException {
		expect(204, send("DELETE", this.path + key, NO_QUERY, NOTHING, BodyHandlers.discarding()));
	}

	/** Up to a thousand keys that begin so, which is far more than there are. */
	List<String> list(String beginning) throws IOException {
		SortedMap<String, String> query = new TreeMap<>();
		query.put("list-type", "2");
		query.put("prefix", beginning);
		String bucket = (this.path.length() > 1) ? this.path.substring(0, this.path.length() - 1) : this.path;
		HttpResponse<String> answer = send("GET", bucket, query, NOTHING, BodyHandlers.ofString());
		expect(200, answer);
		return keys(answer.body());
	}

	private static List<String> keys(String document) throws IOException {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		List<String> keys = new ArrayList<>();
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Key")) {
					keys.add(reader.getElementText());
				}
			}
			return keys;
		}
		catch (XMLStreamException ex) {
			throw new IOException("The object store's list cannot be read", ex);
		}
	}

	private <T> HttpResponse<T> send(String method, String target, SortedMap<String, String> query, byte[] content,
			BodyHandler<T> body) throws IOException {
		Instant now = this.clock.instant();
		String hash = S3Signature.sha256(content);
		SortedMap<String, String> headers = new TreeMap<>();
		headers.put("host", this.host);
		headers.put("x-amz-content-sha256", hash);
		headers.put("x-amz-date", S3Signature.time(now));
		String authorization = this.signature.authorization(method, target, query, headers, hash, now);
		HttpRequest request = HttpRequest
			.newBuilder(this.endpoint.resolve(target + (query.isEmpty() ? "" : "?" + S3Signature.query(query))))
			.method(method, (content.length > 0) ? BodyPublishers.ofByteArray(content) : BodyPublishers.noBody())
			.header("x-amz-content-sha256", hash)
			.header("x-amz-date", S3Signature.time(now))
			.header("Authorization", authorization)
			.timeout(this.timeout)
			.build();
		try {
			return this.http.send(request, body);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	private static void expect(int status, @Nullable HttpResponse<?> answer) throws IOException {
		if (answer == null || answer.statusCode() != status) {
			throw new IOException("The object store answered " + ((answer != null) ? answer.statusCode() : 0));
		}
	}

}
