package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAssigned;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Reopening;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import org.jspecify.annotations.Nullable;

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

	private final SupportCount support;

	private final Custody custody;

	private final WorkingCalendar calendar;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Merging(Cases cases, SupportCount support, Custody custody, WorkingCalendar calendar, JdbcClient jdbc,
			ApplicationEventPublisher events) {
		this.cases = cases;
		this.support = support;
		this.custody = custody;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Both are locked by the caller.
	 * @param by who decides so, null for the portal itself
	 */
	void merge(Complaint complaint, Complaint master, @Nullable AccountId by, Instant now) {
		boolean published = complaint.isPublished();
		complaint.mergeInto(master, by, this.calendar, now);
		takeAlong(complaint.id(), master.id());
		this.cases.write(complaint, Draft.of(EntryKind.MERGED, Visibility.PUBLIC, master.ticket().toString()), now);
		this.cases.write(master, Draft.of(EntryKind.ABSORBED, published ? Visibility.PUBLIC : Visibility.STAFF,
				complaint.ticket().toString()), now);
		this.cases.save(complaint);
		master.absorb(this.support.of(master.id()), now);
		this.cases.save(master);
		follow(master.id(), now);
	}

	/**
	 * Parts are with the agency of the whole: whoever works on that can open them. What
	 * turned out to be about the conduct of officials takes nobody else's complaint
	 * along.
	 */
	private void follow(ComplaintId master, Instant now) {
		this.jdbc.sql("""
				update complaint.complaint p set agency = m.agency, officer = null
				from complaint.complaint m
				where m.id = ? and p.merged_into = m.id and not m.supervisory
					and m.agency is not null and p.agency is distinct from m.agency
				returning p.id, p.agency""")
			.param(master.value())
			.query((row, number) -> new Moved(new ComplaintId(row.getObject("id", UUID.class)),
					new AgencyId(row.getString("agency"))))
			.list()
			.forEach((part) -> this.custody.handOver(part.complaint(), part.to(), now));
	}

	/** A part that came to another agency. */
	private record Moved(ComplaintId complaint, AgencyId to) {
	}

	/** Those that were part of it are part of the master now. */
	private void takeAlong(ComplaintId complaint, ComplaintId master) {
		this.jdbc.sql("update complaint.complaint set merged_into = :master where merged_into = :complaint")
			.param("master", master.value())
			.param("complaint", complaint.value())
			.update();
	}

	/**
	 * The master is taken back. Its parts are of other people, whose complaints begin
	 * anew.
	 */
	void release(Complaint master, Instant now) {
		for (ComplaintId id : parts(master.id())) {
			Complaint part = this.cases.lock(id);
			part.goOwnWay(this.calendar, now);
			this.cases.write(part, Draft.of(EntryKind.RELEASED, Visibility.PUBLIC, master.ticket().toString()), now);
			this.cases.save(part);
		}
	}

	/**
	 * What is told about the master is told about its parts. Those of an outage hear in
	 * another way that it works again; how it was they are asked as all others, once it
	 * is closed.
	 */
	@EventListener
	void on(ComplaintEvent event) {
		switch (event) {
			case ComplaintAssigned assigned -> follow(assigned.complaint(), assigned.at());
			case ComplaintResolved resolved -> over(resolved.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintResolved(part, resolved.at())));
			case ComplaintClosed closed -> ended(closed.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintClosed(part, closed.closing(), closed.at())));
			case ComplaintReopened reopened -> over(reopened.complaint()).forEach((part) -> this.events
				.publishEvent(new ComplaintReopened(part, Reopening.WITH_MASTER, reopened.at())));
			case ComplaintRejected rejected -> ended(rejected.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintRejected(part, rejected.at())));
			case ComplaintReferred referred -> ended(referred.complaint())
				.forEach((part) -> this.events.publishEvent(new ComplaintReferred(part, referred.at())));
			default -> {
			}
		}
	}

	/** All parts, also those of an outage. */
	private List<ComplaintId> ended(ComplaintId master) {
		over(master);
		return parts(master);
	}

	/**
	 * The master is open again or longer to be objected to, which is no news to anybody:
	 * its parts have the time it has.
	 */
	void goOn(ComplaintId master) {
		over(master);
	}

	/**
	 * The parts that are told; all of them can go their own way as long as the master.
	 */
	private List<ComplaintId> over(ComplaintId master) {
		return this.jdbc.sql("""
				with part as (
					update complaint.complaint p set reopen_until = m.reopen_until
					from complaint.complaint m where m.id = :master and p.merged_into = m.id
					returning p.id, p.ticket_number, m.outage_id)
				select id from part where outage_id is null order by ticket_number""")
			.param("master", master.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.list();
	}

	/** All that go on as part of it, in their order. */
	List<ComplaintId> parts(ComplaintId master) {
		return this.jdbc.sql("select id from complaint.complaint where merged_into = ? order by ticket_number")
			.param(master.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.list();
	}

}
