package id.tangerangkota.layanan.attachment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An object store with one bucket, which believes nothing that is not signed by the one
 * key it knows, for what was really sent.
 */
final class FakeS3 implements AutoCloseable {

	static final String BUCKET = "lampiran";

	private static final byte[] NOTHING = {};

	final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

	volatile boolean away;

	private final HttpServer server;

	private final S3Signature signature;

	FakeS3(String accessKey, String secretKey) {
		this.signature = new S3Signature(accessKey, secretKey, "us-east-1");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String endpoint() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		if (this.away) {
			send(exchange, 503, NOTHING);
		}
		else if (!isSigned(exchange, body)) {
			send(exchange, 403, NOTHING);
		}
		else {
			answer(exchange, body);
		}
	}

	private void answer(HttpExchange exchange, byte[] body) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String key = path.replaceFirst("^/" + BUCKET + "/?", "");
		switch (exchange.getRequestMethod()) {
			case "PUT" -> {
				this.objects.put(key, body);
				send(exchange, 200, NOTHING);
			}
			case "DELETE" -> {
				this.objects.remove(key);
				send(exchange, 204, NOTHING);
			}
			default -> {
				if (key.isEmpty()) {
					send(exchange, 200, list(query(exchange).get("prefix")).getBytes(StandardCharsets.UTF_8));
				}
				else {
					byte[] found = this.objects.get(key);
					send(exchange, (found != null) ? 200 : 404, (found != null) ? found : NOTHING);
				}
			}
		}
	}

	private String list(String prefix) {
		StringBuilder list = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult><Name>" + BUCKET + "</Name>");
		this.objects.keySet()
			.stream()
			.filter((key) -> key.startsWith(prefix))
			.forEach((key) -> list.append("<Contents><Key>").append(key).append("</Key></Contents>"));
		return list.append("</ListBucketResult>").toString();
	}

	private static TreeMap<String, String> query(HttpExchange exchange) {
		TreeMap<String, String> query = new TreeMap<>();
		String raw = exchange.getRequestURI().getQuery();
		for (String one : (raw != null) ? raw.split("&") : new String[0]) {
			String[] parts = one.split("=", 2);
			query.put(parts[0], parts[1]);
		}
		return query;
	}

	private boolean isSigned(HttpExchange exchange, byte[] body) {
		String sent = exchange.getRequestHeaders().getFirst("Authorization");
		String date = exchange.getRequestHeaders().getFirst("x-amz-date");
		if (sent == null || date == null) {
			return false;
		}
		TreeMap<String, String> headers = new TreeMap<>();
		for (String name : sent.replaceFirst(".*SignedHeaders=([^,]+).*", "$1").split(";")) {
			headers.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
		}
		Instant at = LocalDateTime.parse(date, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
			.toInstant(ZoneOffset.UTC);
		String hash = S3Signature.sha256(body);
		return hash.equals(headers.get("x-amz-content-sha256")) && headers.containsKey("host")
				&& sent.equals(this.signature.authorization(exchange.getRequestMethod(),
						exchange.getRequestURI().getRawPath(), query(exchange), headers, hash, at));
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
