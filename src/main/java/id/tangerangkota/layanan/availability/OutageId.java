package id.tangerangkota.layanan.availability;

import java.util.UUID;

/** Names an outage of one service. */
public record OutageId(UUID value) {

	public static OutageId random() {
		return new OutageId(UUID.randomUUID());
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static OutageId parse(String text) {
		return new OutageId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
