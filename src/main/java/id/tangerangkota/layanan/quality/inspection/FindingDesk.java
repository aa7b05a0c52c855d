package id.tangerangkota.layanan.quality.inspection;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.SixteenDigits;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the staff's word against the eyes of the inspection, which reads a handful of
 * pages only. A mark is about one inspection: it counts once a second person agreed, and
 * the next inspection that finds the same stands for itself. So nobody mends the numbers
 * of an agency alone, nor those of the past.
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
	 * Marks what the last inspection did not find as wrong. It counts all the same until
	 * somebody agrees.
	 * @return whether there was such a finding that nobody had marked yet
	 */
	public boolean dispute(ServiceId service, String item, String reason) {
		boolean done = this.jdbc.sql("""
				insert into quality.finding_dispute (service_id, item, inspected_at, reason, disputed_by, disputed_at)
				select f.service_id, f.item, i.inspected_at, :reason, :by, :now from quality.inspection_finding f
				join quality.inspection i on i.service_id = f.service_id and i.week = f.week
				where f.service_id = :service and f.item = :item and f.verdict = 'MISSED'
					and f.week = (select max(week) from quality.inspection where service_id = :service)
				on conflict (service_id, item, inspected_at) where withdrawn_at is null do nothing""")
			.param("service", service.value())
			.param("item", item)
			.param("reason", SixteenDigits.mask(reason))
			.param("by", this.actor.get().requireAccount().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
		if (done) {
			this.events.publishEvent(new FindingAct(service, item, FindingAct.Kind.DISPUTED));
		}
		return done;
	}

	/**
	 * Agrees to the mark of somebody else on a finding of the last inspection.
	 * @return whether there was one
	 */
	public boolean confirm(ServiceId service, String item) {
		return changeMark("""
				update quality.finding_dispute set confirmed_at = :now, confirmed_by = :by
				where service_id = :service and item = :item and withdrawn_at is null and confirmed_at is null
					and disputed_by <> :by
					and inspected_at = (select max(inspected_at) from quality.inspection where service_id = :service)
				returning inspected_at""", service, item, FindingAct.Kind.CONFIRMED);
	}

	/** Takes the mark on a finding of the last inspection back. */
	public boolean withdraw(ServiceId service, String item) {
		return changeMark("""
				update quality.finding_dispute set withdrawn_at = :now, withdrawn_by = :by
				where service_id = :service and item = :item and withdrawn_at is null
					and inspected_at = (select max(inspected_at) from quality.inspection where service_id = :service)
				returning inspected_at""", service, item, FindingAct.Kind.WITHDRAWN);
	}

	/** The statement says of which inspection the mark was, or nothing was done. */
	private boolean changeMark(String statement, ServiceId service, String item, FindingAct.Kind kind) {
		Optional<Instant> inspected = this.jdbc.sql(statement)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", this.actor.get().requireAccount().value())
			.param("service", service.value())
			.param("item", item)
			.query((row, number) -> row.getTimestamp("inspected_at").toInstant())
			.optional();
		inspected.ifPresent((at) -> {
			countAgain(at);
			this.events.publishEvent(new FindingAct(service, item, kind));
		});
		return inspected.isPresent();
	}

	/** The day of the inspection; no other day is touched. */
	private void countAgain(Instant inspected) {
		this.jdbc.sql("""
				insert into quality.stale_day (day, indicator)
				select :day, n.id from unnest(cast(:indicators as text[])) as n (id)""")
			.param("day", Date.valueOf(PageClock.day(inspected)))
			.param("indicators", InspectionIndicators.IDS.toArray(String[]::new))
			.update();
	}

}
