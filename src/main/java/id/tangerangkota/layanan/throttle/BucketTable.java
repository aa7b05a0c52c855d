package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bucket4j's states in a table. A try reads those of all its limits and writes the next
 * ones where nobody else has meanwhile: two short statements. Bucket4j's own table for
 * PostgreSQL locks each bucket in a transaction, which takes twice as many for each, and
 * twice as many again for a new one; who reports something has four.
 */
class BucketTable {

	private static final int PURGED_AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	BucketTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The next state of a bucket.
	 *
	 * @param before the one it follows, null where there is no row
	 * @param full when it holds all again, and need not be remembered
	 */
	record Change(long id, byte @Nullable [] before, byte[] next, Instant full) {
	}

	/** The states of those buckets that are not full. */
	Map<Long, byte[]> read(Collection<Long> ids) {
		Map<Long, byte[]> states = new HashMap<>();
		this.jdbc.sql("select id, state from throttle.bucket where id = any (?)")
			.param(ids.toArray(Long[]::new))
			.query((row) -> {
				states.put(row.getLong("id"), row.getBytes("state"));
			});
		return states;
	}

	/**
	 * Writes each change unless somebody else has changed its bucket.
	 * @param changes by their ids, so that nobody waits for who waits for them
	 * @return the ids of those it wrote
	 */
	Set<Long> write(List<Change> changes) {
		return new HashSet<>(this.jdbc.sql("""
				with swap as materialized (
					select * from unnest(cast(:ids as bigint[]), cast(:before as bytea[]), cast(:next as bytea[]),
						cast(:full as timestamptz[])) as swap (id, before, next, full_at)),
				mine as materialized (
					select b.id from throttle.bucket b join swap s on s.id = b.id and s.before = b.state
					order by b.id for update of b),
				changed as (
					update throttle.bucket b set state = s.next, expires_at = s.full_at
					from swap s where b.id = s.id and s.id in (select id from mine) returning b.id),
				added as (
					insert into throttle.bucket (id, state, expires_at)
					select id, next, full_at from swap where before is null order by id
					on conflict (id) do nothing returning id)
				select id from changed union all select id from added""")
			.param("ids", changes.stream().map(Change::id).toArray(Long[]::new))
			.param("before", changes.stream().map(Change::before).toArray(byte[][]::new))
			.param("next", changes.stream().map(Change::next).toArray(byte[][]::new))
			.param("full", changes.stream().map((change) -> change.full().toString()).toArray(String[]::new))
			.query(Long.class)
			.list());
	}

	void remove(long id) {
		this.jdbc.sql("delete from throttle.bucket where id = ?").param(id).update();
	}

	/** Removes rows of full buckets, and leaves out those somebody takes from. */
	int purge() {
		int purged = 0;
		int batch = 0;
		do {
			batch = this.jdbc.sql("""
					delete from throttle.bucket where id in (
						select id from throttle.bucket where expires_at < :now limit :most for update skip locked)""")
				.param("now", time(this.clock.instant()))
				.param("most", PURGED_AT_ONCE)
				.update();
			purged += batch;
		}
		while (batch == PURGED_AT_ONCE);
		return purged;
	}

	/** The driver takes no Instant. */
	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
