package id.tangerangkota.layanan.survey.result;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** Somebody set how many people use a service. */
record PeopleCounted(String slug, long people) implements AuditableEvent {

	@Override
	public String action() {
		return "survey.people-counted";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("service", this.slug);
	}

	@Override
	public Map<String, String> details() {
		return Map.of("people", Long.toString(this.people));
	}

}
