package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.SignIn.Factor;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.credential.PasswordPolicy;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Overload;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How somebody who was invited joins the staff: name and password, then a second factor.
 * The link stays good until both are done, and is used up by the second step.
 */
@Service
public class Joining {

	private final AccountRepository accounts;

	private final AccountDirectory directory;

	private final AccountSeal seal;

	private final StaffDesk staff;

	private final OneTimeTokens tokens;

	private final PasswordPolicy policy;

	private final PasswordHashing hashing;

	private final SecondFactors factors;

	private final Passkeys passkeys;

	private final SignInHistory history;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Joining(AccountRepository accounts, AccountDirectory directory, AccountSeal seal, StaffDesk staff,
			OneTimeTokens tokens, PasswordPolicy policy, PasswordHashing hashing, SecondFactors factors,
			Passkeys passkeys, SignInHistory history, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.directory = directory;
		this.seal = seal;
		this.staff = staff;
		this.tokens = tokens;
		this.policy = policy;
		this.hashing = hashing;
		this.factors = factors;
		this.passkeys = passkeys;
		this.history = history;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Whom an invitation is for, nothing when it is used, too old or none. */
	public Optional<AccountSummary> invited(String token) {
		return this.tokens.holder(token, Purpose.STAFF_INVITATION)
			.flatMap(this.directory::find)
			.filter((account) -> account.state() == AccountState.INVITED);
	}

	/**
	 * The first step.
	 * @param email for an invitation that came without one, else null
	 * @return false when the invitation is no good any more
	 * @throws RefusedPassword if the password cannot be taken
	 * @throws StaffRefused if the address belongs to somebody of the staff
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public boolean prepare(String token, String name, @Nullable Email email, String password) {
		Optional<AccountSummary> invited = invited(token);
		if (invited.isEmpty()) {
			return false;
		}
		Email known = invited.get().email();
		List<String> own = new ArrayList<>(List.of(name));
		Email address = (known != null) ? known : email;
		if (address == null) {
			throw new IllegalArgumentException("An invitation without an address needs one");
		}
		own.add(address.folded());
		this.policy.objection(password, own).ifPresent((reason) -> {
			throw new RefusedPassword(reason);
		});
		String hash = this.hashing.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			Account account = require(invited.get().id());
			if (known == null) {
				this.staff.setEmail(account, address);
			}
			account.prepareToJoin(this.seal.seal(account.id(), Column.NAME, name), hash, this.clock.instant());
			this.accounts.saveAndFlush(account);
		});
		return true;
	}

	/**
	 * The second step, with an authenticator app.
	 * @param secret the one the app was given
	 * @return nothing when the code is wrong or the invitation is no good any more
	 */
	public Optional<SignIn> join(String token, String secret, String code, String device) {
		return finish(token, Factor.TOTP, device, (account) -> {
			if (!this.factors.isRight(account.id(), secret, code)) {
				return false;
			}
			account.addTotp(this.seal.seal(account.id(), Column.TOTP_SECRET, secret), this.clock.instant());
			return true;
		});
	}

	/**
	 * The second step, with a passkey.
	 * @throws PasskeyRefused if the answer is not right
	 */
	public Optional<SignIn> joinWithPasskey(String token, String challenge, String response, String device) {
		return finish(token, Factor.PASSKEY, device, (account) -> {
			this.passkeys.register(account.id(), challenge, response, device);
			return true;
		});
	}

	private Optional<SignIn> finish(String token, Factor factor, String device, Enrolment enrolment) {
		return this.transaction.execute((status) -> {
			Optional<AccountSummary> invited = invited(token);
			if (invited.isEmpty()) {
				return Optional.<SignIn>empty();
			}
			Account account = require(invited.get().id());
			if (account.credentials().passwordHash() == null || !enrolment.add(account)
					|| this.tokens.redeem(token, Purpose.STAFF_INVITATION).isEmpty()) {
				status.setRollbackOnly();
				return Optional.<SignIn>empty();
			}
			Instant now = this.clock.instant();
			account.join(now);
			account.signedIn(now, factor.name(), Language.of(LocaleContextHolder.getLocale()));
			this.history.record(account.id(), now, SignInHistory.Outcome.DONE, device);
			this.accounts.saveAndFlush(account);
			return Optional.of(new SignIn(account.id(), AccountKind.STAFF, now, now, factor, true, device));
		});
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow();
	}

	@FunctionalInterface
	private interface Enrolment {

		boolean add(Account account);

	}

}
