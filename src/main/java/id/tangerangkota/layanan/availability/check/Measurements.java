package id.tangerangkota.layanan.availability.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/** What checks of a service measured, from roll-ups, and its last few results. */
public interface Measurements {

	/**
	 * How fast a service answered in an hour, over all its checks.
	 *
	 * @param count how many answers there were
	 * @param p50 milliseconds half of them took at most
	 * @param p95 milliseconds 95 of 100 took at most
	 */
	record Hour(Instant start, long count, int p50, int p95) {
	}

	/** Where the time of an answer goes, as means in milliseconds. */
	record Phases(int dns, int connect, int tls, int firstByte) {
	}

	/**
	 * One check.
	 *
	 * @param status of HTTP, 0 where there was none
	 */
	record Result(Instant at, Outcome outcome, @Nullable Cause cause, int status, int totalMillis) {
	}

	/** The hours in which there was an answer, the oldest first. */
	List<Hour> hours(ServiceId service, Instant from, Instant to);

	/** Empty when there was no answer. */
	Optional<Phases> phases(ServiceId service, Instant from, Instant to);

	/** When the certificate of its website ends, as the last check saw it. */
	Optional<Instant> certificateExpires(ServiceId service);

	/** The last results, the newest first. */
	List<Result> last(ServiceId service, int limit);

}
