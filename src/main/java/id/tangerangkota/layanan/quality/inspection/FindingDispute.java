package id.tangerangkota.layanan.quality.inspection;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff says that what the last inspection did not find is there.
 *
 * @param confirmation the second person's, null while the finding counts all the same
 */
public record FindingDispute(String reason, AccountId by, Instant at, @Nullable Confirmation confirmation) {

	/** Somebody else agrees. */
	public record Confirmation(AccountId by, Instant at) {
	}

}
