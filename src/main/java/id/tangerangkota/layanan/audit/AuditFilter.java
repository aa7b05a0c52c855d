package id.tangerangkota.layanan.audit;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the trail; null narrows nothing.
 *
 * @param from the first instant
 * @param to the first instant that is too late
 * @param actor whose acts
 * @param subject the id of what was acted upon
 */
public record AuditFilter(@Nullable Instant from, @Nullable Instant to, @Nullable String action,
		@Nullable AccountId actor, @Nullable String subject, @Nullable AuditOutcome outcome) {

	/** Everything. */
	public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null);

}
