package id.tangerangkota.layanan.availability.incident;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * Somebody of the staff did something about an incident or announced work; published in
 * the transaction in which it happened.
 *
 * @param details ids, enums and numbers
 */
public record IncidentAct(Act act, AuditSubject subject, Map<String, String> details) implements AuditableEvent {

	/** What can be done. */
	public enum Act {

		INCIDENT_ACKNOWLEDGED, INCIDENT_UPDATED, INCIDENT_RESOLVED, INCIDENT_ENTRY_EDITED, POST_MORTEM_WRITTEN,
		SUSPICION_CONFIRMED, SUSPICION_DISMISSED, MAINTENANCE_ANNOUNCED, MAINTENANCE_REWORDED, MAINTENANCE_ENDED

	}

	static IncidentAct of(Act act, IncidentId incident, Map<String, String> details) {
		return new IncidentAct(act, new AuditSubject("incident", incident.toString()), details);
	}

	static IncidentAct of(Act act, WindowId window, Map<String, String> details) {
		return new IncidentAct(act, new AuditSubject("maintenance", window.toString()), details);
	}

	@Override
	public String action() {
		return "availability." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
