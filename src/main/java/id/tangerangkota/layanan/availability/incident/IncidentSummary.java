package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * An incident as lists show it.
 *
 * @param startedAt of the first failure
 * @param endedAt null while it lasts
 * @param cause null for a suspicion
 * @param certificateEnds when the certificate ends, for a
 * {@link IncidentKind#CERTIFICATE}
 * @param acknowledged whether somebody takes care of all that joined
 * @param services in the order in which they came; one that came twice is there twice
 */
public record IncidentSummary(IncidentId id, IncidentKind kind, IncidentStatus status, Instant startedAt,
		@Nullable Instant endedAt, @Nullable StateReason cause, @Nullable Instant certificateEnds, boolean acknowledged,
		List<AffectedService> services) {

	/**
	 * How often people said that it concerns them; who said so at several services counts
	 * at each.
	 */
	public int affected() {
		return this.services.stream().mapToInt(AffectedService::affected).sum();
	}

	public boolean isOpen() {
		return this.status.isOpen();
	}

	/**
	 * Whether checks find one of its services down, so that nobody can say it is over.
	 */
	public boolean isMeasuredDown() {
		return this.services.stream().anyMatch((service) -> service.outage() != null && service.until() == null);
	}

}
