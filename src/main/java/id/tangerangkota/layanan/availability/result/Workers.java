package id.tangerangkota.layanan.availability.result;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes that check, by the database's time. */
class Workers {

	private final JdbcClient jdbc;

	private final String name;

	private final Duration term;

	/**
	 * For one process.
	 * @param term after which without a word it counts as gone, as its leases do
	 */
	Workers(JdbcClient jdbc, String name, Duration term) {
		this.jdbc = jdbc;
		this.name = name;
		this.term = term;
	}

	/**
	 * Says that this one is there.
	 * @return how many there are, this one included
	 */
	int beat() {
		this.jdbc.sql("""
				insert into availability.worker (name, seen_at) values (?, clock_timestamp())
				on conflict (name) do update set seen_at = excluded.seen_at""").param(this.name).update();
		return this.jdbc.sql("""
				select count(*) from availability.worker where seen_at > clock_timestamp() - cast(? as interval)""")
			.param(this.term.toMillis() + " ms")
			.query(Integer.class)
			.single();
	}

	/** Says that this one goes, and forgets those that went without a word. */
	void leave() {
		this.jdbc.sql("""
				delete from availability.worker where name = ? or seen_at < clock_timestamp() - interval '1 day'""")
			.param(this.name)
			.update();
	}

	/** The number under which results name a machine. */
	short machine(String host) {
		this.jdbc.sql("insert into availability.node (name) values (?) on conflict do nothing").param(host).update();
		return this.jdbc.sql("select id from availability.node where name = ?").param(host).query(Short.class).single();
	}

}
