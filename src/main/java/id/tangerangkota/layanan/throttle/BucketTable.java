package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bucket4j's states in a table. A try reads one and writes the next if nobody else has
 * meanwhile: two short statements. Bucket4j's own table for PostgreSQL locks each bucket
 * in a transaction, which takes twice as many, and twice as many again for a new bucket;
 * who reports something has four.
 */
class BucketTable extends AbstractCompareAndSwapBasedProxyManager<Long> {

	private static final int PURGED_AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	BucketTable(JdbcClient jdbc, Clock clock) {
		super(ClientSideConfig.getDefault().withClientClock(new Meter(clock)));
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(Long id) {
		return new Swap(id);
	}

	@Override
	public void removeProxy(Long id) {
		this.jdbc.sql("delete from throttle.bucket where id = ?").param(id).update();
	}

	/** Removes rows of full buckets, and leaves out those somebody takes from. */
	int purge() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		int purged = 0;
		int batch = 0;
		do {
			batch = this.jdbc.sql("""
					delete from throttle.bucket where id in (
						select id from throttle.bucket where expires_at < :now limit :most for update skip locked)""")
				.param("now", now)
				.param("most", PURGED_AT_ONCE)
				.update();
			purged += batch;
		}
		while (batch == PURGED_AT_ONCE);
		return purged;
	}

	@Override
	public boolean isAsyncModeSupported() {
		return false;
	}

	@Override
	protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Long id) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected CompletableFuture<Void> removeAsync(Long id) {
		throw new UnsupportedOperationException();
	}

	private final class Swap implements CompareAndSwapOperation {

		private final long id;

		private Swap(long id) {
			this.id = id;
		}

		@Override
		public Optional<byte[]> getStateData(Optional<Long> timeout) {
			return BucketTable.this.jdbc.sql("select state from throttle.bucket where id = ?")
				.param(this.id)
				.query((row, number) -> row.getBytes(1))
				.optional();
		}

		@Override
		public boolean compareAndSwap(byte @Nullable [] before, byte[] next, RemoteBucketState state,
				Optional<Long> timeout) {
			OffsetDateTime full = full(state);
			return ((before != null) ? BucketTable.this.jdbc
				.sql("update throttle.bucket set state = ?, expires_at = ? where id = ? and state = ?")
				.params(next, full, this.id, before)
				.update() : BucketTable.this.jdbc.sql("""
						insert into throttle.bucket (id, state, expires_at) values (?, ?, ?)
						on conflict (id) do nothing""").params(this.id, next, full).update()) == 1;
		}

		/** When it holds all again, and need not be remembered. */
		private OffsetDateTime full(RemoteBucketState state) {
			Instant now = BucketTable.this.clock.instant();
			return now.plusNanos(state.calculateFullRefillingTime(Meter.nanos(now))).atOffset(ZoneOffset.UTC);
		}

	}

	private record Meter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return nanos(this.clock.instant());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

		private static long nanos(Instant time) {
			return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
		}

	}

}
