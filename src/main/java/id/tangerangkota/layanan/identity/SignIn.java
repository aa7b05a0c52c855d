package id.tangerangkota.layanan.identity;

import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;

/**
 * Who signed in, as the session keeps it.
 *
 * @param at when the password was right
 * @param passwordAt when the password was last given; what matters most wants it young
 * @param factor what was shown beside the password
 * @param complete false while the second factor is missing: then nobody is signed in yet
 * @param device such as {@code Chrome di Android}
 */
public record SignIn(AccountId account, AccountKind kind, Instant at, Instant passwordAt, Factor factor,
		boolean complete, String device) {

	/** What makes a password young. */
	public static final Duration YOUNG = Duration.ofMinutes(5);

	/** What somebody showed beside the password. */
	public enum Factor {

		/** Nothing. */
		NONE,

		/** A code of an authenticator app. */
		TOTP,

		/** A passkey. */
		PASSKEY,

		/** A code from paper. */
		RECOVERY_CODE

	}

	/** How long a session may be left alone. */
	public Duration idle() {
		return (this.kind == AccountKind.STAFF) ? Duration.ofMinutes(15) : Duration.ofMinutes(30);
	}

	/** How long a session lasts at most. */
	public Duration absolute() {
		return (this.kind == AccountKind.STAFF) ? Duration.ofHours(8) : Duration.ofHours(12);
	}

	public boolean isOver(Instant now) {
		return !now.isBefore(this.at.plus(absolute()));
	}

	public boolean isPasswordYoung(Instant now) {
		return now.isBefore(this.passwordAt.plus(YOUNG));
	}

	/** The second factor was right. */
	public SignIn completed(Factor with) {
		return new SignIn(this.account, this.kind, this.at, this.passwordAt, with, true, this.device);
	}

	/** The password was given again. */
	public SignIn confirmed(Instant now) {
		return new SignIn(this.account, this.kind, this.at, now, this.factor, this.complete, this.device);
	}

}
