package id.tangerangkota.layanan.catalog;

import java.util.UUID;

/** Identifies a service. */
public record ServiceId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
