package id.tangerangkota.layanan.complaint.casework;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What a reporter said of an end that was none.
 *
 * @param ending how often it had been opened again before
 */
@Embeddable
record EarlierVerdict(int ending, @Embedded Verdict verdict) {
}
