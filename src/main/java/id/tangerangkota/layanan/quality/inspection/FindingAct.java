package id.tangerangkota.layanan.quality.inspection;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.catalog.ServiceId;

/** Somebody marked a finding as wrong, or took that back. */
record FindingAct(ServiceId service, String item, boolean withdrawn) implements AuditableEvent {

	@Override
	public String action() {
		return this.withdrawn ? "quality.finding-dispute-withdrawn" : "quality.finding-disputed";
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
