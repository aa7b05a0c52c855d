package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer came from.
 *
 * @param about the service, or the agency
 * @param owner the agency, or the service where nobody knows whose it is
 * @param network keyed hash, as text
 * @param hasty whether nobody reads so fast
 * @param burst the flood it is part of, null when of none
 */
record Trace(UUID sheet, Instant at, String about, String owner, String network, boolean hasty, @Nullable UUID burst) {
}
