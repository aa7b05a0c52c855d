package id.tangerangkota.layanan.availability.result;

import java.time.Instant;

import id.tangerangkota.layanan.availability.probe.Phases;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check in a span of time.
 *
 * @param at the beginning
 * @param up results by outcome, as {@code slow}, {@code down}, {@code refused} and
 * {@code empty} (void)
 * @param p50 in ms, of the answers (up and slow); at most 6.25 % too high; null when
 * there was none
 * @param p95 likewise
 * @param phases means of the answers in ms, null when there was none
 */
public record ResponseTime(Instant at, int up, int slow, int down, int refused, int empty, @Nullable Integer p50,
		@Nullable Integer p95, @Nullable Phases phases) {
}
