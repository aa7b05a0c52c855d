package id.tangerangkota.layanan.catalog;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** Somebody vouched for the address of one of a service's listings. */
public record ServiceVerified(ServiceId service, Platform platform) implements AuditableEvent {

	@Override
	public String action() {
		return "catalog.verified";
	}

	@Override
	public AuditSubject subject() {
		return this.service.auditSubject();
	}

	@Override
	public Map<String, String> details() {
		return Map.of("platform", this.platform.name());
	}

}
