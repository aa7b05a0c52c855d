package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;

/** A complaint cannot go from where it is to where somebody wants it. */
public class IllegalCaseChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public IllegalCaseChange(ComplaintId complaint, ComplaintStatus from, ComplaintStatus to) {
		super("Complaint %s cannot go from %s to %s".formatted(complaint, from, to));
	}

}
