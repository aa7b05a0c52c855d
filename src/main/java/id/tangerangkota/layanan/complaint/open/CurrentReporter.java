package id.tangerangkota.layanan.complaint.open;

import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;

/**
 * Knows whether whoever asks now has shown that a complaint is theirs, with its tracking
 * code or with the account it was filed with.
 */
public interface CurrentReporter {

	boolean reported(ComplaintId complaint, TicketNumber ticket);

}
