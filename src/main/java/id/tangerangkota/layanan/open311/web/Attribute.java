package id.tangerangkota.layanan.open311.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question a kind of report has besides those of the standard.
 *
 * @param code by which it is answered, as in {@code attribute[judul]}
 * @param values to choose from by key, empty for a text
 */
record Attribute(Code code, boolean required, Map<String, String> values) {

	/** The questions there are. */
	enum Code {

		/** Complaint, aspiration or question. */
		JENIS,

		/** What it is about, in a line. */
		JUDUL,

		/** The service of the catalogue that is meant. */
		LAYANAN,

		/** Whether nobody may learn who reports. */
		ANONIM,

		/** Whether not everybody may read it. */
		RAHASIA;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	Attribute {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	static Attribute text(Code code) {
		return new Attribute(code, false, Map.of());
	}

	/** Of these values or none. */
	boolean takes(String value) {
		return this.values.isEmpty() || this.values.containsKey(value);
	}

	String datatype() {
		return this.values.isEmpty() ? "string" : "singlevaluelist";
	}

	/** The values as the definition lists them. */
	List<Part> list() {
		return this.values.entrySet()
			.stream()
			.<Part>map((value) -> Part.thing("value", Part.value("key", value.getKey()),
					Part.value("name", value.getValue())))
			.toList();
	}

}
