package id.tangerangkota.layanan.complaint;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.region.PlaceCounts;
import org.jspecify.annotations.Nullable;

/**
 * Counts complaints by the service or the place they are about. Every complaint of a
 * citizen is counted, also those not everybody may see; what the portal opened by itself
 * at an outage is not. What was taken over from another system is no use of this one, and
 * counts only where it says so. Complaints about the conduct of officials count for no
 * service: that there are any is not for the office they are about.
 */
public interface ServiceComplaints {

	/**
	 * Complaints about a service.
	 *
	 * @param received in the time asked for
	 * @param answered how many of these the staff wrote an answer to
	 * @param medianDays calendar days from receipt to the first answer, null without any
	 * @param open now, whenever they were received, and also if they were taken over
	 * @param overdue of the open ones
	 */
	record Count(long received, long answered, @Nullable Double medianDays, long open, long overdue) {

		/** Nobody complained. */
		public static final Count NONE = new Count(0, 0, null, 0, 0);

	}

	/**
	 * One service.
	 * @param from day of receipt, in Jakarta
	 * @param to inclusive
	 */
	Count of(ServiceId service, LocalDate from, LocalDate to);

	/**
	 * How many were received about each service that had any, by one query; with those
	 * that were taken over, as they too tell that somebody uses it.
	 */
	Map<ServiceId, Long> received(LocalDate from, LocalDate to);

	/** The day the first complaint of all was received here; nothing before it. */
	Optional<LocalDate> since();

	/**
	 * How many were received, by the kelurahan they are about. Of those without an
	 * account nobody knows whether they are different people, so they are nobody.
	 */
	PlaceCounts byPlace(LocalDate from, LocalDate to);

}
