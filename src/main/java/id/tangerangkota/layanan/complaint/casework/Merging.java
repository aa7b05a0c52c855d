package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a complaint go on as part of another, its master. Whoever reported or supported it
 * stays where they are and hears what becomes of the master.
 */
@Component
class Merging {

	private final Cases cases;

	private final WorkingCalendar calendar;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Merging(Cases cases, WorkingCalendar calendar, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.cases = cases;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Both are locked by the caller. */
	void merge(Complaint complaint, Complaint master, Instant now) {
		boolean published = complaint.isPublished();
		complaint.mergeInto(master, this.calendar, now);
		int more = 1 + newSupporters(complaint.id(), master.id()) + takeAlong(complaint.id(), master.id());
		master.absorb(more, now);
		this.cases.write(complaint, Draft.of(EntryKind.MERGED, Visibility.PUBLIC, master.ticket().toString()), now);
		this.cases.write(master, Draft.of(EntryKind.ABSORBED, published ? Visibility.PUBLIC : Visibility.STAFF,
				complaint.ticket().toString()), now);
		this.cases.save(complaint);
		this.cases.save(master);
	}

	/** Those that were part of it are part of the master now. */
	private int takeAlong(ComplaintId complaint, ComplaintId master) {
		return this.jdbc.sql("update complaint.complaint set merged_into = :master where merged_into = :complaint")
			.param("master", master.value())
			.param("complaint", complaint.value())
			.update();
	}

	private int newSupporters(ComplaintId complaint, ComplaintId master) {
		return this.jdbc.sql("""
				select count(*) from complaint.support s where s.complaint_id = :complaint
					and not exists (select from complaint.support m
						where m.complaint_id = :master and m.supporter = s.supporter)""")
			.param("complaint", complaint.value())
			.param("master", master.value())
			.query(Integer.class)
			.single();
	}

	/** What is told about the master is told about its parts. */
	@EventListener
	void on(ComplaintEvent event) {
		switch (event) {
			case ComplaintResolved resolved -> parts(resolved.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintResolved(part, resolved.at())));
			case ComplaintClosed closed -> parts(closed.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintClosed(part, closed.closing(), closed.at())));
			case ComplaintReopened reopened -> parts(reopened.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintReopened(part, reopened.at())));
			default -> {
			}
		}
	}

	private List<ComplaintId> parts(ComplaintId master) {
		return this.jdbc.sql("select id from complaint.complaint where merged_into = ? order by ticket_number")
			.param(master.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.list();
	}

}
