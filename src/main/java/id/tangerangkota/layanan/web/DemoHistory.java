package id.tangerangkota.layanan.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the demo shows of days on which it did not run, made once. */
@Component
@Profile(Demo.PROFILE)
public class DemoHistory {

	private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Map<String, CompletableFuture<Void>> meanwhile = new ConcurrentHashMap<>();

	private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

	DemoHistory(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Makes a part of the past in one transaction, on one node only. What really happened
	 * meanwhile does not stand in its way.
	 * @param part its name, by which it is known that it was made
	 * @param make gets the present moment
	 * @return whether it was made now
	 */
	public boolean once(String part, Consumer<Instant> make) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			// Another node that makes the same is waited for.
			boolean first = this.jdbc
				.sql("insert into demo.part (name, made_at) values (?, ?) on conflict (name) do nothing")
				.params(part, Timestamp.from(now))
				.update() > 0;
			if (first) {
				make.accept(now);
				log.info("Made up {} in {} ms", part, Duration.between(now, this.clock.instant()).toMillis());
			}
			return first;
		}));
	}

	/**
	 * As {@link #once}, while others make other parts: one after the other, so that two
	 * cores have something to do. The application is not ready before it is made.
	 */
	public synchronized void meanwhile(String part, Consumer<Instant> make) {
		this.last = this.last.thenRunAsync(() -> once(part, make),
				(task) -> Thread.ofPlatform().name("demo").daemon().start(task));
		this.meanwhile.put(part, this.last);
	}

	/** Waits for a part that is made meanwhile, if it is. */
	public void await(String part) {
		this.meanwhile.getOrDefault(part, CompletableFuture.completedFuture(null)).join();
	}

	/** After all that makes any. */
	@EventListener
	@Order(30)
	void on(ApplicationReadyEvent event) {
		this.meanwhile.values().forEach(CompletableFuture::join);
	}

}
