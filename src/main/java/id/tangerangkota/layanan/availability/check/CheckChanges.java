package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
	 * Tells when checks are switched on, and when nobody makes them any more: then nobody
	 * knows anything of any service.
	 */
	@Transactional
	public void followSwitch() {
		boolean looking = this.jdbc.sql("select looking from availability.check_version for update")
			.query(Boolean.class)
			.single();
		boolean on = this.settings.enabled() || othersLook();
		if (on == looking) {
			return;
		}
		this.jdbc.sql("update availability.check_version set looking = ?").param(on).update();
		Instant now = this.clock.instant();
		for (CheckDetail check : this.rows.all()) {
			if (check.counts(this.settings.inside())) {
				this.events.publishEvent(on ? new CheckStarted(check.id(), check.service(), now)
						: new CheckStopped(check.id(), check.service(), now, false));
			}
		}
	}

	private boolean othersLook() {
		return this.jdbc.sql("""
				select exists (select 1 from availability.worker
					where seen_at > clock_timestamp() - cast(? as interval))""")
			.param(this.settings.lease().toMillis() + " ms")
			.query(Boolean.class)
			.single();
	}

	/**
	 * Tells what a change means, where checks are made at all.
	 * @param before what the checks were that may have changed, none for new ones
	 * @param ids of all that may have changed
	 */
	void tell(Collection<CheckDetail> before, Collection<Integer> ids) {
		if (!this.jdbc.sql("select looking from availability.check_version").query(Boolean.class).single()) {
			return;
		}
		boolean inside = this.settings.inside();
		Map<Integer, CheckDetail> were = new HashMap<>();
		before.stream().filter((check) -> check.wouldCount(inside)).forEach((check) -> were.put(check.id(), check));
		Instant now = this.clock.instant();
		for (CheckDetail check : this.rows.find(ids)) {
			CheckDetail was = were.get(check.id());
			if (!check.wouldCount(inside)) {
				continue;
			}
			were.remove(check.id());
			if (check.counts(inside) && (was == null || !was.counts(inside))) {
				this.events.publishEvent(new CheckStarted(check.id(), check.service(), now));
			}
			else if (!check.counts(inside) && was != null && was.counts(inside)) {
				this.events.publishEvent(new CheckStopped(check.id(), check.service(), now, true));
			}
		}
		// Paused ones, too: nobody waits for them to look again.
		were.values()
			.forEach((check) -> this.events.publishEvent(new CheckStopped(check.id(), check.service(), now, false)));
	}

}
