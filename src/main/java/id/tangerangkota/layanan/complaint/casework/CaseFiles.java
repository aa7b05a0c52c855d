package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.complaint.ComplaintId;

/** What photos and documents of a complaint hang on. */
public final class CaseFiles {

	/** Kind of the owner of what the reporter handed in. */
	public static final String COMPLAINT = "complaint";

	/** Kind of the owner of what hangs on an entry of the timeline. */
	public static final String ENTRY = "complaint-entry";

	/**
	 * Kind of the owner of photos that were taken out: nobody decides about those, so
	 * nobody sees them. Kept for audit, as words that were taken out are.
	 */
	public static final String REMOVED = "complaint-removed";

	private CaseFiles() {
	}

	public static AttachmentOwner of(ComplaintId complaint) {
		return new AttachmentOwner(COMPLAINT, complaint.value());
	}

	public static AttachmentOwner of(EntryId entry) {
		return new AttachmentOwner(ENTRY, entry.value());
	}

}
