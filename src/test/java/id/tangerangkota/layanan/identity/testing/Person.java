package id.tangerangkota.layanan.identity.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody with a browser without scripts: it keeps cookies, follows redirects and sends
 * the forms of the page it shows.
 */
public final class Person {

	private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private static final int MOST_REDIRECTS = 5;

	private final String url;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	private @Nullable HttpResponse<String> response;

	private String path = "/";

	public Person(int port) {
		this.url = "http://localhost:" + port;
	}

	/** The same browser at another node: it brings its cookies. */
	public Person at(int port) {
		Person other = new Person(port);
		other.cookies.putAll(this.cookies);
		other.headers.putAll(this.headers);
		return other;
	}

	/** Sends a header with every request from now on. */
	public Person with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	public Person open(String address) {
		get(address);
		for (int i = 0; i < MOST_REDIRECTS && location().isPresent(); i++) {
			get(location().orElseThrow());
		}
		return this;
	}

	/**
	 * Fills in and sends the form of the page that goes to an address: hidden fields as
	 * they are, others as given, as name, value, name, value …
	 */
	public Person submit(String action, String... fields) {
		Map<String, String> values = hidden(action);
		for (int i = 0; i < fields.length; i += 2) {
			values.put(fields[i], fields[i + 1]);
		}
		post(action, values);
		for (int i = 0; i < MOST_REDIRECTS && location().isPresent(); i++) {
			get(location().orElseThrow());
		}
		return this;
	}

	/**
	 * As {@link #submit}, with a file in the field {@code foto}; follows nowhere.
	 */
	public Person upload(String action, byte[] file, String... fields) {
		Map<String, String> values = hidden(action);
		for (int i = 0; i < fields.length; i += 2) {
			values.put(fields[i], fields[i + 1]);
		}
		send("POST", action, "multipart/form-data; boundary=batas",
				BodyPublishers.ofByteArray(multipart(values, file)));
		return this;
	}

	/** What a browser sends of fields and a file in the field {@code foto}. */
	public static byte[] multipart(Map<String, String> fields, byte[] content) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach((name, value) -> body
			.writeBytes("--batas\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)
				.getBytes(StandardCharsets.UTF_8)));
		body.writeBytes(("--batas\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a.jpg\"\r\n"
				+ "Content-Type: image/jpeg\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	/** Sends fields without looking at any page, and follows nowhere. */
	public Person post(String address, Map<String, String> fields) {
		StringJoiner body = new StringJoiner("&");
		fields.forEach((name, value) -> body.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
				+ URLEncoder.encode(value, StandardCharsets.UTF_8)));
		send("POST", address, "application/x-www-form-urlencoded", BodyPublishers.ofString(body.toString()));
		return this;
	}

	/** The hidden fields of the form that goes to an address, its token among them. */
	public Map<String, String> hidden(String action) {
		Element form = page().select("form[method=post]")
			.stream()
			.filter((candidate) -> candidate.attr("action").replaceFirst("\\?.*", "").equals(action))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No form to " + action + " on " + this.path + ": " + page().text()));
		Map<String, String> values = new LinkedHashMap<>();
		form.select("input[type=hidden]").forEach((field) -> values.put(field.attr("name"), field.attr("value")));
		return values;
	}

	private void get(String address) {
		send("GET", address, null, BodyPublishers.noBody());
	}

	private void send(String method, String address, @Nullable String contentType, BodyPublisher body) {
		URI target = URI.create(this.url).resolve(address);
		HttpRequest.Builder request = HttpRequest.newBuilder(target)
			.method(method, body)
			.header("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) Chrome/156.0.0.0 Mobile Safari/537.36");
		if (contentType != null) {
			request.header("Content-Type", contentType).header("Origin", this.url);
		}
		this.headers.forEach(request::setHeader);
		if (!this.cookies.isEmpty()) {
			StringJoiner cookie = new StringJoiner("; ");
			this.cookies.forEach((name, value) -> cookie.add(name + "=" + value));
			request.header("Cookie", cookie.toString());
		}
		try {
			HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			this.response = answer;
			this.path = target.getRawPath() + ((target.getRawQuery() != null) ? "?" + target.getRawQuery() : "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String cookie) {
		String pair = cookie.replaceFirst(";.*", "");
		String name = pair.replaceFirst("=.*", "");
		String value = pair.substring(name.length() + 1);
		if (value.isEmpty() || cookie.contains("Max-Age=0")) {
			this.cookies.remove(name);
		}
		else {
			this.cookies.put(name, value);
		}
	}

	private Optional<String> location() {
		return (response().statusCode() / 100 == 3) ? response().headers().firstValue("Location") : Optional.empty();
	}

	public HttpResponse<String> response() {
		if (this.response == null) {
			throw new IllegalStateException("Nothing was opened yet");
		}
		return this.response;
	}

	public int status() {
		return response().statusCode();
	}

	public Document page() {
		return Jsoup.parse(response().body(), this.url);
	}

	/** Path and query of the page shown. */
	public String path() {
		return this.path;
	}

	public Map<String, String> cookies() {
		return this.cookies;
	}

}
