package id.tangerangkota.layanan.availability.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceNotes;

import org.springframework.stereotype.Component;

/**
 * Says in the catalogue whether services can be opened, and since when: never when
 * somebody looked last, because kept pages are made anew only when a state changes.
 */
@Component
class StateNotes implements ServiceNotes {

	private static final String KEYS = "availability.note.";

	private final AvailabilityReport report;

	StateNotes(AvailabilityReport report) {
		this.report = report;
	}

	@Override
	public Map<ServiceId, List<Note>> notes(Collection<ServiceId> services) {
		Map<ServiceId, List<Note>> notes = new HashMap<>();
		this.report.now(services).forEach((service, state) -> {
			if (state.state() != ServiceState.UNMONITORED) {
				notes.put(service, List.of(note(state)));
			}
		});
		return notes;
	}

	private static Note note(CurrentState state) {
		String tone = switch (state.state()) {
			case UP -> "up";
			case DEGRADED -> "degraded";
			case DOWN -> "down";
			case MAINTENANCE -> "maintenance";
			case UNKNOWN, UNMONITORED -> "unknown";
		};
		return new Note(tone, KEYS + state.state().name(), state.since(), 0);
	}

}
