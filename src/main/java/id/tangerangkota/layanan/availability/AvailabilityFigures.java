package id.tangerangkota.layanan.availability;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * What checks and incidents of one day of the city say about services, beyond states;
 * each by one query, of all services that have any. Guessed addresses are left out.
 */
public interface AvailabilityFigures {

	/**
	 * Where the classes of response times end, in milliseconds: edges of the buckets
	 * results are kept in, so that nothing falls between.
	 */
	List<Integer> TIME_ENDS = List.of(64, 128, 192, 256, 384, 512, 640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2560,
			3072, 3584, 4096, 5120, 6144, 7168, 8192, 10240, 12288, 16384, 32768);

	/**
	 * How long answers took.
	 * @return nothing when results of the day are not there, or not summed up yet
	 */
	Optional<Map<ServiceId, Times>> responseTimes(LocalDate day);

	/**
	 * Times of answers.
	 *
	 * @param millis of all of them together
	 * @param classes how many took how long, by the classes that end at
	 * {@link #TIME_ENDS}, and beyond the last
	 */
	record Times(long millis, List<Long> classes) {

		/** How many there are. */
		public long answers() {
			return this.classes.stream().mapToLong(Long::longValue).sum();
		}

	}

	/**
	 * The listings that answered as expected at least once.
	 * @return nothing when results of the day are not there, or not summed up yet
	 */
	Optional<Map<ServiceId, Reached>> reached(LocalDate day);

	/**
	 * Listings of a service.
	 *
	 * @param asked those that let themselves be asked
	 * @param answered those of them that answered as expected
	 */
	record Reached(int asked, int answered) {
	}

	/**
	 * How long outages waited for somebody to take them on, or for their end when nobody
	 * did; those whose waiting ended on the day. One that concerns several services is
	 * told of each.
	 */
	Map<ServiceId, List<Duration>> waited(LocalDate day);

	/** Services whose certificate was about to end, or had, when the day was over. */
	Set<ServiceId> warnedOfCertificates(LocalDate day);

}
