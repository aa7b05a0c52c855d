package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint ended: who said that it is done, rejected or referred it, who confirmed
 * that, or what it goes on as a part of. All of it is forgotten when it is taken up
 * again.
 *
 * @param resolvedBy null for the portal itself, whose outage ended, and for the citizen
 * @param confirmedBy null where the citizen said so, or nobody did
 * @param sampledAt when a coordinator looked at it after nobody had confirmed it
 */
@Embeddable
record Ending(@Nullable Instant resolvedAt, @Nullable UUID resolvedBy, @Nullable Instant closedAt,
		@Nullable UUID confirmedBy, @Enumerated(EnumType.STRING) @Nullable Closing closing, @Nullable Instant sampledAt,
		@Enumerated(EnumType.STRING) @Nullable Rejection rejection,
		@Enumerated(EnumType.STRING) @Nullable Referral referredTo, @Nullable UUID mergedInto) {

	static Ending resolved(@Nullable AccountId by, Instant now) {
		return new Ending(now, id(by), null, null, null, null, null, null, null);
	}

	static Ending rejected(Rejection why, @Nullable AccountId by) {
		return new Ending(null, id(by), null, null, null, null, why, null, null);
	}

	static Ending referred(Referral to, @Nullable AccountId by) {
		return new Ending(null, id(by), null, null, null, null, null, to, null);
	}

	static Ending merged(ComplaintId into) {
		return new Ending(null, null, null, null, null, null, null, null, into.value());
	}

	Ending closed(Closing how, @Nullable AccountId by, Instant now) {
		return new Ending(this.resolvedAt, this.resolvedBy, now, id(by), how, this.sampledAt, this.rejection,
				this.referredTo, this.mergedInto);
	}

	Ending sampled(Instant now) {
		return new Ending(this.resolvedAt, this.resolvedBy, this.closedAt, this.confirmedBy, this.closing, now,
				this.rejection, this.referredTo, this.mergedInto);
	}

	/** Whether somebody said that it is done, so that it can be closed. */
	boolean isResolved() {
		return this.resolvedAt != null;
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

	boolean isWithdrawn() {
		return this.rejection == Rejection.WITHDRAWN;
	}

	Stream<UUID> deciders() {
		return Stream.concat(Stream.ofNullable(this.resolvedBy), Stream.ofNullable(this.confirmedBy));
	}

	private static @Nullable UUID id(@Nullable AccountId account) {
		return (account != null) ? account.value() : null;
	}

}
