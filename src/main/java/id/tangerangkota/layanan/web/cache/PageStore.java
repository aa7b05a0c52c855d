package id.tangerangkota.layanan.web.cache;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * The kept pages and what is known about their data. An <em>epoch</em> is the time of one
 * connection to the news of changes: of what changed between two of them nothing is
 * known. A tag's <em>generation</em> goes up with every change.
 */
class PageStore {

	private static final long UNKNOWN = -1;

	private final Cache<String, KeptPage> pages;

	private final Map<String, AtomicLong> generations = new ConcurrentHashMap<>();

	private final AtomicLong evictions = new AtomicLong();

	private final Clock clock;

	private final AtomicLong epochs = new AtomicLong();

	/** Unknown while there is no connection. */
	private volatile long epoch = UNKNOWN;

	PageStore(DataSize maxSize, Clock clock) {
		this.clock = clock;
		// Caffeine tidies up on the caller's thread: little work, and tests can rely on
		// it.
		Executor here = Runnable::run;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(maxSize.toBytes())
			.weigher((String key, KeptPage page) -> 2 * key.length() + page.weight())
			.executor(here)
			.evictionListener((key, page, cause) -> this.evictions.incrementAndGet())
			.build();
	}

	@Nullable KeptPage get(String key) {
		return this.pages.getIfPresent(key);
	}

	boolean isFresh(KeptPage page) {
		return page.epoch() == this.epoch && this.clock.millis() < page.expires();
	}

	boolean isConnected() {
		return this.epoch != UNKNOWN;
	}

	/** Must be asked before a page reads its data. */
	Ticket ticket(List<String> tags) {
		return new Ticket(this.epoch, tags, generations(tags));
	}

	/** Keeps a page unless its data may have changed since the ticket was given. */
	boolean put(String key, KeptPage page, Ticket ticket) {
		if (!isValid(ticket)) {
			return false;
		}
		this.pages.put(key, page);
		// A change either finds the page, or has raised the generation before this line.
		if (!isValid(ticket)) {
			this.pages.asMap().remove(key, page);
			return false;
		}
		return true;
	}

	/** Whether what was read since the ticket was given is still all there is to know. */
	boolean isValid(Ticket ticket) {
		return ticket.epoch() != UNKNOWN && ticket.epoch() == this.epoch
				&& Arrays.equals(ticket.generations(), generations(ticket.tags()));
	}

	private long[] generations(List<String> tags) {
		return tags.stream().mapToLong((tag) -> generation(tag).get()).toArray();
	}

	private AtomicLong generation(String tag) {
		return this.generations.computeIfAbsent(tag, (key) -> new AtomicLong());
	}

	/** The data behind a tag has changed. */
	void drop(String tag) {
		generation(tag).incrementAndGet();
		this.pages.asMap().values().removeIf((page) -> page.tags().contains(tag));
	}

	/** From now on every change is heard of; of earlier ones some may not have been. */
	void connected() {
		this.epoch = this.epochs.incrementAndGet();
	}

	/** Pages go on being shown, as old ones, until there is a connection again. */
	void disconnected() {
		this.epoch = UNKNOWN;
	}

	long entries() {
		this.pages.cleanUp();
		return this.pages.estimatedSize();
	}

	long bytes() {
		return this.pages.policy().eviction().map(Eviction::weightedSize).orElseThrow().orElse(0);
	}

	long evictions() {
		return this.evictions.get();
	}

	/**
	 * What was known when a page began to read its data.
	 */
	record Ticket(long epoch, List<String> tags, long[] generations) {

		boolean isStorable() {
			return this.epoch != UNKNOWN;
		}

	}

}
