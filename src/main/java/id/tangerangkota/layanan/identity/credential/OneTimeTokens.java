package id.tangerangkota.layanan.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secrets that open one thing once. They have at least 80 bits, so a plain hash keeps
 * them well. Of each purpose an account has one: a new one ends the one before.
 */
@Component
public class OneTimeTokens {

	private static final int BYTES = 24;

	private final JdbcClient jdbc;

	private final SecureRandom random;

	private final Clock clock;

	OneTimeTokens(JdbcClient jdbc, SecureRandom random, Clock clock) {
		this.jdbc = jdbc;
		this.random = random;
		this.clock = clock;
	}

	/** What a token is good for. */
	public enum Purpose {

		CONFIRM_EMAIL(Duration.ofDays(2)), RESET_PASSWORD(Duration.ofMinutes(30)),
		STAFF_INVITATION(Duration.ofHours(24)), COUNTER_CODE(Duration.ofHours(24));

		private final Duration life;

		Purpose(Duration life) {
			this.life = life;
		}

	}

	/** A secret and its end. */
	public record Issued(String secret, Instant expires) {
	}

	/** A token for an address. */
	public Issued link(AccountId account, Purpose purpose) {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return keep(account, purpose, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), null);
	}

	/** A code that a person copies from paper; it opens nothing without its account. */
	public Issued code(AccountId account, Purpose purpose) {
		return keep(account, purpose, PaperCode.random(this.random, PaperCode.COUNTER_GROUPS), account);
	}

	private Issued keep(AccountId account, Purpose purpose, String secret, @Nullable AccountId salt) {
		Instant expires = this.clock.instant().plus(purpose.life);
		revoke(account, purpose);
		this.jdbc.sql("insert into identity.one_time_token (hash, purpose, account_id, expires_at) values (?, ?, ?, ?)")
			.params(hash(secret, salt), purpose.name(), account.value(), Timestamp.from(expires))
			.update();
		return new Issued(secret, expires);
	}

	public void revoke(AccountId account, Purpose purpose) {
		this.jdbc.sql("delete from identity.one_time_token where account_id = ? and purpose = ?")
			.params(account.value(), purpose.name())
			.update();
	}

	public void revokeAll(AccountId account) {
		this.jdbc.sql("delete from identity.one_time_token where account_id = ?").param(account.value()).update();
	}

	/** Whose link it is, without using it up. */
	public Optional<AccountId> holder(String secret, Purpose purpose) {
		return this.jdbc
			.sql("select account_id from identity.one_time_token where hash = ? and purpose = ? and expires_at > ?")
			.params(hash(secret, null), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(UUID.class)
			.optional()
			.map(AccountId::new);
	}

	/** Uses a link up: of two who come at the same moment only one gets the account. */
	public Optional<AccountId> redeem(String secret, Purpose purpose) {
		return use(hash(secret, null), purpose);
	}

	/** Uses a code up. */
	public boolean redeem(AccountId account, String code, Purpose purpose) {
		return use(hash(PaperCode.normal(code), account), purpose).isPresent();
	}

	private Optional<AccountId> use(byte[] hash, Purpose purpose) {
		return this.jdbc.sql("""
				delete from identity.one_time_token where hash = ? and purpose = ? and expires_at > ?
				returning account_id""")
			.params(hash, purpose.name(), Timestamp.from(this.clock.instant()))
			.query(UUID.class)
			.optional()
			.map(AccountId::new);
	}

	public int purge() {
		return this.jdbc.sql("delete from identity.one_time_token where expires_at <= ?")
			.param(Timestamp.from(this.clock.instant()))
			.update();
	}

	private static byte[] hash(String secret, @Nullable AccountId salt) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			if (salt != null) {
				digest.update(salt.toString().getBytes(StandardCharsets.US_ASCII));
			}
			return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
