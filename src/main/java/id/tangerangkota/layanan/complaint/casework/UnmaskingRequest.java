package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff wants to know who reported something.
 *
 * @param note what the reason does not say
 * @param granted null while nobody decided
 * @param usedAt when it was used, null before; it is used once
 */
public record UnmaskingRequest(UnmaskingId id, ComplaintId complaint, TicketNumber ticket, AccountId askedBy,
		Instant askedAt, Reason reason, String note, @Nullable AccountId decidedBy, @Nullable Instant decidedAt,
		@Nullable Boolean granted, @Nullable Instant usedAt) {

	/** Whether who asked may look now. */
	public boolean isUsable() {
		return Boolean.TRUE.equals(this.granted) && this.usedAt == null;
	}

}
