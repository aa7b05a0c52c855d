package id.tangerangkota.layanan.availability.check;

import java.time.Duration;

import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * How the results of a check are to be read.
 *
 * @param platform the listing it looks at
 * @param agency code of the agency, null when unknown
 * @param failures in a row that confirm down, from 1
 * @param successes in a row that confirm up after down, from 1
 * @param slows in a row that confirm degraded, from 1
 * @param host lower-case name it asks, for grouping
 * @param zone the registrable part of the name, for grouping DNS failures
 */
public record CheckRule(int check, ServiceId service, Platform platform, @Nullable String agency, Duration interval,
		int failures, int successes, int slows, String host, String zone) {

	/** Intervals without a look after which nothing is known. */
	public static final int UNSEEN_INTERVALS = 3;

	/** How long nobody has to have looked for nothing to be known. */
	public Duration unseen() {
		return this.interval.multipliedBy(UNSEEN_INTERVALS);
	}

}
