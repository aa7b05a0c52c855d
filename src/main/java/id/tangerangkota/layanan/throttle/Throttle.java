package id.tangerangkota.layanan.throttle;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tangerangkota.layanan.throttle.Buckets.Empty;
import id.tangerangkota.layanan.vault.BlindIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Counts tries, for all nodes together. What is counted by, a NIK or an address, is not
 * stored.
 */
@Component
public class Throttle {

	/**
	 * For so long a refusal is repeated without asking the database, which a flood cannot
	 * reach then. A bucket that another node forgets is full here so much later.
	 */
	private static final Duration REPEATED = Duration.ofSeconds(1);

	private static final int MOST_REPEATED = 10_000;

	private final BlindIndex index;

	private final Buckets buckets;

	private final RefusedTries refused;

	private final Clock clock;

	private final Cache<Long, Refusal> refusals = Caffeine.newBuilder().maximumSize(MOST_REPEATED).build();

	Throttle(BlindIndex index, Buckets buckets, RefusedTries refused, Clock clock) {
		this.index = index;
		this.buckets = buckets;
		this.refused = refused;
		this.clock = clock;
	}

	private record Refusal(Instant at, Instant next) {

		boolean isFresh(Instant now) {
			return now.isBefore(this.at.plus(REPEATED)) && now.isBefore(this.next);
		}

	}

	/**
	 * Takes one try. To be called outside of a transaction: it stays taken, and two
	 * connections for one request would run the pool dry under load.
	 * @param key who tries, as precisely as the limit counts
	 * @return empty when it is allowed, else how long to wait, in whole seconds
	 */
	public Optional<Duration> take(Limit limit, String key) {
		return take(Map.of(limit, key));
	}

	/**
	 * Takes one try of several limits at once, of all or of none.
	 * @param tries the limits, with who tries
	 * @return empty when all allow it, else how long the first that does not lets wait
	 */
	public Optional<Duration> take(Map<Limit, String> tries) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"Tries are taken outside of transactions");
		Map<Long, Limit> buckets = buckets(tries);
		Instant now = this.clock.instant();
		Optional<Empty> empty = known(buckets.keySet(), now).or(() -> ask(buckets, now));
		return empty.map((found) -> {
			Limit limit = Objects.requireNonNull(buckets.get(found.id()));
			this.refused.add(limit.name());
			return wholeSeconds(found.time(), limit);
		});
	}

	private Optional<Empty> known(Collection<Long> ids, Instant now) {
		for (Long id : ids) {
			@Nullable Refusal earlier = this.refusals.getIfPresent(id);
			if (earlier != null && earlier.isFresh(now)) {
				return Optional.of(new Empty(id, Duration.between(now, earlier.next())));
			}
		}
		return Optional.empty();
	}

	private Optional<Empty> ask(Map<Long, Limit> buckets, Instant now) {
		Optional<Empty> empty = this.buckets.take(buckets);
		empty.ifPresent((found) -> this.refusals.put(found.id(), new Refusal(now, now.plus(found.time()))));
		return empty;
	}

	/** At least one, and never more than an empty bucket takes to fill. */
	private static Duration wholeSeconds(Duration wait, Limit limit) {
		long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
		long most = limit.period().plusSeconds(1).minusNanos(1).toSeconds();
		return Duration.ofSeconds(Math.clamp(seconds, 1, most));
	}

	/**
	 * Gives one try back that was taken and turned out to be none, as after a success.
	 * What others took stays taken: nobody empties the count of a network by signing in
	 * to an account of their own.
	 */
	public void giveBack(Limit limit, String key) {
		giveBack(Map.of(limit, key));
	}

	/** Gives one try of several limits back. */
	public void giveBack(Map<Limit, String> tries) {
		Map<Long, Limit> buckets = buckets(tries);
		this.buckets.giveBack(buckets);
		this.refusals.invalidateAll(buckets.keySet());
	}

	/** Fills the bucket again, as after a success that only its owner can have. */
	public void forget(Limit limit, String key) {
		long id = id(limit, key);
		this.buckets.remove(id);
		this.refusals.invalidate(id);
	}

	/**
	 * Removes what need not be remembered. Worth doing every few minutes, by any node.
	 * @return how many rows it removed
	 */
	public int purge() {
		return this.buckets.purge();
	}

	private Map<Long, Limit> buckets(Map<Limit, String> tries) {
		Map<Long, Limit> buckets = new LinkedHashMap<>();
		tries.forEach((limit, key) -> buckets.put(id(limit, key), limit));
		return buckets;
	}

	/** A limit that was changed starts with full buckets. */
	private long id(Limit limit, String key) {
		String purpose = "throttle:%s:%d:%s".formatted(limit.name(), limit.capacity(), limit.period());
		return ByteBuffer.wrap(this.index.of(purpose, key)).getLong();
	}

}
