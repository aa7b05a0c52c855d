package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as pages show it. The NIK is masked; the rest is for its owner, or for staff
 * whose task it is.
 *
 * @param name null once the account is closed or while nobody joined
 * @param nik the last four digits, null for staff and where it was given up
 * @param email null when none is known
 * @param emailConfirmed whether its owner opened the link sent there
 * @param verifiedBy null while nobody vouches for the NIK
 * @param restricted whether the owner objected to the use of the data
 */
public record AccountSummary(AccountId id, AccountKind kind, AccountState state, @Nullable String name,
		@Nullable String nik, @Nullable Email email, boolean emailConfirmed, @Nullable String phone,
		@Nullable String address, @Nullable String subDistrict, @Nullable Instant verifiedAt,
		@Nullable VerifiedBy verifiedBy, Set<Role> roles, @Nullable AgencyId agency, boolean restricted,
		boolean usesTotp, @Nullable Instant passwordChangedAt, Instant createdAt, @Nullable Instant lastSignInAt) {

	/** Whether an officer saw the owner's card. */
	public boolean isCardSeen() {
		return this.verifiedBy == VerifiedBy.COUNTER;
	}

	public boolean isVerified() {
		return this.verifiedBy != null;
	}

	public boolean isActive() {
		return this.state == AccountState.ACTIVE;
	}

}
