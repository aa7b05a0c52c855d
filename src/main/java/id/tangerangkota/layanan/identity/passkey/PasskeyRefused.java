package id.tangerangkota.layanan.identity.passkey;

import org.jspecify.annotations.Nullable;

/**
 * A passkey was not accepted. The reason is for the audit trail and for the owner of a
 * passkey to be registered; who fails to sign in is told only that it did not work.
 */
public class PasskeyRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	PasskeyRefused(Reason reason) {
		this(reason, null);
	}

	PasskeyRefused(Reason reason, @Nullable Throwable cause) {
		super("Passkey refused: " + reason, cause);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why a passkey is not accepted. */
	public enum Reason {

		/** The answer is not what a browser sends, or too large. */
		UNREADABLE,

		/** The answer contradicts itself or the question. */
		INCONSISTENT,

		/** It answers another question than the one asked in this session. */
		WRONG_CHALLENGE,

		/** More than {@link Passkeys#TIME_TO_ANSWER} went by. */
		TOO_LATE,

		/** It was made on another site, or in a frame of one. */
		WRONG_SITE,

		/** The authenticator did not ask for the finger, the face or the PIN. */
		USER_NOT_VERIFIED,

		/** The key is of a kind that was not asked for. */
		WRONG_ALGORITHM,

		/** The signature is not by that key. */
		WRONG_SIGNATURE,

		/**
		 * The signature counter did not go up: the answer is an old one, or there is a
		 * copy of the authenticator.
		 */
		COUNTER_NOT_HIGHER,

		/** The portal has no such passkey, or has it no more. */
		UNKNOWN,

		/** The passkey belongs to another account, or does not say to which. */
		OTHER_ACCOUNT,

		/** This passkey is registered already, with this account or another. */
		ALREADY_REGISTERED,

		/** The account has {@link Passkeys#MOST} passkeys. */
		TOO_MANY,

		/** The label is empty or longer than {@link Passkeys#LONGEST_LABEL}. */
		LABEL

	}

}
