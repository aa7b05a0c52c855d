package id.tangerangkota.layanan.identity.delivery;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the owner of an account.
 *
 * @param account whose account it is about
 * @param email where to
 * @param language as the one who caused it reads
 * @param link an absolute address that holds a secret, null for a mere notice
 * @param expires when the message is of no use any more and must be gone
 */
public record AccountMessage(Kind kind, AccountId account, String email, Language language, @Nullable String link,
		Instant expires) {

	/** What is told. */
	public enum Kind {

		/** A link that confirms the address. */
		CONFIRM_EMAIL,

		/** A link to set a new password. */
		RESET_PASSWORD,

		/** A link to join the staff. */
		STAFF_INVITATION,

		/** Somebody tried to register with a NIK that has an account already. */
		ALREADY_REGISTERED,

		/** The password was changed. */
		PASSWORD_CHANGED,

		/** Somebody signed in on a device that was not known. */
		NEW_DEVICE,

		/** A second factor was added or taken away. */
		FACTOR_CHANGED,

		/** The NIK went to another account, whose owner showed the card. */
		NIK_TAKEN_AWAY,

		/** A request about personal data was answered. */
		DATA_REQUEST_ANSWERED,

		/** The account was closed. */
		ACCOUNT_CLOSED

	}

	/** Without the address and the link, so that neither gets into a log. */
	@Override
	public String toString() {
		return "AccountMessage[" + this.kind + ", account=" + this.account + "]";
	}

}
