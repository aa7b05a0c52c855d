package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The buckets, kept by Bucket4j in a {@link BucketTable}.
 * <p>
 * Time is the nodes' own. A node ahead of the others fills a bucket early by as much as
 * it is ahead, once, because a bucket never goes back in time; readiness bounds that to a
 * few seconds. Asking the database for the time would cost one more round trip each try.
 */
@Component
class Buckets {

	private final BucketTable table;

	private final Clock clock;

	/**
	 * Tries with one key wait here for each other, not with a connection each, trying
	 * again and again: a flood on one key leaves the database to everybody else.
	 */
	private final ReentrantLock[] stripes = IntStream.range(0, 64)
		.mapToObj((number) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	Buckets(JdbcClient jdbc, Clock clock) {
		this.table = new BucketTable(jdbc, clock);
		this.clock = clock;
	}

	/**
	 * There is nothing to take.
	 *
	 * @param id of the first bucket that is empty
	 * @param time how long until there is something
	 */
	record Empty(long id, Duration time) {
	}

	/**
	 * Takes one out of each, or out of none.
	 * @return empty when there was something in each
	 */
	Optional<Empty> take(Map<Long, Limit> buckets) {
		return inTurn(buckets.keySet(), () -> {
			Map<Long, Limit> taken = new LinkedHashMap<>();
			Optional<Empty> empty = swap(buckets, taken, Buckets::takeOne);
			if (empty.isPresent()) {
				swap(taken, new LinkedHashMap<>(), Buckets::putBack);
			}
			return empty;
		});
	}

	/** Puts one back into each that is not full. */
	void giveBack(Map<Long, Limit> buckets) {
		inTurn(buckets.keySet(), () -> swap(buckets, new LinkedHashMap<>(), Buckets::putBack));
	}

	private static Optional<Duration> takeOne(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	private static Optional<Duration> putBack(Bucket bucket) {
		bucket.addTokens(1);
		return Optional.empty();
	}

	/**
	 * Changes all of them, those again that somebody else changed meanwhile. At the first
	 * that is empty it stops.
	 * @param done gets those that are changed
	 */
	private Optional<Empty> swap(Map<Long, Limit> buckets, Map<Long, Limit> done,
			Function<Bucket, Optional<Duration>> change) {
		Map<Long, Limit> left = new LinkedHashMap<>(buckets);
		while (!left.isEmpty()) {
			BucketSwap swap = new BucketSwap(this.table.read(left.keySet()), this.clock);
			for (Map.Entry<Long, Limit> bucket : left.entrySet()) {
				Optional<Duration> wait = change
					.apply(swap.builder().build(bucket.getKey(), () -> configuration(bucket.getValue())));
				if (wait.isPresent()) {
					return Optional.of(new Empty(bucket.getKey(), wait.get()));
				}
			}
			Set<Long> written = this.table.write(swap.changes());
			written.forEach((id) -> done.put(id, Objects.requireNonNull(left.remove(id))));
		}
		return Optional.empty();
	}

	/** All in one order, so that nobody waits for who waits for them. */
	private <T> T inTurn(Collection<Long> ids, Supplier<T> work) {
		List<ReentrantLock> own = ids.stream()
			.map((id) -> Math.floorMod(id, this.stripes.length))
			.distinct()
			.sorted()
			.map((number) -> this.stripes[number])
			.toList();
		own.forEach(ReentrantLock::lock);
		try {
			return work.get();
		}
		finally {
			own.forEach(ReentrantLock::unlock);
		}
	}

	private static BucketConfiguration configuration(Limit limit) {
		return BucketConfiguration.builder()
			.addLimit(
					(bandwidth) -> bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.period()))
			.build();
	}

	void remove(long id) {
		this.table.remove(id);
	}

	/** Removes rows of full buckets, and leaves out those somebody takes from. */
	int purge() {
		return this.table.purge();
	}

}
