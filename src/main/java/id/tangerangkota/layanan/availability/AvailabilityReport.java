package id.tangerangkota.layanan.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * Tells whether services are and were up. All of it comes from intervals of confirmed
 * states, which never overlap and leave no gap; results of checks are not read.
 */
public interface AvailabilityReport {

	/** The zone of the city's days. */
	ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** The tag of all kept pages that show a state; they are dropped when one changes. */
	String PAGES = "availability";

	/** The states of these services now, of each of them. */
	Map<ServiceId, CurrentState> now(Collection<ServiceId> services);

	/** The state of a service now. */
	CurrentState now(ServiceId service);

	/**
	 * The states of services at instants, as they are known today: an outage dated back
	 * changes the answer. Of many moments by one query.
	 * @return a state for each, in their order
	 */
	List<ServiceState> statesAt(List<Moment> moments);

	/** When somebody used a service. */
	record Moment(ServiceId service, Instant at) {
	}

	/**
	 * How long a service was in which state.
	 * @param to exclusive; of what lies in the future nothing is counted
	 */
	Uptime uptime(ServiceId service, Instant from, Instant to);

	/** As {@link #uptime}, of each of many services, by one query. */
	Map<ServiceId, Uptime> uptimes(Collection<ServiceId> services, Instant from, Instant to);

	/**
	 * The days of services, of each of them, in their order, by one query.
	 * @param to inclusive; days in the future are left out
	 */
	Map<ServiceId, List<DaySum>> days(Collection<ServiceId> services, LocalDate from, LocalDate to);

	/**
	 * The outages of a service that touch a time, the newest first.
	 * @param to exclusive
	 */
	List<Outage> outages(ServiceId service, Instant from, Instant to);

	/**
	 * As {@link #outages(ServiceId, Instant, Instant)}, of many services, by one query.
	 */
	Map<ServiceId, List<Outage>> outages(Collection<ServiceId> services, Instant from, Instant to);

	/**
	 * The services that checks look at: those that are down first, then the degraded
	 * ones, then those nobody can say anything about, then all others.
	 * @param limit how many at most
	 */
	List<CurrentState> watched(int limit);

	/**
	 * The services that checks looked at in a time, those of today and of then.
	 * @param to exclusive
	 */
	List<ServiceId> watchedDuring(Instant from, Instant to);

	/** All services at a glance. */
	Overview overview();

}
