package id.tangerangkota.layanan.quality;

import java.time.Instant;

/**
 * Days were counted, and something is different from before. Published at the end of a
 * run, inside of a transaction.
 *
 * @param changed how many days of indicators
 */
public record ScorecardComputed(int changed, Instant at) {
}
