package id.tangerangkota.layanan.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.PasswordHashing;
import id.tangerangkota.layanan.identity.credential.Totp;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three people of the demo, and links of this start that sign one in as each. Nothing is
 * passed over for them: each start gives them new passwords and, where staff need one, a
 * new second factor, which this process keeps in memory and shows at the door as anybody
 * else would. Whoever has a link has what a password and an authenticator app would be.
 */
@Component
@Profile(Demo.PROFILE)
@ConditionalOnWebApplication
public class DemoAccounts {

	/** Where a link leads, with the token behind it. */
	public static final String PATH = "/demo/masuk/";

	private static final Logger logger = LoggerFactory.getLogger(DemoAccounts.class);

	/** Of a district that does not exist, so it is nobody's. */
	private static final Nik NIK = Nik.parse("3671994508909999");

	private static final String AGENCY = "diskominfo";

	private static final int SECRET_BYTES = 32;

	private static final int CODE_SECONDS = 30;

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final StaffDesk staff;

	private final SignInDesk desk;

	private final SecondFactors factors;

	private final PasswordHashing hashing;

	private final Totp totp;

	private final SecureRandom random;

	private final Links links;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Map<String, Person> people = new LinkedHashMap<>();

	DemoAccounts(AccountRepository accounts, AccountSeal seal, StaffDesk staff, SignInDesk desk, SecondFactors factors,
			PasswordHashing hashing, Totp totp, SecureRandom random, Links links, TransactionTemplate transaction,
			Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.staff = staff;
		this.desk = desk;
		this.factors = factors;
		this.hashing = hashing;
		this.totp = totp;
		this.random = random;
		this.links = links;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Somebody of the demo; only staff have an address and a second factor.
	 */
	private static final class Person {

		private final String password;

		private final @Nullable Email email;

		private final String secret;

		private long lastStep;

		Person(String password, @Nullable Email email, String secret) {
			this.password = password;
			this.email = email;
			this.secret = secret;
		}

	}

	/** Before anybody looks whether there is an administrator. */
	@EventListener
	@Order(0)
	void on(ApplicationReadyEvent event) {
		tell("citizen", citizen());
		tell("officer", staff("petugas@demo.invalid", "Budi Contoh", Role.OFFICER, new AgencyId(AGENCY)));
		tell("administrator", staff("admin@demo.invalid", "Dewi Contoh", Role.ADMINISTRATOR, null));
	}

	private void tell(String who, Person person) {
		String token = secret();
		synchronized (this.people) {
			this.people.put(token, person);
		}
		logger.warn("Demo, sign in as {}: {}", who, this.links.absolute(PATH + token));
	}

	private Person citizen() {
		Person person = new Person(secret(), null, "");
		String hash = this.hashing.hash(person.password);
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			Optional<Account> known = this.accounts.findByLoginIndexIn(this.seal.candidates(NIK));
			Account account = known.orElseGet(() -> register(hash, now));
			if (known.isPresent()) {
				account.resetPassword(hash, "DEMO", now);
			}
			this.accounts.saveAndFlush(account);
		});
		return person;
	}

	private Account register(String hash, Instant now) {
		this.seal.reserve(NIK);
		AccountId id = AccountId.random();
		return Account.register(id, this.seal.index(NIK), this.seal.seal(id, Column.NIK, NIK.digits()),
				this.seal.seal(id, Column.NAME, "Siti Contoh"), hash, now);
	}

	private Person staff(String address, String name, Role role, @Nullable AgencyId agency) {
		Email email = new Email(address);
		Person person = new Person(secret(), email, this.totp.newSecret());
		String hash = this.hashing.hash(person.password);
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			Account account = invited(email, role, agency, now);
			account.prepareToJoin(this.seal.seal(account.id(), Column.NAME, name), hash, now);
			account.addTotp(this.seal.seal(account.id(), Column.TOTP_SECRET, person.secret), now);
			account.join(now);
			this.accounts.saveAndFlush(account);
		});
		return person;
	}

	private Account invited(Email email, Role role, @Nullable AgencyId agency, Instant now) {
		Optional<Account> known = this.accounts.findByLoginIndexIn(this.seal.candidates(AccountKind.STAFF, email));
		if (known.isPresent()) {
			known.get().inviteAgain();
			this.factors.removeAll(known.get().id());
			return known.get();
		}
		Account account = Account.invite(AccountId.random(), Set.of(role), agency, now);
		this.staff.setEmail(account, email);
		return account;
	}

	/**
	 * Signs in whom a link is for, with password and second factor.
	 * @return nothing if it is no link of this start, or the person was changed meanwhile
	 * @throws TooManyTries when the codes of this minute are used up
	 */
	public Optional<SignIn> signIn(String token, SignInAttempt attempt) {
		synchronized (this.people) {
			Person person = this.people.get(token);
			if (person == null) {
				return Optional.empty();
			}
			if (person.email == null) {
				return Optional.ofNullable(this.desk.signIn(NIK, person.password, attempt).signIn());
			}
			String code = code(person);
			return Optional.ofNullable(this.desk.signIn(person.email, person.password, attempt).signIn())
				.flatMap((waiting) -> this.desk.complete(waiting, code));
		}
	}

	/** Each code works once; the one of the next half minute is taken already now. */
	private String code(Person person) {
		long now = this.clock.instant().getEpochSecond();
		long step = Math.max(now / CODE_SECONDS, person.lastStep + 1);
		long begins = step * CODE_SECONDS;
		if (begins - now > CODE_SECONDS) {
			throw new TooManyTries(Duration.ofSeconds(begins - now - CODE_SECONDS));
		}
		person.lastStep = step;
		return this.totp.code(person.secret, Instant.ofEpochSecond(begins));
	}

	private String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
