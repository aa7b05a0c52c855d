package id.tangerangkota.layanan.web.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import id.tangerangkota.layanan.LayananApplication;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running portal and a client that speaks to it. */
public record Node(int port, @Nullable ConfigurableApplicationContext context) implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	/** Starts one more portal on a database, with the pages of tests alone. */
	public static Node start(String jdbcUrl, String... properties) {
		return start(TestPortal.class, jdbcUrl, properties);
	}

	/** Starts one more portal on a database, with everything it has. */
	public static Node startWhole(String jdbcUrl, String... properties) {
		return start(LayananApplication.class, jdbcUrl, properties);
	}

	private static Node start(Class<?> application, String jdbcUrl, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--spring.datasource.url=" + jdbcUrl,
				"--spring.datasource.username=postgres", "--server.port=0", "--management.server.port=0"));
		arguments.addAll(List.of(properties));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.run(arguments.toArray(String[]::new));
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return new Node(port, context);
	}

	/** A portal somebody else started and will stop. */
	public static Node at(int port) {
		return new Node(port, null);
	}

	public TestPages pages() {
		return own().getBean(TestPages.class);
	}

	/** Whether it hears of changes. */
	public boolean isConnected() {
		return own().getBean(MeterRegistry.class).get("layanan.page.cache.connected").gauge().value() == 1;
	}

	public <T> T bean(Class<T> type) {
		return own().getBean(type);
	}

	private ConfigurableApplicationContext own() {
		if (this.context == null) {
			throw new IllegalStateException("Started by somebody else");
		}
		return this.context;
	}

	/** Headers as name, value, name, value … */
	public HttpResponse<byte[]> get(String path, String... headers) {
		return send("GET", path, headers);
	}

	public HttpResponse<byte[]> send(String method, String path, String... headers) {
		return send(method, path, BodyPublishers.noBody(), headers);
	}

	public HttpResponse<byte[]> post(String path, String body, String... headers) {
		return send("POST", path, BodyPublishers.ofString(body), headers);
	}

	private HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	public static String unzipped(HttpResponse<byte[]> response) throws IOException {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Sends bytes no decent client would send. */
	public String raw(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			socket.getInputStream().transferTo(answer);
			return answer.toString(StandardCharsets.UTF_8);
		}
	}

	@Override
	public void close() {
		own().close();
	}

}
