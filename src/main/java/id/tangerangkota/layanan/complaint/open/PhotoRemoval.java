package id.tangerangkota.layanan.complaint.open;

import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a photo out of a complaint. It is kept for audit, on an owner about whom nobody
 * decides, and so seen by nobody.
 */
@Component
public class PhotoRemoval {

	private final Attachments attachments;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	PhotoRemoval(Attachments attachments, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.attachments = attachments;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * For its reporter; whoever calls has made sure of that.
	 * @throws id.tangerangkota.layanan.attachment.RefusedAttachment if it is not a photo
	 * of that complaint
	 */
	@Transactional
	public void remove(ComplaintId complaint, AttachmentId photo) {
		this.attachments.attach(CaseFiles.of(complaint), List.of(photo),
				new AttachmentOwner(CaseFiles.REMOVED, complaint.value()));
		this.jdbc.sql("update complaint.complaint set photos = greatest(photos - 1, 0) where id = :id")
			.param("id", complaint.value())
			.update();
		this.events.publishEvent(new ComplaintAct(Act.REDACTED, new AuditSubject("complaint", complaint.toString()),
				Map.of("photo", photo.toString())));
	}

}
