package id.tangerangkota.layanan.catalog;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** A service is closed for good. */
public record ServiceRetired(ServiceId service) implements AuditableEvent {

	@Override
	public String action() {
		return "catalog.retired";
	}

	@Override
	public AuditSubject subject() {
		return this.service.auditSubject();
	}

}
