package id.tangerangkota.layanan.throttle;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.CustomColumnProvider;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The buckets in the database, kept by Bucket4j under advisory locks. With row locks a
 * new bucket would first be a row without content, in a transaction of its own; a node
 * that dies in between would leave it there for good.
 * <p>
 * Time is the nodes' own. A node ahead of the others fills a bucket early by as much as
 * it is ahead, once, because a bucket never goes back in time; readiness bounds that to a
 * few seconds. Asking the database for the time would cost one more round trip each try.
 */
@Component
class Buckets {

	private static final int PURGED_AT_ONCE = 500;

	private final ProxyManager<Long> buckets;

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Tries with one key wait here for each other, not with a connection each in the
	 * database: a flood on one key leaves the pool to everybody else.
	 */
	private final ReentrantLock[] stripes = IntStream.range(0, 64)
		.mapToObj((number) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	Buckets(DataSource dataSource, JdbcClient jdbc, Clock clock) {
		this.buckets = Bucket4jPostgreSQL.advisoryLockBasedBuilder(dataSource)
			.table("throttle.bucket")
			.idColumn("id")
			.stateColumn("state")
			.addCustomColumn(new ExpiresAt())
			.clientClock(new Meter(clock))
			.build();
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How long until there is something to take, empty when there was. */
	Optional<Duration> take(long id, Limit limit) {
		ConsumptionProbe probe = inTurn(id, limit, (bucket) -> bucket.tryConsumeAndReturnRemaining(1));
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	/** Puts one back, into a bucket that is not full. */
	void giveBack(long id, Limit limit) {
		inTurn(id, limit, (bucket) -> {
			bucket.addTokens(1);
			return true;
		});
	}

	private <T> T inTurn(long id, Limit limit, Function<Bucket, T> work) {
		ReentrantLock stripe = this.stripes[Math.floorMod(id, this.stripes.length)];
		stripe.lock();
		try {
			return work.apply(this.buckets.builder().build(id, () -> configuration(limit)));
		}
		finally {
			stripe.unlock();
		}
	}

	private static BucketConfiguration configuration(Limit limit) {
		return BucketConfiguration.builder()
			.addLimit(
					(bandwidth) -> bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.period()))
			.build();
	}

	/** Bucket4j's own removal never gives its connection back (8.18.0). */
	void remove(long id) {
		this.jdbc.sql("delete from throttle.bucket where id = ?").param(id).update();
	}

	/** Removes rows of full buckets, and leaves out those somebody takes from. */
	int purge() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		int purged = 0;
		int batch = 0;
		do {
			batch = this.jdbc.sql("""
					delete from throttle.bucket where expires_at < :now and id in (
						select id from throttle.bucket where expires_at < :now and pg_try_advisory_xact_lock(id)
						limit :most)""").param("now", now).param("most", PURGED_AT_ONCE).update();
			purged += batch;
		}
		while (batch == PURGED_AT_ONCE);
		return purged;
	}

	/** Bucket4j's own column would bring a second one along. */
	private static final class ExpiresAt implements CustomColumnProvider<Long> {

		@Override
		public void setCustomField(Long id, int index, PreparedStatement statement, RemoteBucketState state, long nanos)
				throws SQLException {
			Instant full = Instant.ofEpochSecond(0, nanos).plusNanos(state.calculateFullRefillingTime(nanos));
			statement.setObject(index, full.atOffset(ZoneOffset.UTC));
		}

		@Override
		public String getCustomFieldName() {
			return "expires_at";
		}

	}

	private record Meter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
