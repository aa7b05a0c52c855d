package id.tangerangkota.layanan.identity;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account; published in the transaction in which it happened.
 *
 * @param account the account, null where none is known, as with a sign-in by an unknown
 * NIK
 * @param details ids, enums and numbers
 * @param actor who did it, null for the current actor
 */
public record AccountAct(Act act, @Nullable AccountId account, Map<String, String> details,
		@Nullable Actor actor) implements AuditableEvent {

	/** What can happen. */
	public enum Act {

		REGISTERED, SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT, SESSION_ENDED, PASSWORD_CHANGED, PASSWORD_RESET_ASKED,
		PASSWORD_RESET, EMAIL_CONFIRMED, FACTOR_ADDED, FACTOR_REMOVED, RECOVERY_CODES_MADE, VERIFIED, NIK_TAKEN_AWAY,
		LOOKED_UP_AT_COUNTER, COUNTER_CODE_ISSUED, STAFF_INVITED, INVITATION_LINK_SHOWN, STAFF_JOINED, ROLES_CHANGED,
		STAFF_DEACTIVATED, STAFF_REACTIVATED, NIK_REVEALED, REPORTER_REVEALED, ACCOUNT_CLOSED, CORRECTED, RESTRICTED,
		CONSENT_CHANGED, ACCESS_DENIED

	}

	static AccountAct of(Act act, AccountId account) {
		return new AccountAct(act, account, Map.of(), null);
	}

	static AccountAct of(Act act, AccountId account, String detail, String value) {
		return new AccountAct(act, account, Map.of(detail, value), null);
	}

	/** The same done by somebody who is not signed in yet. */
	AccountAct by(Actor other) {
		return new AccountAct(this.act, this.account, this.details, other);
	}

	@Override
	public String action() {
		return "identity." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public @Nullable AuditSubject subject() {
		return (this.account != null) ? new AuditSubject("account", this.account.toString()) : null;
	}

}
