package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.attachment.AttachmentAccess;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.complaint.filing.Draft;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Photos of a draft are seen in the session that has the draft, and nowhere else. */
@Component
class DraftAttachments implements AttachmentAccess {

	private final FilingSession session;

	/** Of whoever asks now; commands run without any. */
	private final ObjectProvider<HttpServletRequest> request;

	DraftAttachments(FilingSession session, ObjectProvider<HttpServletRequest> request) {
		this.session = session;
		this.request = request;
	}

	@Override
	public String kind() {
		return Draft.ATTACHMENTS;
	}

	@Override
	public boolean mayOpen(AttachmentOwner owner, AttachmentId attachment) {
		return this.session.holds(this.request.getObject(), owner.id());
	}

}
