package id.tangerangkota.layanan.open311.web;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A client of GeoReport that believes nothing. */
record Caller(int port) {

	static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	/** Elements that hold a list, as the standard marks them. */
	private static final Set<String> LISTS = Set.of("services", "attributes", "values", "service_requests", "errors",
			"endpoints", "formats");

	HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Names and values in turn, sent as a form. */
	HttpResponse<String> post(String path, List<String> form, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
			.POST(BodyPublishers.ofString(encoded(form)));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String encoded(List<String> form) {
		List<String> pairs = new ArrayList<>();
		for (int i = 0; i < form.size(); i += 2) {
			pairs.add(URLEncoder.encode(form.get(i), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
		}
		return String.join("&", pairs);
	}

	static JsonNode json(HttpResponse<String> response) {
		return JSON.readTree(response.body());
	}

	static Element xml(HttpResponse<String> response) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder()
				.parse(new InputSource(new StringReader(response.body())))
				.getDocumentElement();
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new AssertionError("Not XML: " + response.body(), ex);
		}
	}

	/** The text of the first such element below. */
	static @Nullable String text(Element element, String name) {
		Node found = element.getElementsByTagName(name).item(0);
		return (found != null) ? found.getTextContent() : null;
	}

	/** What XML becomes in JSON by the Spark convention, with all values as text. */
	static JsonNode spark(Element element) {
		List<Element> children = new ArrayList<>();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element one) {
				children.add(one);
			}
		}
		if (LISTS.contains(element.getTagName())) {
			ArrayNode list = JSON.createArrayNode();
			children.forEach((child) -> list.add(spark(child)));
			return list;
		}
		if (children.isEmpty()) {
			return element.getTextContent().isEmpty() ? JSON.nullNode() : JSON.stringNode(element.getTextContent());
		}
		ObjectNode object = JSON.createObjectNode();
		children.forEach((child) -> object.set(child.getTagName(), spark(child)));
		return object;
	}

	/** The same JSON with all values as text. */
	static JsonNode texts(JsonNode node) {
		if (node.isArray()) {
			ArrayNode list = JSON.createArrayNode();
			node.forEach((one) -> list.add(texts(one)));
			return list;
		}
		if (node.isObject()) {
			ObjectNode object = JSON.createObjectNode();
			node.properties().forEach((field) -> object.set(field.getKey(), texts(field.getValue())));
			return object;
		}
		return node.isNull() ? node : JSON.stringNode(node.asString());
	}

}
