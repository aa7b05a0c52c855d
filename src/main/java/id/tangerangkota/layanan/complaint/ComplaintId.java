package id.tangerangkota.layanan.complaint;

import java.util.UUID;

/** Names a complaint within the portal. People know it by its {@link TicketNumber}. */
public record ComplaintId(UUID value) {

	public static ComplaintId random() {
		return new ComplaintId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
