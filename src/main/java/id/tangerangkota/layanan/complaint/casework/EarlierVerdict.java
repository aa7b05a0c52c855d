package id.tangerangkota.layanan.complaint.casework;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter said of an end that was none.
 *
 * @param ending how often it had been opened again before
 * @param agency code of the one that had it then
 */
@Embeddable
record EarlierVerdict(int ending, @Nullable String agency, @Embedded Verdict verdict) {
}
