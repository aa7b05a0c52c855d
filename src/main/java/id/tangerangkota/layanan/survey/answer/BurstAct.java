package id.tangerangkota.layanan.survey.answer;

import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** Somebody decided about a flood of answers. */
record BurstAct(UUID burst, boolean genuine, int answers) implements AuditableEvent {

	@Override
	public String action() {
		return "survey.burst-decided";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("burst", this.burst.toString());
	}

	@Override
	public Map<String, String> details() {
		return Map.of("decision", this.genuine ? "GENUINE" : "STUFFED", "answers", Integer.toString(this.answers));
	}

}
