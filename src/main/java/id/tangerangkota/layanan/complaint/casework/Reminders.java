package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.ComplaintsDue;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of deadlines, everybody once a day of all that is theirs: in the morning, of
 * what comes in the course of the day and of what was due before. What is written down
 * with it keeps another node from doing it again.
 */
@Component
class Reminders {

	private final ComplaintRepository complaints;

	private final WorkingCalendar calendar;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Reminders(ComplaintRepository complaints, WorkingCalendar calendar, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.complaints = complaints;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Whom one reminder is for. */
	private record Recipient(Audience audience, @Nullable AgencyId agency, @Nullable AccountId officer) {

	}

	/** How many cases reached a step, by the step. */
	private record Tally(int halfway, int near, int overdue) {

		static Tally of(int step) {
			return new Tally((step == Reminding.HALFWAY) ? 1 : 0, (step == Reminding.NEAR) ? 1 : 0,
					(step >= Reminding.OVER) ? 1 : 0);
		}

		Tally plus(Tally other) {
			return new Tally(this.halfway + other.halfway, this.near + other.near, this.overdue + other.overdue);
		}

	}

	/**
	 * Reminds of all that reached a step since the last time, or will before the deadline
	 * today: in the evening, a short time would be over. On other than working days of
	 * nothing.
	 * @return how many cases
	 */
	@Transactional
	int remind() {
		Instant now = this.clock.instant();
		LocalDate today = PageClock.day(now);
		if (!this.calendar.isWorkingDay(today)) {
			return 0;
		}
		Instant tonight = PageClock.start(today.plusDays(1));
		// Another node waits here, and finds none left.
		List<UUID> ids = this.jdbc.sql("""
				select id from complaint.complaint
				where remind_at < :tonight and (remind_at <= :now or reminded < :near) order by id for update""")
			.param("tonight", Timestamp.from(tonight))
			.param("now", Timestamp.from(now))
			.param("near", Reminding.NEAR)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		Map<Recipient, Tally> tallies = new LinkedHashMap<>();
		for (UUID id : ids) {
			remind(this.complaints.findById(id).orElseThrow(), now, tonight, tallies);
		}
		tallies.forEach((recipient, tally) -> this.events.publishEvent(new ComplaintsDue(recipient.audience(),
				recipient.agency(), recipient.officer(), tally.halfway(), tally.near(), tally.overdue(), now)));
		return ids.size();
	}

	private void remind(Complaint complaint, Instant now, Instant tonight, Map<Recipient, Tally> tallies) {
		Deadline running = complaint.running();
		if (running == null) {
			return;
		}
		int ahead = Math.min(Reminding.NEAR, Reminding.reached(running, tonight, this.calendar, complaint.agency()));
		int step = Math.max(ahead, Reminding.reached(running, now, this.calendar, complaint.agency()));
		if (step > complaint.shown().reminded()) {
			recipients(complaint, step).forEach((recipient) -> tallies.merge(recipient, Tally.of(step), Tally::plus));
		}
		record(complaint, Math.max(step, complaint.shown().reminded()), running);
	}

	/** Beside the aggregate: a reminder makes nobody's page an old one. */
	private void record(Complaint complaint, int step, Deadline running) {
		Instant next = Reminding.next(step, running, this.calendar, complaint.agency());
		this.jdbc.sql("update complaint.complaint set reminded = :step, remind_at = :next where id = :id")
			.param("step", step)
			.param("next", (next != null) ? Timestamp.from(next) : null)
			.param("id", complaint.id().value())
			.update();
	}

	private static List<Recipient> recipients(Complaint complaint, int step) {
		if (complaint.isSupervisory()) {
			return List.of(new Recipient(Audience.INSPECTOR, null, null));
		}
		AgencyId agency = complaint.agency();
		if (agency == null || complaint.status() == ComplaintStatus.SUBMITTED) {
			return List.of(new Recipient(Audience.COORDINATOR, null, null));
		}
		AccountId officer = complaint.officer();
		Recipient worker = (officer != null) ? new Recipient(Audience.OFFICER, agency, officer)
				: new Recipient(Audience.AGENCY, agency, null);
		return switch (step) {
			case Reminding.OVER -> List.of(worker, new Recipient(Audience.AGENCY_HEAD, agency, null));
			case Reminding.ESCALATED -> List.of(new Recipient(Audience.AGENCY_HEAD, agency, null),
					new Recipient(Audience.COORDINATOR, null, null));
			default -> List.of(worker);
		};
	}

}
