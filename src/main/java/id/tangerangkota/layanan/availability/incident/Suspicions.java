package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageSuspected;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.incident.IncidentRows.Trouble;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.throttle.Throttle;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts reports; enough of them in a short time are for the staff to look at. */
@Service
class Suspicions implements OutageSuspicions {

	private static final String WHAT = "suspicion";

	private static final Duration KEPT = Duration.ofDays(1);

	private final Throttle throttle;

	private final AvailabilityReport report;

	private final IncidentRows rows;

	private final ApplicationEventPublisher events;

	private final SuspicionSettings settings;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final Clock clock;

	Suspicions(Throttle throttle, AvailabilityReport report, IncidentRows rows, ApplicationEventPublisher events,
			SuspicionSettings settings, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
		this.throttle = throttle;
		this.report = report;
		this.rows = rows;
		this.events = events;
		this.settings = settings;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean report(ServiceId service, Source source, String visitor) {
		boolean isNew = isNew(service, visitor);
		if (isNew) {
			this.transaction.executeWithoutResult((status) -> count(service, source));
		}
		return isNew;
	}

	@Override
	public boolean tap(ServiceId service, String network, String visitor) {
		boolean isNew = isNew(service, visitor)
				&& this.throttle.take(this.settings.network(WHAT), service + " " + network).isEmpty();
		if (isNew) {
			this.transaction.executeWithoutResult((status) -> count(service, Source.BUTTON));
		}
		return isNew;
	}

	private boolean isNew(ServiceId service, String visitor) {
		return this.throttle.take(this.settings.visitor(WHAT), visitor).isEmpty() && !isKnown(service)
				&& this.throttle.take(this.settings.once(WHAT), service + " " + visitor).isEmpty();
	}

	/** Then people say nothing that is not known. */
	private boolean isKnown(ServiceId service) {
		ServiceState state = this.report.now(service).state();
		return state == ServiceState.DOWN || state == ServiceState.MAINTENANCE;
	}

	/** Within a transaction. */
	void count(ServiceId service, Source source) {
		Instant now = this.clock.instant();
		// One after the other, or two that come together do not count each other.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('availability.suspicion:' || ?, 0))")
			.param(service.toString())
			.query((row) -> {
			});
		this.jdbc.sql("insert into availability.suspicion (service_id, source, at) values (:service, :source, :now)")
			.param("service", service.value())
			.param("source", source.name())
			.param("now", IncidentRows.timestamp(now))
			.update();
		Recent recent = recent(service, now.minus(this.settings.within()));
		if (recent.reports() >= this.settings.reports()) {
			List<IncidentId> opened = this.rows.join(List.of(new Trouble(Resource.suspicion(service),
					IncidentKind.SUSPECTED.name(), service.value(), null, recent.first(), null, null, null)), now);
			if (!opened.isEmpty()) {
				this.events.publishEvent(new OutageSuspected(service, now, recent.reports()));
			}
		}
	}

	private record Recent(int reports, Instant first) {
	}

	/** What was looked at already does not count again. */
	private Recent recent(ServiceId service, Instant since) {
		return this.jdbc.sql("""
				select count(*) as reports, coalesce(min(at), :since) as first from availability.suspicion
				where service_id = :service and at > greatest(:since, (select max(ended_at) from availability.incident
					where resource = :resource))""")
			.param("service", service.value())
			.param("resource", Resource.suspicion(service))
			.param("since", IncidentRows.timestamp(since))
			.query((row, number) -> new Recent(row.getInt("reports"), IncidentLists.instant(row, "first")))
			.single();
	}

	/** Forgets reports that are too old to count. */
	void purge() {
		this.jdbc.sql("delete from availability.suspicion where at < ?")
			.param(IncidentRows.timestamp(this.clock.instant().minus(KEPT)))
			.update();
	}

}
