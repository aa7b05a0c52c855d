package id.tangerangkota.layanan.complaint.casework;

import java.util.UUID;

/** Names a wish to know who reported something. */
public record UnmaskingId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
