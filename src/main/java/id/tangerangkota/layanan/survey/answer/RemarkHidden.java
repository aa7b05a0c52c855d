package id.tangerangkota.layanan.survey.answer;

import java.util.UUID;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** Somebody took words off the pages of the staff. */
record RemarkHidden(UUID remark) implements AuditableEvent {

	@Override
	public String action() {
		return "survey.remark-hidden";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("remark", this.remark.toString());
	}

}
