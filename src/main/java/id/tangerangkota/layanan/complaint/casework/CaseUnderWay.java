package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * How far a complaint has come: where it stands, who has it, and the clocks that run
 * because of that. It moves along the graph of its states and tells of each move; what
 * may happen to it when, {@link Complaint} says.
 */
@MappedSuperclass
abstract class CaseUnderWay extends AbstractAggregateRoot<Complaint> {

	@Id
	private UUID id;

	@Embedded
	private Filed filed;

	@Embedded
	private Standing standing;

	@Embedded
	private Charge charge;

	@Embedded
	private CaseClocks clocks;

	private Instant changedAt;

	@Version
	private int version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected CaseUnderWay() {
	}

	/** It came there just now. */
	protected void move(ComplaintStatus to, Instant now) {
		move(Standing.at(to, now));
	}

	/**
	 * It came there.
	 * @throws IllegalCaseChange if the graph leads nowhere like that
	 */
	protected void move(Standing to) {
		require(status().next().contains(to.status()), to.status());
		this.standing = to;
		touch(to.statusSince());
	}

	protected void require(boolean possible, ComplaintStatus to) {
		if (!possible) {
			throw new IllegalCaseChange(id(), status(), to);
		}
	}

	/**
	 * Sets the deadline that is shown and when somebody is reminded next.
	 * @param step at which somebody was reminded last
	 */
	protected void wind(int step, WorkingCalendar calendar) {
		this.clocks.wind(this.standing, step, calendar, agency());
	}

	/**
	 * Counted again after the calendar changed or for another agency; never earlier.
	 * @param heardAt when its reporter wrote last since it came where it is, null for not
	 */
	void recount(WorkingCalendar calendar, @Nullable Instant heardAt) {
		this.standing = this.standing.recounted(heardAt, calendar, agency());
		if (status().isOpen()) {
			this.clocks.recounted(calendar, agency());
			wind(shown().reminded(), calendar);
		}
	}

	/** Its reporter wrote something: where it is done, silence begins anew. */
	void hear(WorkingCalendar calendar, Instant now) {
		if (status() == ComplaintStatus.RESOLVED) {
			this.standing = this.standing.unless(Objection.toSolution(now, calendar, agency()));
		}
		touch(now);
	}

	/** The deadline that comes next, null when no clock runs. */
	@Nullable Deadline running() {
		return this.clocks.next(status(), this.standing.statusSince());
	}

	/** Whether a clock that runs has run out. */
	boolean isLate(Instant now) {
		Deadline running = running();
		return running != null && this.standing.isAtWork() && running.isOverdue(now);
	}

	/** The citizen can see something new. */
	void touch(Instant now) {
		this.changedAt = now;
	}

	protected void tell(ComplaintEvent event, Act act, Map<String, String> details) {
		registerEvent(event);
		note(act, details);
	}

	/** Something was done, which need not change anything here. */
	void note(Act act, Map<String, String> details) {
		Map<String, String> all = new HashMap<>(details);
		all.put("status", status().name());
		registerEvent(ComplaintAct.of(act, id(), all));
	}

	ComplaintId id() {
		return new ComplaintId(this.id);
	}

	Filed filed() {
		return this.filed;
	}

	TicketNumber ticket() {
		return this.filed.ticket();
	}

	Standing standing() {
		return this.standing;
	}

	ComplaintStatus status() {
		return this.standing.status();
	}

	protected Charge charge() {
		return this.charge;
	}

	@Nullable AgencyId agency() {
		return this.charge.agency();
	}

	@Nullable AccountId officer() {
		return this.charge.officer();
	}

	CaseClocks clocks() {
		return this.clocks;
	}

	ShownDeadline shown() {
		return this.clocks.shown();
	}

	int version() {
		return this.version;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CaseUnderWay complaint && this.id.equals(complaint.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
