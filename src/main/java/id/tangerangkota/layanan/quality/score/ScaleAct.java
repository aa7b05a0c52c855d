package id.tangerangkota.layanan.quality.score;

import java.time.LocalDate;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** An administrator gave an indicator another scale. */
record ScaleAct(String indicator, int version, LocalDate from) implements AuditableEvent {

	@Override
	public String action() {
		return "quality.scale-changed";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("indicator", this.indicator);
	}

	@Override
	public Map<String, String> details() {
		return Map.of("version", Integer.toString(this.version), "from", this.from.toString());
	}

}
