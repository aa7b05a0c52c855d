package id.tangerangkota.layanan.quality.score;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.quality.Scale;

/** An administrator gave an indicator another scale. */
record ScaleAct(Scale scale) implements AuditableEvent {

	@Override
	public String action() {
		return "quality.scale-changed";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("indicator", this.scale.indicator());
	}

	@Override
	public Map<String, String> details() {
		return Map.of("version", Integer.toString(this.scale.version()), "from", this.scale.validFrom().toString());
	}

}
