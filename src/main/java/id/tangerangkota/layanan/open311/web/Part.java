package id.tangerangkota.layanan.open311.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an answer holds. One tree is written in either format, so that both say the same;
 * JSON follows from XML as in the Spark convention.
 */
sealed interface Part {

	/** Of the element. In a list of JSON it does not show. */
	String name();

	/**
	 * A text, number or truth value.
	 *
	 * @param value null for an empty element
	 */
	record Value(String name, @Nullable Object value) implements Part {
	}

	/** A thing with parts of different names. */
	record Thing(String name, List<? extends Part> parts) implements Part {
	}

	/** A list whose parts have one name. */
	record Many(String name, List<? extends Part> parts) implements Part {
	}

	static Value value(String name, @Nullable Object value) {
		return new Value(name, value);
	}

	static Thing thing(String name, Part... parts) {
		return new Thing(name, List.of(parts));
	}

}
