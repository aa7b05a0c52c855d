package id.tangerangkota.layanan.quality.evidence;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** Somebody kept a pack of evidence. */
record EvidenceAct(String period, int version) implements AuditableEvent {

	@Override
	public String action() {
		return "quality.evidence-kept";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("evidence", this.period);
	}

	@Override
	public Map<String, String> details() {
		return Map.of("version", Integer.toString(this.version));
	}

}
