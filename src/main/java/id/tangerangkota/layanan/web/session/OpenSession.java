package id.tangerangkota.layanan.web.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A session somebody has open.
 *
 * @param handle names it; no secret, other than what the cookie holds
 * @param lastUsed to within some seconds
 * @param content what {@link Sessions#CONTENT} says
 */
public record OpenSession(String handle, Instant created, Instant lastUsed, @Nullable String content) {
}
