package id.tangerangkota.layanan.open311.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.open311.web.Part.Thing;
import id.tangerangkota.layanan.open311.web.Part.Value;
import id.tangerangkota.layanan.web.XmlText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How an answer is written: as the address ends, and in XML where it does not say. */
enum Format {

	/** The one every server speaks. */
	XML("text") {

		@Override
		String write(Part part) {
			return XmlText.of((xml) -> element(xml, part));
		}

	},

	/** The other one. */
	JSON("application") {

		@Override
		String write(Part part) {
			return MAPPER.writeValueAsString(Format.json(part));
		}

	};

	/** As part of an address. */
	static final String PATTERN = "{format:xml|json}";

	private static final JsonMapper MAPPER = new JsonMapper();

	/** No document in XML 1.0 may hold them. */
	private static final Pattern IMPOSSIBLE = Pattern
		.compile("[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

	private final MediaType type;

	Format(String type) {
		this.type = new MediaType(type, name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
	}

	/** XML for null. */
	static Format of(@Nullable String ending) {
		return "json".equals(ending) ? JSON : XML;
	}

	/** The format an address asks for, also one that leads nowhere. */
	static Format ofPath(String path) {
		return path.endsWith(".json") ? JSON : XML;
	}

	abstract String write(Part part);

	ResponseEntity<String> answer(int status, Part part) {
		return ResponseEntity.status(status).contentType(this.type).body(write(part));
	}

	ResponseEntity<String> answer(Part part) {
		return answer(200, part);
	}

	private static void element(XMLStreamWriter xml, Part part) throws XMLStreamException {
		xml.writeStartElement(part.name());
		switch (part) {
			case Value value -> xml.writeCharacters(text(value.value()));
			case Thing thing -> {
				for (Part one : thing.parts()) {
					element(xml, one);
				}
			}
			case Many many -> {
				for (Part one : many.parts()) {
					element(xml, one);
				}
			}
		}
		xml.writeEndElement();
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? IMPOSSIBLE.matcher(value.toString()).replaceAll("") : "";
	}

	private static @Nullable Object json(Part part) {
		return switch (part) {
			case Value value -> value.value();
			case Thing thing -> {
				Map<String, @Nullable Object> object = new LinkedHashMap<>();
				thing.parts().forEach((one) -> object.put(one.name(), json(one)));
				yield object;
			}
			case Many many -> many.parts().stream().map(Format::json).toList();
		};
	}

}
