package id.tangerangkota.layanan.web;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
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
	 * Makes a part of the past in one transaction, on one node only.
	 * @param made whether it is there
	 * @param make gets the present moment
	 */
	public void unless(BooleanSupplier made, Consumer<Instant> make) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select only_row from demo.ground for update").query((row) -> {
			});
			if (!made.getAsBoolean()) {
				make.accept(this.clock.instant());
			}
		});
	}

}
