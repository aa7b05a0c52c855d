package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Issued;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.session.Sessions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an officer does for somebody who stands at the counter with the card: vouch for
 * the account, give the NIK back to its owner, help who cannot get in.
 */
@Service
@Transactional
public class CounterDesk {

	private static final Limit LOOK_UPS = new Limit("counter.look-up", 60, Duration.ofHours(1));

	private final AccountRepository accounts;

	private final AccountDirectory directory;

	private final AccountSeal seal;

	private final OneTimeTokens tokens;

	private final AccountNotices notices;

	private final Sessions sessions;

	private final Throttle throttle;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CounterDesk(AccountRepository accounts, AccountDirectory directory, AccountSeal seal, OneTimeTokens tokens,
			AccountNotices notices, Sessions sessions, Throttle throttle, CurrentActor actor,
			ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.directory = directory;
		this.seal = seal;
		this.tokens = tokens;
		this.notices = notices;
		this.sessions = sessions;
		this.throttle = throttle;
		this.actor = actor;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * A code to copy down and hand over.
	 *
	 * @param account whose password it sets
	 * @param code such as {@code K7XM-92PQ-4HWT-X3RA}; shown once
	 * @param expires when it is void
	 */
	public record CounterCode(AccountId account, String code, Instant expires) {

		/** Without the code. */
		@Override
		public String toString() {
			return "CounterCode[" + this.account + "]";
		}

	}

	/**
	 * Asks for the account of a NIK read from a card. It leaves a record, and nobody asks
	 * for more people than can stand at a counter.
	 * @throws TooManyTries by the number of questions of whoever asks
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Optional<AccountSummary> lookUp(Nik nik) {
		this.throttle.take(LOOK_UPS, this.actor.get().requireAccount().toString()).ifPresent((time) -> {
			throw new TooManyTries(time);
		});
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Optional<AccountSummary> found = find(nik);
			this.events
				.publishEvent(new AccountAct(Act.LOOKED_UP_AT_COUNTER, found.map(AccountSummary::id).orElse(null),
						Map.of("found", String.valueOf(found.isPresent())), null));
			return found;
		}));
	}

	/** The account of a NIK that was asked for before. */
	@Transactional(readOnly = true)
	public Optional<AccountSummary> find(Nik nik) {
		return this.accounts.findByLoginIndexIn(this.seal.candidates(nik)).map(this.directory::summary);
	}

	/** The officer saw the card of the account's owner. */
	public void verify(AccountId id) {
		Account account = require(id);
		account.verify(VerifiedBy.COUNTER, this.clock.instant());
		this.accounts.saveAndFlush(account);
	}

	/**
	 * Opens an account for a NIK that has none, and a code for its first password.
	 * @param name as on the card
	 * @throws IllegalAccountChange if the NIK has one by now
	 */
	public CounterCode open(Nik nik, String name) {
		this.seal.reserve(nik);
		find(nik).ifPresent((holder) -> {
			throw new IllegalAccountChange(holder.id(), holder.state(), "be opened once more");
		});
		return openFree(nik, name);
	}

	private CounterCode openFree(Nik nik, String name) {
		AccountId id = AccountId.random();
		Account account = Account.openAtCounter(id, this.seal.index(nik), this.seal.seal(id, Column.NIK, nik.digits()),
				this.seal.seal(id, Column.NAME, name), this.clock.instant());
		try {
			this.accounts.saveAndFlush(account);
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody registered with it at this very moment.
			throw new IllegalAccountChange(id, account.state(), "be opened once more");
		}
		this.events.publishEvent(new AccountAct(Act.VERIFIED, id, Map.of("by", VerifiedBy.COUNTER.name()), null));
		return code(id);
	}

	/**
	 * Takes the NIK from an account whose holder is somebody else, and opens a verified
	 * one for its owner. The holder is told and signed out at once.
	 * @throws IllegalAccountChange if the holder showed the card too: two people cannot
	 * both have done so, and this is a case for the administrator
	 */
	public CounterCode handOver(Nik nik, String name) {
		Account holder = this.accounts.findByLoginIndexIn(this.seal.candidates(nik)).orElseThrow(NotFound::new);
		holder.displace();
		// Before the same NIK is stored again.
		this.accounts.saveAndFlush(holder);
		this.tokens.revokeAll(holder.id());
		this.sessions.endAll(holder.id().toString());
		this.notices.tell(holder, Kind.NIK_TAKEN_AWAY);
		return openFree(nik, name);
	}

	/**
	 * A code for somebody who showed the card and cannot get in.
	 * @throws IllegalAccountChange if nobody saw the card of the account's holder yet:
	 * whoever has it now would get into an account that may be somebody else's
	 */
	public CounterCode issueCode(AccountId id) {
		Account account = require(id);
		if (!account.isActive() || account.verifiedBy() != VerifiedBy.COUNTER) {
			throw new IllegalAccountChange(id, account.state(), "get a code");
		}
		return code(id);
	}

	private CounterCode code(AccountId id) {
		Issued issued = this.tokens.code(id, Purpose.COUNTER_CODE);
		this.events.publishEvent(AccountAct.of(Act.COUNTER_CODE_ISSUED, id));
		return new CounterCode(id, issued.secret(), issued.expires());
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value())
			.filter((account) -> account.kind() == AccountKind.CITIZEN)
			.orElseThrow(NotFound::new);
	}

}
