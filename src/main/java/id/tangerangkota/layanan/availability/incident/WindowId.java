package id.tangerangkota.layanan.availability.incident;

import java.util.UUID;

/** Names a maintenance window. */
public record WindowId(UUID value) {

	public static WindowId random() {
		return new WindowId(UUID.randomUUID());
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static WindowId parse(String text) {
		return new WindowId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
