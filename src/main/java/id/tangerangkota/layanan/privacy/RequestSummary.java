package id.tangerangkota.layanan.privacy;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A request as lists show it.
 *
 * @param answeredAt null while it is open
 */
public record RequestSummary(RequestId id, AccountId account, RequestKind kind, RequestState state, Instant filedAt,
		Instant dueAt, @Nullable Instant answeredAt) {

	/** What is left of the time, or was left when it was answered. */
	public Countdown countdown(Instant now) {
		return Countdown.to(this.dueAt, (this.answeredAt != null) ? this.answeredAt : now);
	}

}
