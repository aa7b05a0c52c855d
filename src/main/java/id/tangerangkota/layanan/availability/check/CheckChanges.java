package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Numbers changes of checks, and tells which checks began or ceased to look. */
@Component
class CheckChanges {

	private final JdbcClient jdbc;

	private final CheckRows rows;

	private final CheckSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CheckChanges(JdbcClient jdbc, CheckRows rows, CheckSettings settings, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The number of a change, which others wait for until the end of this transaction.
	 */
	long begin() {
		if (!TransactionSynchronizationManager.hasResource(this)) {
			TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCompletion(int status) {
					TransactionSynchronizationManager.unbindResource(CheckChanges.this);
				}

			});
		}
		return this.jdbc.sql("update availability.check_version set version = version + 1 returning version")
			.query(Long.class)
			.single();
	}

	/**
	 * Whether this transaction changes checks, so that nothing it reads may be kept yet.
	 */
	boolean isChanging() {
		return TransactionSynchronizationManager.hasResource(this);
	}

	/**
	 * Tells what a change means.
	 * @param before what the checks were that may have changed, none for new ones
	 * @param ids of all that may have changed
	 */
	void tell(Collection<CheckDetail> before, Collection<Integer> ids) {
		Map<Integer, CheckDetail> counted = new HashMap<>();
		before.stream().filter(this::counts).forEach((check) -> counted.put(check.id(), check));
		Instant now = this.clock.instant();
		for (CheckDetail check : this.rows.find(ids)) {
			if (counts(check) && counted.remove(check.id()) == null) {
				this.events.publishEvent(new CheckStarted(check.id(), check.service(), now));
			}
		}
		counted.values()
			.forEach((check) -> this.events.publishEvent(new CheckStopped(check.id(), check.service(), now)));
	}

	private boolean counts(CheckDetail check) {
		return check.counts(this.settings.inside());
	}

}
