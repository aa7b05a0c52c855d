package id.tangerangkota.layanan.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity.passkey}. Its callers are in a transaction. */
@Component
class PasskeyRows {

	/** The number has no meaning but to be no other lock's. */
	private static final int LOCK = 0x7061_7373;

	private final JdbcClient jdbc;

	PasskeyRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Until the transaction ends, nobody else adds a passkey to the account.
	 */
	void lock(AccountId account) {
		this.jdbc.sql("select pg_advisory_xact_lock(:lock, hashtext(:account))")
			.param("lock", LOCK)
			.param("account", account.toString())
			.query((row) -> {
			});
	}

	int count(AccountId account) {
		return this.jdbc.sql("select count(*) from identity.passkey where account_id = ?")
			.param(account.value())
			.query(Integer.class)
			.single();
	}

	/** Adds it unless it is there, with whomever: whether it did. */
	boolean add(AccountId account, Credential credential, String label, Instant now) {
		return this.jdbc
			.sql("""
					insert into identity.passkey (id, account_id, credential_id, credential, sign_count, backup_eligible,
						transports, label, created_at)
					values (:id, :account, :credentialId, :credential, :signCount, :backupEligible, :transports, :label, :now)
					on conflict (credential_id) do nothing""")
			.param("id", UUID.randomUUID())
			.param("account", account.value())
			.param("credentialId", credential.id())
			.param("credential", credential.attested())
			.param("signCount", credential.signCount())
			.param("backupEligible", credential.backupEligible())
			.param("transports", credential.transports().toArray(String[]::new))
			.param("label", label)
			.param("now", Timestamp.from(now))
			.update() > 0;
	}

	/** Finds it by the authenticator's name for it, and keeps others off it. */
	Optional<StoredPasskey> lock(byte[] credentialId) {
		return this.jdbc.sql("""
				select id, account_id, credential_id, credential, sign_count, backup_eligible, transports
				from identity.passkey where credential_id = ? for update""")
			.param(credentialId)
			.query((row, number) -> new StoredPasskey(row.getObject("id", UUID.class),
					new AccountId(row.getObject("account_id", UUID.class)), credential(row)))
			.optional();
	}

	void used(UUID id, long signCount, Instant now) {
		this.jdbc.sql("update identity.passkey set sign_count = ?, last_used_at = ? where id = ?")
			.param(signCount)
			.param(Timestamp.from(now))
			.param(id)
			.update();
	}

	List<Credential> credentials(AccountId account) {
		return this.jdbc.sql("""
				select credential_id, credential, sign_count, backup_eligible, transports
				from identity.passkey where account_id = ? order by created_at, id""")
			.param(account.value())
			.query((row, number) -> credential(row))
			.list();
	}

	List<Passkey> passkeys(AccountId account) {
		return this.jdbc.sql("""
				select id, label, created_at, last_used_at
				from identity.passkey where account_id = ? order by created_at, id""")
			.param(account.value())
			.query((row, number) -> new Passkey(row.getString("id"), row.getString("label"),
					row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "last_used_at")))
			.list();
	}

	int remove(AccountId account, UUID id) {
		return this.jdbc.sql("delete from identity.passkey where account_id = ? and id = ?")
			.param(account.value())
			.param(id)
			.update();
	}

	int removeAll(AccountId account) {
		return this.jdbc.sql("delete from identity.passkey where account_id = ?").param(account.value()).update();
	}

	private static Credential credential(ResultSet row) throws SQLException {
		return new Credential(row.getBytes("credential_id"), row.getBytes("credential"), row.getLong("sign_count"),
				row.getBoolean("backup_eligible"), List.of((String[]) row.getArray("transports").getArray()));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
