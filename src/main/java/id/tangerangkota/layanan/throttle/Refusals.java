package id.tangerangkota.layanan.throttle;

import java.time.Instant;

/**
 * How many tries a limit refused on one node within a minute. Published when the minute
 * is over, for each limit that refused any; one by one they are nobody's business.
 *
 * @param limit its name
 * @param minute its beginning
 */
public record Refusals(String limit, long count, Instant minute) {
}
