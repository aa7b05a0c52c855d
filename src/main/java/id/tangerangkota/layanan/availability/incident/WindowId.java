package id.tangerangkota.layanan.availability.incident;

import java.util.UUID;

/** Names a maintenance window. */
public record WindowId(UUID value) {

	public static WindowId random() {
		return new WindowId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
