package id.tangerangkota.layanan.complaint;

import java.time.LocalDate;

/**
 * A reporter said something else of a complaint than before: what was said counts on
 * another day.
 *
 * @param from the day it counted on
 */
public record VerdictMoved(ComplaintId complaint, LocalDate from) {
}
