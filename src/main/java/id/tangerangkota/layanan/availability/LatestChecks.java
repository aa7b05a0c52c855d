package id.tangerangkota.layanan.availability;

import java.util.List;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * Tells what the checks of a service saw last, for people who look for a cause. Figures
 * come from {@link AvailabilityReport}: one result confirms nothing.
 */
public interface LatestChecks {

	/**
	 * The last results of all checks of a service, the latest first; none older than a
	 * day. Two queries, whatever the number of checks, of the newest results only.
	 * @param limit 1 to 100
	 */
	List<LatestCheck> of(ServiceId service, int limit);

}
