package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import id.tangerangkota.layanan.throttle.BucketTable.Change;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;

/**
 * What Bucket4j makes of the states of some buckets, to be written all at once. Each is
 * used once.
 */
class BucketSwap extends AbstractCompareAndSwapBasedProxyManager<Long> {

	private final Map<Long, byte[]> states;

	private final Map<Long, Change> changes = new TreeMap<>();

	private final Clock clock;

	/**
	 * @param states of those of them that are not full
	 */
	BucketSwap(Map<Long, byte[]> states, Clock clock) {
		super(ClientSideConfig.getDefault().withClientClock(new Meter(clock)));
		this.states = states;
		this.clock = clock;
	}

	/** Ordered by their ids. */
	List<Change> changes() {
		return List.copyOf(this.changes.values());
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(Long id) {
		return new CompareAndSwapOperation() {

			@Override
			public Optional<byte[]> getStateData(Optional<Long> timeout) {
				return Optional.ofNullable(BucketSwap.this.states.get(id));
			}

			@Override
			public boolean compareAndSwap(byte @Nullable [] before, byte[] next, RemoteBucketState state,
					Optional<Long> timeout) {
				BucketSwap.this.changes.put(id, new Change(id, before, next, full(state)));
				return true;
			}

		};
	}

	private Instant full(RemoteBucketState state) {
		Instant now = this.clock.instant();
		return now.plusNanos(state.calculateFullRefillingTime(Meter.nanos(now)));
	}

	@Override
	public void removeProxy(Long id) {
		throw new UnsupportedOperationException();
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
