package id.tangerangkota.layanan.catalog;

import java.util.UUID;

import id.tangerangkota.layanan.audit.AuditSubject;

/** Identifies a service. */
public record ServiceId(UUID value) {

	AuditSubject auditSubject() {
		return new AuditSubject("service", toString());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
