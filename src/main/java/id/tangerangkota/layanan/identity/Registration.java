package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.credential.PasswordPolicy;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Overload;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where citizens register. A NIK proves nothing about who types it, so an account starts
 * unverified; and whether a NIK has an account already is told to nobody but its owner.
 */
@Service
public class Registration {

	private static final Limit NETWORK = new Limit("register.network", 60, Duration.ofHours(1));

	/** Or whoever knows a NIK could fill its owner's inbox. */
	private static final Limit NOTICE = new Limit("register.notice", 1, Duration.ofDays(1));

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final PasswordPolicy policy;

	private final PasswordHashing hashing;

	private final AccountNotices notices;

	private final Throttle throttle;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Registration(AccountRepository accounts, AccountSeal seal, PasswordPolicy policy, PasswordHashing hashing,
			AccountNotices notices, Throttle throttle, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.policy = policy;
		this.hashing = hashing;
		this.notices = notices;
		this.throttle = throttle;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What a citizen gives.
	 *
	 * @param name as on the card
	 * @param email null when none is given
	 * @param address of the client
	 */
	public record Application(Nik nik, String name, String password, @Nullable Email email, String address) {

		List<String> own() {
			List<String> own = new ArrayList<>(List.of(this.nik.digits(), this.name));
			if (this.email != null) {
				own.add(this.email.folded());
			}
			return own;
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "Application";
		}

	}

	/**
	 * Opens an account, unless the NIK has one. Both take the same time and answer
	 * nothing.
	 * @throws RefusedPassword if the password cannot be taken
	 * @throws TooManyTries after many from one network
	 * @throws Overload if too many passwords wait to be hashed
	 */
	public void register(Application application) {
		this.policy.objection(application.password(), application.own()).ifPresent((reason) -> {
			throw new RefusedPassword(reason);
		});
		this.throttle.take(NETWORK, AddressPrefix.of(application.address())).ifPresent((time) -> {
			throw new TooManyTries(time);
		});
		String hash = this.hashing.hash(application.password());
		try {
			Optional<Account> taken = this.transaction.execute((status) -> open(application, hash));
			taken.ifPresent(this::warn);
		}
		catch (DataIntegrityViolationException ex) {
			if (!(ex instanceof DuplicateKeyException)
					&& this.accounts.findByLoginIndexIn(this.seal.candidates(application.nik())).isEmpty()) {
				throw ex;
			}
			// Somebody registered the same NIK at the same moment: that account stands.
		}
	}

	/** The account that has the NIK already, nothing when a new one was opened. */
	private Optional<Account> open(Application application, String hash) {
		this.seal.reserve(application.nik());
		Optional<Account> taken = this.accounts.findByLoginIndexIn(this.seal.candidates(application.nik()));
		if (taken.isPresent()) {
			return taken;
		}
		AccountId id = AccountId.random();
		Account account = Account.register(id, this.seal.index(application.nik()),
				this.seal.seal(id, Column.NIK, application.nik().digits()),
				this.seal.seal(id, Column.NAME, application.name()), hash, this.clock.instant());
		Email email = application.email();
		if (email != null) {
			account.setEmail(this.seal.seal(id, Column.EMAIL, email.value()),
					this.seal.index(AccountKind.CITIZEN, email));
		}
		Account stored = this.accounts.saveAndFlush(account);
		if (email != null) {
			this.notices.confirmEmail(stored);
		}
		return Optional.empty();
	}

	private void warn(Account account) {
		if (account.isEmailConfirmed() && this.throttle.take(NOTICE, account.id().toString()).isEmpty()) {
			this.transaction.executeWithoutResult((status) -> this.notices.tell(account, Kind.ALREADY_REGISTERED));
		}
	}

}
