package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Who said that it is done, rejected or referred it, and who confirmed that. All of it is
 * forgotten when it turns out not to be done.
 *
 * @param resolvedBy null for the portal itself, whose outage ended
 * @param confirmedBy null where the citizen said so, or nobody did
 * @param sampledAt when a coordinator looked at it after nobody had confirmed it
 */
@Embeddable
record Solution(@Nullable Instant resolvedAt, @Nullable UUID resolvedBy, @Nullable Instant closedAt,
		@Nullable UUID confirmedBy, @Enumerated(EnumType.STRING) @Nullable Closing closing,
		@Nullable Instant sampledAt) {

	static Solution resolved(@Nullable AccountId by, Instant now) {
		return new Solution(now, id(by), null, null, null, null);
	}

	/** It ended without being done. */
	static Solution ended(@Nullable AccountId by) {
		return new Solution(null, id(by), null, null, null, null);
	}

	Solution closed(Closing how, @Nullable AccountId by, Instant now) {
		return new Solution(this.resolvedAt, this.resolvedBy, now, id(by), how, this.sampledAt);
	}

	Solution sampled(Instant now) {
		return new Solution(this.resolvedAt, this.resolvedBy, this.closedAt, this.confirmedBy, this.closing, now);
	}

	boolean isBy(AccountId account) {
		return account.value().equals(this.resolvedBy);
	}

	boolean isUnconfirmed() {
		return this.closing == Closing.UNCONFIRMED;
	}

	boolean isConfirmedByCitizen() {
		return this.closing == Closing.CONFIRMED_BY_CITIZEN;
	}

	Stream<UUID> deciders() {
		return Stream.concat(Stream.ofNullable(this.resolvedBy), Stream.ofNullable(this.confirmedBy));
	}

	private static @Nullable UUID id(@Nullable AccountId account) {
		return (account != null) ? account.value() : null;
	}

}
