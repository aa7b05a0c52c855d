package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff, as administrators see them.
 *
 * @param name null while nobody joined
 * @param email null for an invitation whose link asks for it
 * @param agency null for staff of none
 * @param secured whether there is a second factor
 */
public record StaffMember(AccountId id, @Nullable String name, @Nullable Email email, Set<Role> roles,
		@Nullable AgencyId agency, AccountState state, Instant createdAt, @Nullable Instant lastSignInAt,
		boolean secured) {

	public boolean isActive() {
		return this.state == AccountState.ACTIVE;
	}

	/** What tells them apart on a page, null when there is neither. */
	public @Nullable String label() {
		if (this.name != null) {
			return this.name;
		}
		return (this.email != null) ? this.email.value() : null;
	}

}
