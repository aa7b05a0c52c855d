package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * That the staff worded something anew.
 *
 * @param entry of the timeline of an incident, null where it was the post-mortem or an
 * announcement
 * @param before what stood there, for the staff
 */
public record Rewording(@Nullable UUID entry, String before, Instant at) {
}
