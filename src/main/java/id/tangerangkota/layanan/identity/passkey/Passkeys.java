package id.tangerangkota.layanan.identity.passkey;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers passkeys and signs in with them (WebAuthn level 3). Two steps each: a
 * {@link Ceremony} for the page, then the browser's answer with the challenge of that
 * ceremony. That a challenge is used once is the caller's to see to.
 */
@Service
@Transactional
public class Passkeys {

	/** An account has no more. */
	public static final int MOST = 10;

	/** In characters. */
	public static final int LONGEST_LABEL = 60;

	/** How long a ceremony may take; its challenge is worth nothing afterwards. */
	public static final Duration TIME_TO_ANSWER = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

	private final RelyingParty relyingParty;

	private final PasskeyRows rows;

	private final Clock clock;

	Passkeys(RelyingParty relyingParty, PasskeyRows rows, Clock clock) {
		this.relyingParty = relyingParty;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * Asks a browser to make a passkey on an authenticator that has none of this account.
	 * @param userName what tells this account from others of the same person in the
	 * browser's list; leaves the portal, hence no NIK
	 * @param displayName what people call the owner
	 */
	@Transactional(readOnly = true)
	public Ceremony beginRegistration(AccountId account, String userName, String displayName) {
		Question question = Question.ask(this.clock.instant());
		return new Ceremony(this.relyingParty.creationOptions(account, userName, displayName, question,
				this.rows.credentials(account)), question.toString());
	}

	/**
	 * Adds the passkey a browser has made.
	 * @param challenge of {@link #beginRegistration}
	 * @param responseJson the browser's answer
	 * @param label what the owner calls it; spaces around it do not count
	 * @throws PasskeyRefused if anything is not right
	 */
	public void register(AccountId account, String challenge, String responseJson, String label) {
		String stripped = label.strip();
		if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_LABEL) {
			throw new PasskeyRefused(Reason.LABEL);
		}
		Question question = Question.open(challenge, this.clock.instant());
		Credential credential = this.relyingParty.register(question, responseJson);
		this.rows.lock(account);
		if (this.rows.count(account) >= MOST) {
			throw new PasskeyRefused(Reason.TOO_MANY);
		}
		if (!this.rows.add(account, credential, stripped, this.clock.instant())) {
			throw new PasskeyRefused(Reason.ALREADY_REGISTERED);
		}
	}

	/**
	 * Asks a browser to sign in with a passkey.
	 * @param account whose passkey it must be, null for that of anybody the authenticator
	 * knows
	 */
	@Transactional(readOnly = true)
	public Ceremony beginSignIn(@Nullable AccountId account) {
		Question question = Question.ask(this.clock.instant());
		List<Credential> allowed = (account != null) ? this.rows.credentials(account) : List.of();
		return new Ceremony(this.relyingParty.requestOptions(question, allowed), question.toString());
	}

	/**
	 * Judges the answer to {@link #beginSignIn} and records the use of the passkey.
	 * @param expected whose passkey it must be, null for anybody's; the same as at the
	 * beginning
	 * @return whose passkey it is; whether that account may sign in is for others to say
	 * @throws PasskeyRefused if anything is not right
	 */
	public AccountId signIn(String challenge, String responseJson, @Nullable AccountId expected) {
		Question question = Question.open(challenge, this.clock.instant());
		Assertion answer = this.relyingParty.readAssertion(responseJson);
		// Two answers with one counter are judged one after the other.
		StoredPasskey passkey = this.rows.lock(answer.credentialId())
			.orElseThrow(() -> new PasskeyRefused(Reason.UNKNOWN));
		requireOwner(passkey.account(), answer.userHandle(), expected);
		try {
			long signCount = this.relyingParty.signIn(question, answer, passkey.credential());
			this.rows.used(passkey.id(), signCount, this.clock.instant());
		}
		catch (PasskeyRefused ex) {
			if (ex.reason() == Reason.COUNTER_NOT_HIGHER) {
				log.warn("The signature counter of passkey {} of account {} did not go up: sign-in refused",
						passkey.id(), passkey.account());
			}
			throw ex;
		}
		return passkey.account();
	}

	/** An answer to a question put to nobody in particular has to name the account. */
	private static void requireOwner(AccountId owner, byte @Nullable [] userHandle, @Nullable AccountId expected) {
		boolean named = userHandle != null && userHandle.length > 0;
		if ((expected == null) ? !named : !owner.equals(expected)) {
			throw new PasskeyRefused(Reason.OTHER_ACCOUNT);
		}
		if (named && !Arrays.equals(userHandle, UserHandle.of(owner))) {
			throw new PasskeyRefused(Reason.OTHER_ACCOUNT);
		}
	}

	/** The account's passkeys, oldest first. */
	@Transactional(readOnly = true)
	public List<Passkey> of(AccountId account) {
		return this.rows.passkeys(account);
	}

	@Transactional(readOnly = true)
	public boolean has(AccountId account) {
		return this.rows.count(account) > 0;
	}

	/**
	 * Takes a passkey away from its owner.
	 * @param id of {@link Passkey#id()}
	 * @return whether the account had it
	 */
	public boolean remove(AccountId account, String id) {
		UUID row;
		try {
			row = UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
		return this.rows.remove(account, row) > 0;
	}

	/**
	 * Takes all passkeys away, such as when the account ends or its owner lost them all.
	 * @return how many there were
	 */
	public int removeAll(AccountId account) {
		return this.rows.removeAll(account);
	}

}
