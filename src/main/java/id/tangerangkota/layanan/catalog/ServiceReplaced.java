package id.tangerangkota.layanan.catalog;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * Another service does the work of one.
 *
 * @param bySlug the other's
 */
public record ServiceReplaced(ServiceId service, String bySlug) implements AuditableEvent {

	@Override
	public String action() {
		return "catalog.replaced";
	}

	@Override
	public AuditSubject subject() {
		return this.service.auditSubject();
	}

	@Override
	public Map<String, String> details() {
		return Map.of("by", this.bySlug);
	}

}
