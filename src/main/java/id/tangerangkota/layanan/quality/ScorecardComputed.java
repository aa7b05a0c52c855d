package id.tangerangkota.layanan.quality;

import java.time.Instant;

/**
 * The daily count is over: scores of all days before are what they will be until the
 * next.
 *
 * @param at when it ended
 * @param changed how many days of indicators turned out different from before
 */
public record ScorecardComputed(Instant at, int changed) {
}
