package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a check did not look.
 *
 * @param by who decided so, null for the portal itself
 * @param resumedBy who ended it, null while it lasts and for the portal itself
 * @param resumedAt null while it lasts
 */
public record CheckPause(String reason, @Nullable AccountId by, Instant at, @Nullable AccountId resumedBy,
		@Nullable Instant resumedAt) {
}
