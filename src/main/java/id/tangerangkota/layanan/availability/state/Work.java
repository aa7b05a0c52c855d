package id.tangerangkota.layanan.availability.state;

import java.time.Instant;

/**
 * Announced work on a service.
 *
 * @param end exclusive
 */
record Work(Instant start, Instant end) {

	boolean contains(Instant instant) {
		return !instant.isBefore(this.start) && instant.isBefore(this.end);
	}

}
