package id.tangerangkota.layanan.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the demo shows of days on which it did not run, made once. */
@Component
@Profile(Demo.PROFILE)
public class DemoHistory {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

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
			}
			return first;
		}));
	}

}
