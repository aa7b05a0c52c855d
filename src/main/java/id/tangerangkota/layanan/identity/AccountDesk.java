package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.credential.RecoveryCodes;
import id.tangerangkota.layanan.identity.credential.Totp;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account, apart from the password. */
@Service
@Transactional
public class AccountDesk {

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final OneTimeTokens tokens;

	private final RecoveryCodes codes;

	private final SecondFactors factors;

	private final Totp totp;

	private final Passkeys passkeys;

	private final SignInHistory history;

	private final AccountNotices notices;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountDesk(AccountRepository accounts, AccountSeal seal, OneTimeTokens tokens, RecoveryCodes codes,
			SecondFactors factors, Totp totp, Passkeys passkeys, SignInHistory history, AccountNotices notices,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.tokens = tokens;
		this.codes = codes;
		this.factors = factors;
		this.totp = totp;
		this.passkeys = passkeys;
		this.history = history;
		this.notices = notices;
		this.events = events;
		this.clock = clock;
	}

	/** A new address, which counts once its owner opened the link sent there. */
	public void changeEmail(AccountId id, Email email) {
		Account account = require(id);
		account.setEmail(this.seal.seal(id, Column.EMAIL, email.value()), this.seal.index(AccountKind.CITIZEN, email));
		this.tokens.revoke(id, Purpose.RESET_PASSWORD);
		save(account, Act.CORRECTED, "field", "EMAIL");
		this.notices.confirmEmail(account);
	}

	public void removeEmail(AccountId id) {
		Account account = require(id);
		account.setEmail(null, null);
		this.tokens.revoke(id, Purpose.CONFIRM_EMAIL);
		this.tokens.revoke(id, Purpose.RESET_PASSWORD);
		save(account, Act.CORRECTED, "field", "EMAIL");
	}

	/** Whether a link that confirms an address is still good. */
	@Transactional(readOnly = true)
	public boolean canConfirmEmail(String token) {
		return this.tokens.holder(token, Purpose.CONFIRM_EMAIL).isPresent();
	}

	/** False when the link is used, too old or none. */
	public boolean confirmEmail(String token) {
		Optional<Account> account = this.tokens.redeem(token, Purpose.CONFIRM_EMAIL)
			.flatMap((id) -> this.accounts.findById(id.value()))
			.filter((found) -> found.isActive() && found.email() != null);
		account.ifPresent((found) -> {
			found.confirmEmail(this.clock.instant());
			this.accounts.saveAndFlush(found);
		});
		return account.isPresent();
	}

	/** A secret for an authenticator app, kept by nobody yet. */
	public String newTotpSecret() {
		return this.totp.newSecret();
	}

	/** Adds an authenticator app that shows the right code; false when it is wrong. */
	public boolean addTotp(AccountId id, String secret, String code) {
		if (!this.factors.isRight(id, secret, code)) {
			return false;
		}
		Account account = require(id);
		account.addTotp(this.seal.seal(id, Column.TOTP_SECRET, secret), this.clock.instant());
		this.accounts.saveAndFlush(account);
		this.notices.tell(account, Kind.FACTOR_CHANGED);
		return true;
	}

	/**
	 * Takes the authenticator app away.
	 * @throws LastFactor if it is the only second factor of a member of staff
	 */
	public void removeTotp(AccountId id) {
		Account account = require(id);
		if (account.kind() == AccountKind.STAFF && !this.passkeys.has(id)) {
			throw new LastFactor();
		}
		account.removeTotp();
		this.accounts.saveAndFlush(account);
		this.notices.tell(account, Kind.FACTOR_CHANGED);
	}

	/**
	 * Adds a passkey.
	 * @throws PasskeyRefused if the answer is not right
	 */
	public void addPasskey(AccountId id, String challenge, String response, String label) {
		this.passkeys.register(id, challenge, response, label);
		this.events.publishEvent(AccountAct.of(Act.FACTOR_ADDED, id, "factor", "PASSKEY"));
		this.notices.tell(require(id), Kind.FACTOR_CHANGED);
	}

	/**
	 * Takes a passkey away; nothing happens when it is not there.
	 * @throws LastFactor if it is the only second factor of a member of staff
	 */
	public void removePasskey(AccountId id, String passkey) {
		Account account = require(id);
		if (account.kind() == AccountKind.STAFF && account.credentials().totpSecret() == null
				&& this.passkeys.of(id).size() == 1) {
			throw new LastFactor();
		}
		if (this.passkeys.remove(id, passkey)) {
			this.events.publishEvent(AccountAct.of(Act.FACTOR_REMOVED, id, "factor", "PASSKEY"));
			this.notices.tell(account, Kind.FACTOR_CHANGED);
		}
	}

	/** Eight new codes for paper; those before are void. They cannot be read again. */
	public List<String> makeRecoveryCodes(AccountId id) {
		List<String> made = this.codes.make(id);
		this.events.publishEvent(AccountAct.of(Act.RECOVERY_CODES_MADE, id));
		return made;
	}

	/** How many codes on paper were not used yet. */
	@Transactional(readOnly = true)
	public int recoveryCodesLeft(AccountId id) {
		return this.codes.left(id);
	}

	/** The last sign-ins, the newest first. */
	@Transactional(readOnly = true)
	public List<PastSignIn> history(AccountId id) {
		return this.history.of(id);
	}

	/** Somebody ended sessions of their own. */
	public void sessionsEnded(AccountId id, int number) {
		this.events.publishEvent(AccountAct.of(Act.SESSION_ENDED, id, "number", String.valueOf(number)));
	}

	/**
	 * Corrects what the portal holds about its owner.
	 * @param name as on the card; of a verified account it stays what the card says
	 * @throws IllegalArgumentException if the name of a verified account would change
	 */
	public void correct(AccountId id, String name, @Nullable String phone, @Nullable String address,
			@Nullable String subDistrict) {
		Account account = require(id);
		String before = this.seal.openOrNull(id, Column.NAME, account.name());
		if (account.verifiedBy() != null && !name.equals(before)) {
			throw new IllegalArgumentException("The name of a verified account is corrected by the staff");
		}
		account.correct(this.seal.seal(id, Column.NAME, name), this.seal.sealOrNull(id, Column.PHONE, phone),
				this.seal.sealOrNull(id, Column.ADDRESS, address), subDistrict);
		this.accounts.saveAndFlush(account);
	}

	/** Corrects the name of a verified account, after the staff saw the proof. */
	public void correctName(AccountId id, String name) {
		Account account = require(id);
		account.correct(this.seal.seal(id, Column.NAME, name), account.phone(), account.address(),
				account.subDistrict());
		this.accounts.saveAndFlush(account);
	}

	/** The owner objects to the use of the data, or takes that back. */
	public void restrict(AccountId id, boolean restricted) {
		Account account = require(id);
		account.restrict(restricted, this.clock.instant());
		this.accounts.saveAndFlush(account);
	}

	/** Sends the owner a notice, if there is a confirmed address. */
	public void tell(AccountId id, Kind kind) {
		this.notices.tell(require(id), kind);
	}

	private void save(Account account, Act act, String detail, String value) {
		this.accounts.saveAndFlush(account);
		this.events.publishEvent(new AccountAct(act, account.id(), Map.of(detail, value), null));
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow();
	}

}
