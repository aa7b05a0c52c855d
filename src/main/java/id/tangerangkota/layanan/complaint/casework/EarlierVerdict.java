package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter said of an end that was none.
 *
 * @param ending how often it had been opened again before
 */
@Embeddable
record EarlierVerdict(int ending, @Nullable Integer rating, @Nullable Boolean solved, @Nullable Instant ratedAt) {
}
