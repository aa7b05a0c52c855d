package id.tangerangkota.layanan.quality.inspection;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.catalog.ServiceId;

/** Somebody marked a finding as wrong, agreed to that, or took it back. */
record FindingAct(ServiceId service, String item, Kind kind) implements AuditableEvent {

	/** What was done. */
	enum Kind {

		DISPUTED("quality.finding-disputed"), CONFIRMED("quality.finding-dispute-confirmed"),
		WITHDRAWN("quality.finding-dispute-withdrawn");

		private final String action;

		Kind(String action) {
			this.action = action;
		}

	}

	@Override
	public String action() {
		return this.kind.action;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("service", this.service.value().toString());
	}

	@Override
	public Map<String, String> details() {
		return Map.of("item", this.item);
	}

}
