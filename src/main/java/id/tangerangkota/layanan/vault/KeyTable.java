package id.tangerangkota.layanan.vault;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeyTable implements KeyRegister {

	private static final int LOCK = 0x4c4b6579;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	KeyTable(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		// What is known of keys stays known when the act that first needed one fails.
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public <T> T exclusively(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.<T>execute((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
			});
			return work.get();
		}));
	}

	@Override
	public List<KnownKey> list() {
		return this.jdbc.sql("""
				select id, fingerprint, active_since is not null as active, settled_at is not null as settled,
					retired_at is not null as retired from vault.known_key""")
			.query((row, number) -> new KnownKey(KeyId.find(row.getString("id")).orElseThrow(),
					row.getString("fingerprint"), row.getBoolean("active"), row.getBoolean("settled"),
					row.getBoolean("retired")))
			.list();
	}

	@Override
	public void add(Key key) {
		this.jdbc.sql("insert into vault.known_key (id, fingerprint) values (?, ?) on conflict (id) do nothing")
			.param(key.id().toString())
			.param(key.fingerprint())
			.update();
	}

	@Override
	public void activate(KeyId id) {
		this.jdbc.sql("update vault.known_key set active_since = coalesce(active_since, now()) where id = ?")
			.param(id.toString())
			.update();
	}

	@Override
	public void settle(KeyId id) {
		this.jdbc.sql("update vault.known_key set settled_at = coalesce(settled_at, now()) where id = ?")
			.param(id.toString())
			.update();
	}

	@Override
	public void retire(KeyId id) {
		this.jdbc.sql("update vault.known_key set retired_at = coalesce(retired_at, now()) where id = ?")
			.param(id.toString())
			.update();
	}

	@Override
	public OffsetDateTime time() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
	}

	@Override
	public boolean isAnyOlderThan(OffsetDateTime time) {
		return this.jdbc.sql("""
				select exists (select from pg_stat_activity where datname = current_database()
					and usename = current_user and backend_type = 'client backend' and pid <> pg_backend_pid()
					and xact_start < ?)""").param(time).query(Boolean.class).single();
	}

}
