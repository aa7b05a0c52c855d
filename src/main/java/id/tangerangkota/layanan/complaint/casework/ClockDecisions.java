package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.complaint.FigureCorrected;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down of each clock, once, when it was met or ran out and which agency had the
 * complaint then: in the transaction that meets it, before anything moves one that has
 * run out, and by itself where nobody does anything. What ran out stays so; only a
 * holiday that was not known takes it back. One that was met is open again when it begins
 * anew or goes on.
 */
@Component
class ClockDecisions {

	private static final int BATCH = 200;

	/** What was decided before holds. */
	private static final String DECIDE = """
			insert into complaint.clock_decision (complaint_id, clock, at, agency, in_time)
			select k.complaint_id, k.clock, least(k.met, k.due), k.agency, coalesce(k.met <= k.due, false)
			from complaint.clock k
			where k.complaint_id = any (:complaints) and (k.met is not null or (k.runs and k.due < :now))
			on conflict do nothing
			returning clock, at""";

	private static final String OPEN_AGAIN = """
			delete from complaint.clock_decision d using complaint.clock k
			where k.complaint_id = :complaint and k.met is null and d.complaint_id = k.complaint_id
				and d.clock = k.clock and d.in_time
			returning d.clock, d.at""";

	/** By its date of then: where something else has moved it since, it stays. */
	private static final String TAKE_BACK = """
			delete from complaint.clock_decision d using complaint.clock k
				join jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, verify_at timestamptz,
					start_at timestamptz, resolve_at timestamptz) on r.id = k.complaint_id
			where k.met is null and d.complaint_id = k.complaint_id and d.clock = k.clock and not d.in_time
				and d.at = k.due and d.at < case k.clock when 'VERIFY' then r.verify_at
					when 'START' then r.start_at else r.resolve_at end
			returning d.clock, d.at""";

	/** What is late is found by the date that is shown, the first of those that run. */
	private static final String RAN_OUT = """
			select c.id from complaint.complaint c
			where c.due_at < :now and exists (
				select from complaint.clock k
				where k.complaint_id = c.id and k.runs and k.met is null and k.due < :now and not exists (
					select from complaint.clock_decision d
					where d.complaint_id = k.complaint_id and d.clock = k.clock))""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ClockDecisions(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/** Before something is done with a complaint: what ran out by now did so before. */
	void before(Complaint complaint) {
		if (complaint.isLate(this.clock.instant())) {
			decide(List.of(complaint.id().value()));
		}
	}

	/** After something was done with it, and written. */
	void after(Complaint complaint) {
		List<FigureCorrected> changed = new ArrayList<>(
				this.jdbc.sql(OPEN_AGAIN).param("complaint", complaint.id().value()).query(ClockDecisions::of).list());
		changed.addAll(decided(List.of(complaint.id().value())));
		tell(changed);
	}

	/** Those that are locked, or that nobody else knows yet. */
	void decide(Collection<UUID> complaints) {
		tell(decided(complaints));
	}

	private List<FigureCorrected> decided(Collection<UUID> complaints) {
		return this.jdbc.sql(DECIDE)
			.param("complaints", complaints.toArray(UUID[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.query(ClockDecisions::of)
			.list();
	}

	/**
	 * Before dates are written that a holiday moved; {@link #decide} is to follow.
	 * @param rows complaints with the dates they get, as JSON
	 */
	void takeBack(String rows) {
		tell(this.jdbc.sql(TAKE_BACK).param("rows", rows).query(ClockDecisions::of).list());
	}

	private static FigureCorrected of(ResultSet row, int number) throws SQLException {
		return new FigureCorrected(Figure.valueOf(row.getString("clock")),
				PageClock.day(row.getTimestamp("at").toInstant()));
	}

	/**
	 * Of days that are over; today is counted when it is. Always in the same order, or
	 * two that tell of the same days might wait for each other.
	 */
	private void tell(List<FigureCorrected> changed) {
		LocalDate today = PageClock.day(this.clock.instant());
		changed.stream()
			.filter((one) -> one.day().isBefore(today))
			.distinct()
			.sorted(Comparator.comparing(FigureCorrected::figure).thenComparing(FigureCorrected::day))
			.forEach(this.events::publishEvent);
	}

	/** Decides what ran out while nobody did anything. */
	void decideWhatRanOut() {
		List<UUID> late = this.jdbc.sql(RAN_OUT)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(ClockDecisions::id)
			.list();
		for (int i = 0; i < late.size(); i += BATCH) {
			List<UUID> some = late.subList(i, Math.min(i + BATCH, late.size()));
			this.transaction.executeWithoutResult((status) -> decide(locked(some)));
		}
	}

	private static UUID id(ResultSet row, int number) throws SQLException {
		return row.getObject(1, UUID.class);
	}

	/** Where somebody is at work just now, there is a next time. */
	private List<UUID> locked(List<UUID> complaints) {
		return this.jdbc.sql("select id from complaint.complaint where id = any (?) for update skip locked")
			.param(complaints.toArray(UUID[]::new))
			.query(ClockDecisions::id)
			.list();
	}

}
