package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/** Reads incidents. */
public interface Incidents {

	/** Those everybody may see that still go on, the newest first. */
	List<IncidentSummary> open();

	/** Those of some kinds that still go on, the newest first. */
	List<IncidentSummary> open(Set<IncidentKind> kinds);

	/**
	 * Those everybody may see that are over, the newest first.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	IncidentPage recent(int page, int size);

	/** As {@link #recent(int, int)}, those of some kinds. */
	IncidentPage recent(Set<IncidentKind> kinds, int page, int size);

	/**
	 * Those everybody may see that lasted into a time, open ones too, the newest first.
	 * @param services any of which they concerned, null for whatever they did
	 * @param from null for ever
	 * @param until exclusive, null for ever
	 * @param page from 1
	 * @param size 1 to 100
	 */
	IncidentPage during(@Nullable Collection<ServiceId> services, @Nullable Instant from, @Nullable Instant until,
			int page, int size);

	/**
	 * Those everybody may see that concerned a service, open ones too, the newest first.
	 * @param limit 1 to 100
	 */
	List<IncidentSummary> ofService(ServiceId service, int limit);

	/**
	 * When something was last told to everybody of each of these incidents, or worded
	 * anew, its post-mortem included.
	 */
	Map<IncidentId, Instant> lastTold(Collection<IncidentId> incidents);

	/** What goes on at these services and everybody may see; others are left out. */
	Map<ServiceId, IncidentId> openOf(Collection<ServiceId> services);

	/** An incident everybody may see, without what is for the staff. */
	Optional<IncidentDetail> incident(IncidentId id);

	/** An incident of any kind with everything. */
	Optional<IncidentDetail> forStaff(IncidentId id);

}
