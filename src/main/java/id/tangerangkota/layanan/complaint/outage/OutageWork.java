package id.tangerangkota.layanan.complaint.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.casework.OutageCases;
import id.tangerangkota.layanan.complaint.casework.OutageCases.Episode;
import id.tangerangkota.layanan.complaint.casework.OutageCases.Opening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what outages ask of the desk, in their order. Of a service whose address nobody
 * verified a case is opened only when somebody complains too, or did so the last time and
 * the case is still open, and not everybody sees it: the address may be a wrong one.
 * <p>
 * Where something else than a working service follows, such as announced work, the case
 * waits until the service works, and for some days at most. An end is believed after ten
 * minutes, and each time the service has gone down again within a day after twice as
 * long: whoever complained gets one answer, not twenty.
 */
@Component
class OutageWork {

	private static final Logger logger = LoggerFactory.getLogger(OutageWork.class);

	private static final Duration SETTLED = Duration.ofMinutes(10);

	private static final int MOST_DOUBLINGS = 4;

	/** Of one that flaps all night nobody reads more. */
	private static final int MOST_BEFORE = 10;

	private static final Duration AGAIN = Duration.ofMinutes(1);

	/**
	 * How long to wait for a service to work after an outage of which nobody knew that.
	 */
	private static final Duration PATIENCE = Duration.ofDays(3);

	private static final int AT_ONCE = 100;

	private final OutageCases cases;

	private final OutageTexts texts;

	private final ServiceCatalog catalog;

	private final AvailabilityReport report;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OutageWork(OutageCases cases, OutageTexts texts, ServiceCatalog catalog, AvailabilityReport report, JdbcClient jdbc,
			TransactionTemplate transaction, Clock clock) {
		this.cases = cases;
		this.texts = texts;
		this.catalog = catalog;
		this.report = report;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	private record Work(long id, OutageId outage, ServiceId service, Instant start, @Nullable Instant end,
			@Nullable ServiceState then, int attempts) {
	}

	/** Does all that is due. */
	void run() {
		List<Long> due = this.jdbc
			.sql("select id from complaint.outage_work where next_at <= ? order by id limit " + AT_ONCE)
			.param(Timestamp.from(this.clock.instant()))
			.query((row, number) -> row.getLong("id"))
			.list();
		for (long id : due) {
			try {
				this.transaction.executeWithoutResult((status) -> lock(id).ifPresent(this::work));
			}
			catch (RuntimeException ex) {
				logger.warn("Work for an outage failed and will be tried again: {}", ex.toString());
				later(id, this.clock.instant().plus(AGAIN));
			}
		}
	}

	private Optional<Work> lock(long id) {
		return this.jdbc.sql("select * from complaint.outage_work where id = ? and next_at <= ? for update skip locked")
			.params(id, Timestamp.from(this.clock.instant()))
			.query(OutageWork::row)
			.optional();
	}

	private static Work row(ResultSet row, int number) throws SQLException {
		Timestamp end = row.getTimestamp("ends");
		@Nullable String then = row.getString("state_after");
		return new Work(row.getLong("id"), new OutageId(row.getObject("outage", UUID.class)),
				new ServiceId(row.getObject("service", UUID.class)), row.getTimestamp("start").toInstant(),
				(end != null) ? end.toInstant() : null, (then != null) ? ServiceState.valueOf(then) : null,
				row.getInt("attempts"));
	}

	private void work(Work work) {
		Instant end = work.end();
		if (end != null) {
			end(work, end);
		}
		else {
			start(work);
		}
	}

	private void start(Work work) {
		Instant now = this.clock.instant();
		Optional<ServiceSummary> service = this.catalog.summaries(List.of(work.service())).stream().findFirst();
		boolean verified = isVerified(work.service());
		if (service.isPresent() && !verified && !this.cases.isOpen(work.service())
				&& !this.cases.isReported(work.service(), work.start())) {
			later(work.id(), now.plus(AGAIN));
			return;
		}
		service.ifPresent((found) -> open(work, found, verified, now));
		done(work);
	}

	private void open(Work work, ServiceSummary service, boolean everybody, Instant now) {
		String owner = service.agencyCode();
		this.cases.open(new Opening(work.outage(), work.service(), work.start(),
				(owner != null) ? new AgencyId(owner) : ComplaintDesk.COORDINATORS, this.texts.subject(service.name()),
				this.texts.text(service.name(), work.start()), this.texts.again(work.start()), everybody), now);
	}

	private boolean isVerified(ServiceId service) {
		return this.catalog.listings(List.of(service))
			.getOrDefault(service, List.of())
			.stream()
			.map(ListingSummary::verification)
			.anyMatch((verification) -> verification == Verification.VERIFIED);
	}

	private void end(Work work, Instant end) {
		// What was not begun by now need not be.
		this.jdbc.sql("delete from complaint.outage_work where outage = ? and kind = 'STARTED'")
			.param(work.outage().value())
			.update();
		Instant now = this.clock.instant();
		@Nullable Integer reopened = this.cases.reopened(work.outage()).orElse(null);
		if (reopened == null) {
			done(work);
			return;
		}
		Instant works = works(work, end);
		if (works == null) {
			await(work, end, now);
			return;
		}
		Instant settled = works.plus(SETTLED.multipliedBy(1L << Math.min(reopened, MOST_DOUBLINGS)));
		if (settled.isAfter(now)) {
			later(work.id(), settled);
			return;
		}
		@Nullable AgencyId agency = this.cases.agency(work.outage()).orElse(null);
		List<Episode> episodes = episodes(work, works);
		this.cases.end(work.outage(), episodes, this.texts.ended(agency, episodes), now);
		done(work);
	}

	/** This outage, and before it those of the same case that nobody was told of yet. */
	private List<Episode> episodes(Work work, Instant works) {
		List<Episode> episodes = new ArrayList<>(List.of(new Episode(work.start(), works)));
		this.report.outages(work.service(), this.cases.answered(work.outage()), work.start())
			.stream()
			.filter((outage) -> !outage.id().equals(work.outage()))
			.limit(MOST_BEFORE)
			.forEach((outage) -> episodes
				.add(new Episode(outage.start(), (outage.end() != null) ? outage.end() : work.start())));
		return episodes;
	}

	/**
	 * Since when people can use the service again, null while nobody knows that. That it
	 * counts as up since the end says nothing when nobody saw it work then: the check
	 * that failed was taken away.
	 */
	private @Nullable Instant works(Work work, Instant end) {
		CurrentState now = this.report.now(work.service());
		Instant since = now.since();
		if (!now.state().isUp() || since == null) {
			return null;
		}
		ServiceState then = work.then();
		if (then != null && then.isUp()) {
			return end;
		}
		return since.isAfter(end) ? since : null;
	}

	/** Announced work ends, and checks that fail go on; those that stopped do not. */
	private void await(Work work, Instant end, Instant now) {
		boolean known = this.report.now(work.service()).state() != ServiceState.UNMONITORED;
		if (known && end.plus(PATIENCE).isAfter(now)) {
			later(work.id(), now.plus(AGAIN));
			return;
		}
		this.cases.leave(work.outage(), now);
		done(work);
	}

	private void later(long id, Instant at) {
		this.jdbc.sql("update complaint.outage_work set attempts = attempts + 1, next_at = ? where id = ?")
			.params(Timestamp.from(at), id)
			.update();
	}

	private void done(Work work) {
		this.jdbc.sql("delete from complaint.outage_work where id = ?").param(work.id()).update();
	}

}
