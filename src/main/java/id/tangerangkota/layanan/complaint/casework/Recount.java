package id.tangerangkota.layanan.complaint.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.calendar.HolidaysChanged;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts deadlines again after holidays or office hours changed, in parts, so that nobody
 * waits long for a case. No date that was promised gets earlier.
 */
@Component
class Recount {

	private static final int BATCH = 200;

	/** Until all nodes know the new days. */
	private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(10);

	/**
	 * Met clocks and those that end before the change stay as they are, and so does what
	 * came after it.
	 */
	private static final String NEXT = """
			select c.id, (select max(e.at) from complaint.entry e
				where e.complaint_id = c.id and e.kind = 'REPLIED' and e.at > c.status_since) as heard_at
			from complaint.complaint c
			where id > :after and received_at <= :known and status <> 'MERGED' and (reopen_until >= :since
				or (status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED')
					and greatest(verify_on, start_on, resolve_on) >= :since))
			order by id limit :batch for update of c""";

	/** Beside the aggregates: a later date makes nobody's page an old one. */
	private static final String WRITE = """
			update complaint.complaint c set verify_paused = r.verify_paused, verify_on = r.verify_on,
				verify_at = r.verify_at, start_paused = r.start_paused, start_on = r.start_on, start_at = r.start_at,
				resolve_paused = r.resolve_paused, resolve_on = r.resolve_on, resolve_at = r.resolve_at,
				due_at = r.due_at, remind_at = r.remind_at, closes_at = r.closes_at,
				reopen_until = r.reopen_until
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, verify_paused integer, verify_on date,
				verify_at timestamptz, start_paused integer, start_on date, start_at timestamptz,
				resolve_paused integer, resolve_on date, resolve_at timestamptz, due_at timestamptz,
				remind_at timestamptz, closes_at timestamptz, reopen_until timestamptz)
			where c.id = r.id""";

	/** Parts can be reopened as long as the whole. */
	private static final String PARTS = """
			update complaint.complaint p set reopen_until = m.reopen_until from complaint.complaint m
			where m.id = any (:masters) and p.merged_into = m.id and p.reopen_until < m.reopen_until""";

	private static final UUID FIRST = new UUID(0, 0);

	private final ComplaintRepository complaints;

	private final EntityManager entities;

	private final ClockDecisions decisions;

	private final WorkingCalendar calendar;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	Recount(ComplaintRepository complaints, EntityManager entities, ClockDecisions decisions, WorkingCalendar calendar,
			JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.complaints = complaints;
		this.entities = entities;
		this.decisions = decisions;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * One to count again.
	 *
	 * @param heardAt when its reporter wrote last since it came where it is
	 */
	private record Next(UUID id, @Nullable Instant heardAt) {
	}

	/** A row to write, in the names of its columns. */
	private record Row(UUID id, int verify_paused, String verify_on, String verify_at, int start_paused,
			String start_on, String start_at, int resolve_paused, String resolve_on, String resolve_at,
			@Nullable String due_at, @Nullable String remind_at, @Nullable String closes_at,
			@Nullable String reopen_until) {

		static Row of(Complaint complaint) {
			CaseClock verification = complaint.clocks().verification();
			CaseClock start = complaint.clocks().start();
			CaseClock solution = complaint.clocks().solution();
			Objection objection = complaint.standing().objection();
			return new Row(complaint.id().value(), verification.pausedDays(), verification.dueOn().toString(),
					verification.dueAt().toString(), start.pausedDays(), start.dueOn().toString(),
					start.dueAt().toString(), solution.pausedDays(), solution.dueOn().toString(),
					solution.dueAt().toString(), text(complaint.shown().dueAt()), text(complaint.shown().remindAt()),
					text((objection != null) ? objection.closesAt() : null),
					text((objection != null) ? objection.reopenUntil() : null));
		}

		private static @Nullable String text(@Nullable Instant time) {
			return (time != null) ? time.toString() : null;
		}

	}

	/** Writes down what is to be done, in the transaction of the change. */
	@EventListener
	void on(HolidaysChanged change) {
		this.jdbc.sql("insert into complaint.recount (since, at) values (?, ?)")
			.params(change.first(), Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Does what is to be done; once more if it is cut short. */
	void run() {
		Instant until = this.clock.instant().minus(KNOWN_EVERYWHERE);
		change(until).ifPresent((change) -> {
			UUID last = FIRST;
			while (last != null) {
				UUID after = last;
				last = this.transaction.execute((status) -> batch(change, after));
			}
			this.jdbc.sql("delete from complaint.recount where at <= ?").param(Timestamp.from(until)).update();
		});
	}

	/**
	 * What has changed.
	 *
	 * @param since the first day that changed
	 * @param known when all nodes knew of it
	 */
	private record Change(LocalDate since, Instant known) {
	}

	/** All changes together, if there are any. */
	private Optional<Change> change(Instant until) {
		return this.jdbc.sql("""
				select min(since) as since, max(at) as at from complaint.recount where at <= ? having count(*) > 0""")
			.param(Timestamp.from(until))
			.query((row, number) -> new Change(row.getObject("since", LocalDate.class),
					row.getTimestamp("at").toInstant().plus(KNOWN_EVERYWHERE)))
			.optional();
	}

	/** The last of them, null when none is left. */
	private @Nullable UUID batch(Change change, UUID after) {
		List<Next> found = this.jdbc.sql(NEXT)
			.param("after", after)
			.param("known", Timestamp.from(change.known()))
			.param("since", Date.valueOf(change.since()))
			.param("batch", BATCH)
			.query((row, number) -> new Next(row.getObject("id", UUID.class), instant(row.getTimestamp("heard_at"))))
			.list();
		List<UUID> ids = found.stream().map(Next::id).toList();
		List<Row> rows = new ArrayList<>();
		for (Next next : found) {
			Complaint complaint = this.complaints.findById(next.id()).orElseThrow();
			this.entities.detach(complaint);
			complaint.recount(this.calendar, next.heardAt());
			rows.add(Row.of(complaint));
		}
		String written = this.json.writeValueAsString(rows);
		this.decisions.takeBack(written);
		this.jdbc.sql(WRITE).param("rows", written).update();
		this.decisions.decide(ids);
		this.jdbc.sql(PARTS).param("masters", ids.toArray(UUID[]::new)).update();
		return ids.isEmpty() ? null : ids.getLast();
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
