package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who looks at which shard. Leases begin and end by the database's time, so that a node
 * whose clock is wrong takes nothing from others.
 */
class Leases {

	private final JdbcClient jdbc;

	private final String holder;

	private final Duration term;

	/** For one process, whose name no other has. */
	Leases(JdbcClient jdbc, String holder, Duration term) {
		this.jdbc = jdbc;
		this.holder = holder;
		this.term = term;
	}

	/** Makes the shards there are; what is there already stays as it is. */
	void create(int shards, Instant now) {
		this.jdbc.sql("""
				insert into availability.shard (id, covered_until)
				select n, :now from generate_series(0, :last) n on conflict do nothing""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("last", shards - 1)
			.update();
	}

	/**
	 * Takes a shard nobody holds.
	 * @param overdue take it only if nobody has held it for some time
	 */
	Optional<Lease> acquire(int shard, boolean overdue) {
		return this.jdbc
			.sql("""
					update availability.shard set holder = :holder, fence = fence + 1,
						leased_until = clock_timestamp() + cast(:term as interval)
					where id = :shard
						and leased_until < clock_timestamp() - case when :overdue then 2 else 0 end * cast(:term as interval)
					returning fence, covered_until""")
			.param("holder", this.holder)
			.param("term", this.term.toMillis() + " ms")
			.param("shard", shard)
			.param("overdue", overdue)
			.query((row, number) -> new Lease(shard, row.getLong("fence"),
					row.getTimestamp("covered_until").toInstant()))
			.optional();
	}

	/**
	 * Keeps a shard. A lease that ran out while the database was away is as good as
	 * before, unless somebody took over.
	 * @param coveredUntil up to when everything planned is stored or counted as lost;
	 * earlier than before if a clock was set back
	 * @return whether it is still held
	 */
	boolean renew(Lease lease, Instant coveredUntil) {
		return this.jdbc.sql("""
				update availability.shard set leased_until = clock_timestamp() + cast(:term as interval),
					covered_until = :covered
				where id = :shard and fence = :fence""")
			.param("term", this.term.toMillis() + " ms")
			.param("covered", coveredUntil.atOffset(ZoneOffset.UTC))
			.param("shard", lease.shard())
			.param("fence", lease.fence())
			.update() == 1;
	}

	/** Lets others take over at once. */
	void release(Lease lease, Instant coveredUntil) {
		this.jdbc.sql("""
				update availability.shard set holder = null, leased_until = clock_timestamp(),
					covered_until = :covered
				where id = :shard and fence = :fence""")
			.param("covered", coveredUntil.atOffset(ZoneOffset.UTC))
			.param("shard", lease.shard())
			.param("fence", lease.fence())
			.update();
	}

}
