package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.region.RegionCode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** How a complaint came in. Nothing of it ever changes. */
@Embeddable
record Filed(int ticketYear, long ticketNumber, @Enumerated(EnumType.STRING) ComplaintKind kind,
		@Enumerated(EnumType.STRING) Channel channel, @Nullable UUID serviceId, @Nullable String subDistrict,
		boolean formal, Instant receivedAt) {

	TicketNumber ticket() {
		return new TicketNumber(this.ticketYear, this.ticketNumber);
	}

	@Nullable ServiceId service() {
		return (this.serviceId != null) ? new ServiceId(this.serviceId) : null;
	}

	@Nullable RegionCode kelurahan() {
		return (this.subDistrict != null) ? new RegionCode(this.subDistrict) : null;
	}

}
