package id.tangerangkota.layanan.complaint.casework;

import java.util.UUID;

/** Names an entry of the timeline of a complaint. */
public record EntryId(UUID value) {

	public static EntryId random() {
		return new EntryId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
