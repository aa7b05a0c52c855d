package id.tangerangkota.layanan.availability.incident;

import java.util.UUID;

/** Names an incident. */
public record IncidentId(UUID value) {

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static IncidentId parse(String text) {
		return new IncidentId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
