package id.tangerangkota.layanan.complaint.open;

import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a photo or a document out of a complaint. It is kept for audit, on an owner about
 * whom nobody decides, and so seen by nobody.
 */
@Component
public class PhotoRemoval {

	private final Attachments attachments;

	private final CaseDesk desk;

	private final JdbcClient jdbc;

	private final PageChanges pages;

	private final ApplicationEventPublisher events;

	PhotoRemoval(Attachments attachments, CaseDesk desk, JdbcClient jdbc, PageChanges pages,
			ApplicationEventPublisher events) {
		this.attachments = attachments;
		this.desk = desk;
		this.jdbc = jdbc;
		this.pages = pages;
		this.events = events;
	}

	/**
	 * For its reporter; whoever calls has made sure of that.
	 * @throws id.tangerangkota.layanan.attachment.RefusedAttachment if it is not a photo
	 * of that complaint
	 */
	@Transactional
	public void remove(ComplaintId complaint, AttachmentId photo) {
		take(complaint, CaseFiles.of(complaint), photo);
		this.pages.changed(PublicComplaints.PAGES);
		this.events.publishEvent(new ComplaintAct(Act.REDACTED, new AuditSubject("complaint", complaint.toString()),
				Map.of("photo", photo.toString())));
	}

	/**
	 * For the staff.
	 * @param owner what it hangs on, which is part of that case
	 * @throws id.tangerangkota.layanan.attachment.RefusedAttachment if it hangs there no
	 * more
	 */
	@Transactional
	public void remove(Shown shown, AttachmentOwner owner, AttachmentId file) {
		this.desk.redact(shown, file);
		take(shown.complaint(), owner, file);
	}

	private void take(ComplaintId complaint, AttachmentOwner owner, AttachmentId file) {
		this.attachments.attach(owner, List.of(file), new AttachmentOwner(CaseFiles.REMOVED, complaint.value()));
		this.jdbc.sql("update complaint.complaint set photos = greatest(photos - 1, 0) where id = :id")
			.param("id", owner.id())
			.update();
		this.jdbc.sql("update complaint.entry set attachments = greatest(attachments - 1, 0) where id = :id")
			.param("id", owner.id())
			.update();
	}

}
