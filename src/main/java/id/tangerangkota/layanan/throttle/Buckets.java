package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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

	/**
	 * Tries with one key wait here for each other, not with a connection each, trying
	 * again and again: a flood on one key leaves the database to everybody else.
	 */
	private final ReentrantLock[] stripes = IntStream.range(0, 64)
		.mapToObj((number) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	Buckets(JdbcClient jdbc, Clock clock) {
		this.table = new BucketTable(jdbc, clock);
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
			return work.apply(this.table.builder().build(id, () -> configuration(limit)));
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

	void remove(long id) {
		this.table.removeProxy(id);
	}

	/** Removes rows of full buckets, and leaves out those somebody takes from. */
	int purge() {
		return this.table.purge();
	}

}
