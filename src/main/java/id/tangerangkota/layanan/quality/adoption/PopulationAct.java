package id.tangerangkota.layanan.quality.adoption;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** An administrator wrote down how many people live in so many kelurahan. */
record PopulationAct(int places, int year) implements AuditableEvent {

	@Override
	public String action() {
		return "quality.population-changed";
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("population", Integer.toString(this.year));
	}

	@Override
	public Map<String, String> details() {
		return Map.of("places", Integer.toString(this.places));
	}

}
