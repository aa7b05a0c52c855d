package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves cases on whose time is over, each in a transaction of its own. */
@Component
class Deadlines {

	private static final Logger logger = LoggerFactory.getLogger(Deadlines.class);

	private static final String SILENT = "select id from complaint.complaint where closes_at < ? order by closes_at";

	private static final String WAITED_FOR = """
			select id from complaint.complaint where waiting_until < ? order by waiting_until""";

	private final Cases cases;

	private final WorkingCalendar calendar;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Deadlines(Cases cases, WorkingCalendar calendar, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.cases = cases;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Closes what is solved and nobody said anything about.
	 * @return how many
	 */
	int closeSilent() {
		return each(SILENT, (complaint, now) -> {
			if (!complaint.standing().isSilent(now)) {
				return false;
			}
			complaint.close(Closing.UNCONFIRMED, null, this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.CLOSED, Visibility.PUBLIC), now);
			return true;
		});
	}

	/**
	 * Goes on where the citizen did not answer in time.
	 * @return how many
	 */
	int goOn() {
		return each(WAITED_FOR, (complaint, now) -> {
			if (!complaint.standing().isWaitedFor(now)) {
				return false;
			}
			complaint.goOn(this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.CONTINUED, Visibility.REPORTER), now);
			return true;
		});
	}

	private int each(String sql, BiPredicate<Complaint, Instant> verb) {
		Instant now = this.clock.instant();
		List<UUID> ids = this.jdbc.sql(sql)
			.param(Timestamp.from(now))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		int done = 0;
		for (UUID id : ids) {
			try {
				done += Boolean.TRUE.equals(this.transaction.execute((status) -> move(new ComplaintId(id), verb, now)))
						? 1 : 0;
			}
			catch (RuntimeException ex) {
				// One that cannot be moved must not keep all others where they are.
				logger.warn("Time did not move the complaint {}: {}", id, ex.toString());
			}
		}
		return done;
	}

	private boolean move(ComplaintId id, BiPredicate<Complaint, Instant> verb, Instant now) {
		Complaint complaint = this.cases.lock(id);
		// Somebody may have been faster while it waited for its turn.
		boolean moved = verb.test(complaint, now);
		if (moved) {
			this.cases.save(complaint);
		}
		return moved;
	}

}
