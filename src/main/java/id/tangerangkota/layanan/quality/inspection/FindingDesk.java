package id.tangerangkota.layanan.quality.inspection;

import java.sql.Timestamp;
import java.time.Clock;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.SixteenDigits;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the staff's word against the eyes of the inspection, which reads a handful of
 * pages only. What was counted of the site's days is counted again then.
 */
@Service
@Transactional
public class FindingDesk {

	/** Of a reason, in characters. */
	public static final int LONGEST_REASON = 500;

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FindingDesk(JdbcClient jdbc, CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Marks what the last inspection did not find as wrong.
	 * @return whether there was such a finding that nobody had marked yet
	 */
	public boolean dispute(ServiceId service, String item, String reason) {
		boolean done = this.jdbc.sql("""
				insert into quality.finding_dispute (service_id, item, reason, disputed_by, disputed_at)
				select f.service_id, f.item, :reason, :by, :now from quality.inspection_finding f
				where f.service_id = :service and f.item = :item and f.verdict = 'MISSED'
					and f.week = (select max(week) from quality.inspection where service_id = :service)
				on conflict (service_id, item) where withdrawn_at is null do nothing""")
			.param("service", service.value())
			.param("item", item)
			.param("reason", SixteenDigits.mask(reason))
			.param("by", this.actor.get().requireAccount().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
		if (done) {
			changed(service, new FindingAct(service, item, false));
		}
		return done;
	}

	/** Takes that back. */
	public boolean withdraw(ServiceId service, String item) {
		boolean done = this.jdbc.sql("""
				update quality.finding_dispute set withdrawn_at = :now, withdrawn_by = :by
				where service_id = :service and item = :item and withdrawn_at is null""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", this.actor.get().requireAccount().value())
			.param("service", service.value())
			.param("item", item)
			.update() == 1;
		if (done) {
			changed(service, new FindingAct(service, item, true));
		}
		return done;
	}

	private void changed(ServiceId service, FindingAct act) {
		this.jdbc.sql("""
				insert into quality.stale_day (day, indicator)
				select cast(i.inspected_at at time zone 'Asia/Jakarta' as date), n.id
				from quality.inspection i cross join unnest(cast(:indicators as text[])) as n (id)
				where i.service_id = :service
				on conflict do nothing""")
			.param("indicators", InspectionIndicators.IDS.toArray(String[]::new))
			.param("service", service.value())
			.update();
		this.events.publishEvent(act);
	}

}
