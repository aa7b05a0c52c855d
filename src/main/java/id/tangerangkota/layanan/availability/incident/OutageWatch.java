package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.incident.IncidentRows.Ended;
import id.tangerangkota.layanan.availability.incident.IncidentRows.Trouble;
import id.tangerangkota.layanan.availability.state.Evidence;
import id.tangerangkota.layanan.availability.state.OutageChanges;
import id.tangerangkota.layanan.availability.state.OutageEvidence;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes incidents by what checks find, together with the outages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutageWatch {

	private final OutageEvidence evidence;

	private final IncidentRows rows;

	private final Clock clock;

	OutageWatch(OutageEvidence evidence, IncidentRows rows, Clock clock) {
		this.evidence = evidence;
		this.rows = rows;
		this.clock = clock;
	}

	@EventListener
	void on(OutageChanges changes) {
		if (!changes.started().isEmpty()) {
			started(changes.started());
		}
		if (!changes.ended().isEmpty()) {
			this.rows.leave(changes.ended().stream().map(OutageWatch::ended).toList());
		}
	}

	private void started(List<OutageStarted> outages) {
		Instant now = this.clock.instant();
		List<ServiceId> services = outages.stream().map(OutageStarted::service).toList();
		Map<ServiceId, Evidence> found = this.evidence.of(services);
		List<Trouble> troubles = new ArrayList<>();
		for (OutageStarted outage : outages) {
			Evidence evidence = found.get(outage.service());
			troubles.add(new Trouble(Resource.of(outage.service(), evidence), IncidentKind.OUTAGE.name(),
					outage.service().value(), outage.outage().value(), outage.start(), outage.cause().name(), null,
					null));
		}
		this.rows.join(troubles, now);
		this.rows.supersede(services, now);
	}

	private static Ended ended(OutageEnded outage) {
		return new Ended(outage.outage().value(), outage.end(), outage.then().isUp());
	}

}
