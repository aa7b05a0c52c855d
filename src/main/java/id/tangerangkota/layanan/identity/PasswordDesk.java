package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.credential.PasswordPolicy;
import id.tangerangkota.layanan.identity.credential.RecoveryCodes;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Overload;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.session.Sessions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where passwords are changed and, when forgotten, set anew: by a link to a confirmed
 * address, a code from paper or one from the counter. A reset leaves the second factor as
 * it is and ends every session.
 */
@Service
public class PasswordDesk {

	private static final Limit ASKED = new Limit("reset.account", 3, Duration.ofHours(1));

	private static final Limit ASKED_NETWORK = new Limit("reset.network", 100, Duration.ofHours(1));

	private static final Limit CODES = new Limit("reset.code", 5, Duration.ofMinutes(15));

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final PasswordPolicy policy;

	private final PasswordHashing hashing;

	private final OneTimeTokens tokens;

	private final RecoveryCodes codes;

	private final AccountNotices notices;

	private final ResetLinks links;

	private final Sessions sessions;

	private final Throttle throttle;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PasswordDesk(AccountRepository accounts, AccountSeal seal, PasswordPolicy policy, PasswordHashing hashing,
			OneTimeTokens tokens, RecoveryCodes codes, AccountNotices notices, ResetLinks links, Sessions sessions,
			Throttle throttle, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.policy = policy;
		this.hashing = hashing;
		this.tokens = tokens;
		this.codes = codes;
		this.notices = notices;
		this.links = links;
		this.sessions = sessions;
		this.throttle = throttle;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Sends a link to the account's confirmed address, if there are both, after it has
	 * returned. Says nothing about it, and takes the same way where there is nobody.
	 * @param address of the client
	 * @throws TooManyTries by the number of tries alone
	 */
	public void sendLink(Nik nik, String address) {
		takeTry(ASKED, nik, address);
		Optional<AccountId> account = this.transaction.execute((status) -> {
			Optional<AccountId> found = active(nik).map(Account::id);
			this.events.publishEvent(
					new AccountAct(Act.PASSWORD_RESET_ASKED, found.orElse(null), Map.of(), Actor.anonymous()));
			return found;
		});
		this.links.send(account);
	}

	/** Whether a link is still good. */
	public boolean isGood(String token) {
		return this.tokens.holder(token, Purpose.RESET_PASSWORD).isPresent();
	}

	/**
	 * Sets a new password with a link.
	 * @return false when the link is used, too old or none
	 * @throws RefusedPassword if the password cannot be taken; the link stays good
	 */
	public boolean reset(String token, String password) {
		Optional<Account> account = this.tokens.holder(token, Purpose.RESET_PASSWORD)
			.flatMap((id) -> this.accounts.findById(id.value()))
			.filter(Account::isActive);
		if (account.isEmpty()) {
			return false;
		}
		check(password, account.get());
		String hash = this.hashing.hash(password);
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<AccountId> redeemed = this.tokens.redeem(token, Purpose.RESET_PASSWORD);
			redeemed.ifPresent((id) -> replace(id, hash, "EMAIL"));
			return redeemed.isPresent();
		}));
	}

	/**
	 * Sets a new password with a code from paper or from the counter.
	 * @param address of the client
	 * @return false when NIK and code do not belong together
	 * @throws RefusedPassword if the password cannot be taken; the code stays good
	 * @throws TooManyTries by the number of tries alone
	 */
	public boolean reset(Nik nik, String code, String password, String address) {
		// Before anything is known of the account, so that it tells nothing about it.
		this.policy.objection(password, List.of(nik.digits())).ifPresent((reason) -> {
			throw new RefusedPassword(reason);
		});
		takeTry(CODES, nik, address);
		String hash = this.hashing.hash(password);
		return Boolean.TRUE.equals(this.transaction
			.execute((status) -> active(nik).filter((account) -> redeem(account, code, hash)).isPresent()));
	}

	private boolean redeem(Account account, String code, String hash) {
		if (this.tokens.redeem(account.id(), code, Purpose.COUNTER_CODE)) {
			replace(account.id(), hash, "COUNTER");
			return true;
		}
		if (this.codes.redeem(account.id(), code)) {
			replace(account.id(), hash, "RECOVERY_CODE");
			return true;
		}
		return false;
	}

	private void replace(AccountId id, String hash, String by) {
		Account account = this.accounts.findById(id.value()).orElseThrow();
		account.resetPassword(hash, by, this.clock.instant());
		this.accounts.saveAndFlush(account);
		this.tokens.revoke(id, Purpose.RESET_PASSWORD);
		this.sessions.endAll(id.toString());
		this.notices.tell(account, Kind.PASSWORD_CHANGED);
	}

	/**
	 * Changes the password of whoever is signed in, and ends their other sessions.
	 * @param session handle of the session that stays, null for none
	 * @return false when the old password is wrong
	 * @throws RefusedPassword if the new one cannot be taken
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public boolean change(AccountId id, String old, String password, @Nullable String session) {
		this.throttle.take(CODES, id.toString()).ifPresent((time) -> {
			throw new TooManyTries(time);
		});
		Account before = this.accounts.findById(id.value()).orElseThrow();
		if (!this.hashing.matches(old, before.credentials().passwordHash())) {
			return false;
		}
		check(password, before);
		String hash = this.hashing.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			Account account = this.accounts.findById(id.value()).orElseThrow();
			account.changePassword(hash, this.clock.instant());
			this.accounts.saveAndFlush(account);
			if (session != null) {
				this.sessions.endAllBut(id.toString(), session);
			}
			else {
				this.sessions.endAll(id.toString());
			}
			this.notices.tell(account, Kind.PASSWORD_CHANGED);
		});
		this.throttle.forget(CODES, id.toString());
		return true;
	}

	private Optional<Account> active(Nik nik) {
		return this.accounts.findByLoginIndexIn(this.seal.candidates(nik)).filter(Account::isActive);
	}

	private void takeTry(Limit limit, Nik nik, String address) {
		this.throttle.take(limit, nik.digits())
			.or(() -> this.throttle.take(ASKED_NETWORK, AddressPrefix.of(address)))
			.ifPresent((time) -> {
				throw new TooManyTries(time);
			});
	}

	private void check(String password, Account account) {
		List<String> own = new ArrayList<>();
		Stream
			.of(this.seal.openOrNull(account.id(), Column.NIK, account.nik()),
					this.seal.openOrNull(account.id(), Column.NAME, account.name()),
					this.seal.openOrNull(account.id(), Column.EMAIL, account.email()))
			.filter((fact) -> fact != null)
			.forEach(own::add);
		this.policy.objection(password, own).ifPresent((reason) -> {
			throw new RefusedPassword(reason);
		});
	}

}
