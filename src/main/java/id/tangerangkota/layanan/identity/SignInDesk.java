package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.Doors.Door;
import id.tangerangkota.layanan.identity.Doors.Outcome;
import id.tangerangkota.layanan.identity.SignIn.Factor;
import id.tangerangkota.layanan.identity.credential.DeviceTokens;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Overload;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people sign in. Unknown and known logins take the same way: the same tries, the
 * same hash, the same records, so that neither answer nor time tells which NIK has an
 * account. No connection is held while a password waits to be hashed.
 */
@Service
public class SignInDesk {

	private static final Limit CODES = new Limit("sign-in.code", 5, Duration.ofMinutes(15));

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final PasswordHashing hashing;

	private final DeviceTokens devices;

	private final SecondFactors factors;

	private final SignInHistory history;

	private final AccountNotices notices;

	private final Throttle throttle;

	private final SignInTries tries;

	private final Doors doors;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SignInDesk(AccountRepository accounts, AccountSeal seal, PasswordHashing hashing, DeviceTokens devices,
			SecondFactors factors, SignInHistory history, AccountNotices notices, Throttle throttle, SignInTries tries,
			Doors doors, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.hashing = hashing;
		this.devices = devices;
		this.factors = factors;
		this.history = history;
		this.notices = notices;
		this.throttle = throttle;
		this.tries = tries;
		this.doors = doors;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * A citizen gives NIK and password.
	 * @throws TooManyTries by the number of tries alone
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public SignInResult signIn(Nik nik, String password, SignInAttempt attempt) {
		return signIn(AccountKind.CITIZEN, this.seal.index(nik).value(), this.seal.candidates(nik), password, attempt);
	}

	/**
	 * A member of staff gives e-mail address and password; the second factor follows.
	 * @throws TooManyTries by the number of tries alone
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public SignInResult signIn(Email email, String password, SignInAttempt attempt) {
		return signIn(AccountKind.STAFF, this.seal.index(AccountKind.STAFF, email).value(),
				this.seal.candidates(AccountKind.STAFF, email), password, attempt);
	}

	private SignInResult signIn(AccountKind kind, byte[] login, List<byte[]> candidates, String password,
			SignInAttempt attempt) {
		long start = System.nanoTime();
		Outcome outcome = Outcome.FAILED;
		try {
			SignInResult result = tryToSignIn(kind, login, candidates, password, attempt);
			outcome = (result.signIn() != null) ? Outcome.DONE : Outcome.REFUSED;
			return result;
		}
		catch (TooManyTries ex) {
			outcome = Outcome.THROTTLED;
			throw ex;
		}
		finally {
			this.doors.passed(Door.IN, outcome, Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private SignInResult tryToSignIn(AccountKind kind, byte[] login, List<byte[]> candidates, String password,
			SignInAttempt attempt) {
		SignInTries.Try taken = this.tries.take(login, attempt);
		Optional<Account> found = this.accounts.findByLoginIndexIn(candidates)
			.filter((account) -> account.kind() == kind);
		String hash = found.filter(Account::isActive)
			.map(Account::credentials)
			.map(Credentials::passwordHash)
			.orElse(null);
		boolean right = isRight(password, hash, taken);
		String fresh = (right && hash != null && this.hashing.isOutdated(hash)) ? this.hashing.hash(password) : null;
		SignInResult result = this.transaction.execute((status) -> {
			Optional<AccountId> id = found.map(Account::id);
			return right ? accept(id.orElseThrow(), fresh, login, attempt) : refuse(id.orElse(null), attempt);
		});
		if (result.signIn() != null) {
			this.tries.succeeded(taken);
		}
		return result;
	}

	/** Who is sent away because others are many has not guessed. */
	private boolean isRight(String password, @Nullable String hash, SignInTries.Try taken) {
		try {
			return this.hashing.matches(password, hash);
		}
		catch (Overload ex) {
			this.tries.giveBack(taken);
			throw ex;
		}
	}

	private SignInResult accept(AccountId id, @Nullable String freshHash, byte[] login, SignInAttempt attempt) {
		Account account = require(id);
		Instant now = this.clock.instant();
		boolean first = account.lastSignInAt() == null;
		if (freshHash != null) {
			account.credentials().rehash(freshHash);
		}
		boolean complete = account.kind() == AccountKind.CITIZEN && !this.factors.has(account);
		SignIn signIn = new SignIn(id, account.kind(), now, now, Factor.NONE, complete, attempt.device());
		if (complete) {
			enter(account, signIn, now);
		}
		this.accounts.saveAndFlush(account);
		return new SignInResult(signIn, this.devices.issue(login), first);
	}

	private SignInResult refuse(@Nullable AccountId id, SignInAttempt attempt) {
		if (id != null) {
			this.history.record(id, this.clock.instant(), SignInHistory.Outcome.FAILED, attempt.device());
		}
		this.events
			.publishEvent(new AccountAct(Act.SIGN_IN_FAILED, id, Map.of("factor", "PASSWORD"), Actor.anonymous()));
		return SignInResult.REFUSED;
	}

	private void enter(Account account, SignIn signIn, Instant now) {
		boolean known = account.lastSignInAt() == null || this.history.knows(account.id(), signIn.device());
		account.signedIn(now, signIn.factor().name(), Language.of(LocaleContextHolder.getLocale()));
		this.history.record(account.id(), now, SignInHistory.Outcome.DONE, signIn.device());
		if (!known) {
			this.notices.newDevice(account);
		}
	}

	/**
	 * The second factor of a sign-in that waits for it.
	 * @param code of the authenticator app or, for citizens, from paper
	 * @return nothing when the code is wrong or was used before
	 * @throws TooManyTries after a few wrong ones
	 */
	public Optional<SignIn> complete(SignIn waiting, String code) {
		takeCodeTry(waiting.account());
		return finish(waiting, (account) -> this.factors.check(account, code));
	}

	/** As {@link #complete(SignIn, String)}, with a passkey that was checked already. */
	public Optional<SignIn> completeWithPasskey(SignIn waiting) {
		return finish(waiting, (account) -> Optional.of(Factor.PASSKEY));
	}

	/** A passkey that was not accepted as the second factor. */
	public void refusePasskey(SignIn waiting) {
		finish(waiting, (account) -> Optional.empty());
	}

	/** The password again, for what wants a young one. */
	public Optional<SignIn> confirm(SignIn signIn, String password) {
		return isPassword(signIn.account(), password) ? Optional.of(signIn.confirmed(this.clock.instant()))
				: Optional.empty();
	}

	/**
	 * Whether this is the password of whoever is signed in, asked again for one act.
	 * @throws TooManyTries after a few wrong ones
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public boolean isPassword(AccountId id, String password) {
		takeCodeTry(id);
		Account account = require(id);
		if (!this.hashing.matches(password, account.credentials().passwordHash())) {
			this.transaction.executeWithoutResult((status) -> this.events
				.publishEvent(new AccountAct(Act.SIGN_IN_FAILED, id, Map.of("factor", "PASSWORD"), null)));
			return false;
		}
		this.throttle.forget(CODES, id.toString());
		return true;
	}

	private void takeCodeTry(AccountId account) {
		this.throttle.take(CODES, account.toString()).ifPresent((time) -> {
			throw new TooManyTries(time);
		});
	}

	private Optional<SignIn> finish(SignIn waiting, FactorCheck check) {
		Optional<SignIn> finished = this.transaction.execute((status) -> {
			Account account = require(waiting.account());
			Instant now = this.clock.instant();
			Optional<Factor> factor = account.isActive() ? check.run(account) : Optional.empty();
			if (factor.isEmpty()) {
				this.history.record(account.id(), now, SignInHistory.Outcome.FAILED, waiting.device());
				this.events.publishEvent(new AccountAct(Act.SIGN_IN_FAILED, account.id(), Map.of("factor", "SECOND"),
						Actor.anonymous()));
				return Optional.<SignIn>empty();
			}
			SignIn complete = waiting.completed(factor.get());
			enter(account, complete, now);
			this.accounts.saveAndFlush(account);
			return Optional.of(complete);
		});
		finished.ifPresent((signIn) -> this.throttle.forget(CODES, signIn.account().toString()));
		return finished;
	}

	/** Somebody leaves; the session is ended by who holds it. */
	public void signOut(SignIn signIn) {
		this.transaction.executeWithoutResult(
				(status) -> this.events.publishEvent(AccountAct.of(Act.SIGNED_OUT, signIn.account())));
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow();
	}

	@FunctionalInterface
	private interface FactorCheck {

		Optional<Factor> run(Account account);

	}

}
