package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

/**
 * A guessed address that turned out to answer.
 *
 * @param title of the page, as a stranger wrote it
 * @param status of the answer
 * @param lookedAt when it was last seen so
 * @param proposedAt since when it has been
 */
public record VerificationProposal(CheckDetail check, String title, int status, Instant lookedAt, Instant proposedAt) {
}
