package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of a complaint, and which of them counts in which state. What happens
 * to the complaint happens to all of them at once. Nobody has longer to begin than to
 * finish: where something is verified late, it has to be begun by the deadline of its
 * solution.
 */
@Embeddable
class CaseClocks {

	@Embedded
	@AttributeOverride(name = "startsAt", column = @Column(name = "verify_starts"))
	@AttributeOverride(name = "workingDays", column = @Column(name = "verify_days"))
	@AttributeOverride(name = "pausedDays", column = @Column(name = "verify_paused"))
	@AttributeOverride(name = "dueOn", column = @Column(name = "verify_on"))
	@AttributeOverride(name = "dueAt", column = @Column(name = "verify_at"))
	@AttributeOverride(name = "metAt", column = @Column(name = "verify_met"))
	private CaseClock verification;

	@Embedded
	@AttributeOverride(name = "startsAt", column = @Column(name = "start_starts"))
	@AttributeOverride(name = "workingDays", column = @Column(name = "start_days"))
	@AttributeOverride(name = "pausedDays", column = @Column(name = "start_paused"))
	@AttributeOverride(name = "dueOn", column = @Column(name = "start_on"))
	@AttributeOverride(name = "dueAt", column = @Column(name = "start_at"))
	@AttributeOverride(name = "metAt", column = @Column(name = "start_met"))
	private CaseClock start;

	@Embedded
	@AttributeOverride(name = "startsAt", column = @Column(name = "resolve_starts"))
	@AttributeOverride(name = "workingDays", column = @Column(name = "resolve_days"))
	@AttributeOverride(name = "pausedDays", column = @Column(name = "resolve_paused"))
	@AttributeOverride(name = "dueOn", column = @Column(name = "resolve_on"))
	@AttributeOverride(name = "dueAt", column = @Column(name = "resolve_at"))
	@AttributeOverride(name = "metAt", column = @Column(name = "resolve_met"))
	private CaseClock solution;

	/** Of these, the one that comes next. */
	@Embedded
	private ShownDeadline shown;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected CaseClocks() {
	}

	CaseClocks(CaseClock verification, CaseClock start, CaseClock solution) {
		this.verification = verification;
		this.start = start;
		this.solution = solution;
		this.shown = ShownDeadline.silent(null, 0);
	}

	/**
	 * Sets the deadline that is shown and when somebody is reminded next; of nothing
	 * while the citizen is waited for.
	 * @param step at which somebody was reminded last
	 */
	void wind(Standing standing, int step, WorkingCalendar calendar, @Nullable AgencyId agency) {
		@Nullable Deadline next = next(standing.status(), standing.statusSince());
		boolean waits = standing.status() == ComplaintStatus.WAITING_FOR_CITIZEN;
		this.shown = (next != null && !waits) ? ShownDeadline.of(next, step, calendar, agency)
				: ShownDeadline.silent(next, step);
	}

	/** It is understood; what it turned out to be decides how long it may take. */
	void verified(int daysToSolve, WorkingCalendar calendar, AgencyId agency, Instant now) {
		this.verification = this.verification.met(now);
		this.solution = this.solution.lasting(daysToSolve, calendar, agency);
		this.start = CaseClock.of(calendar.due(now, Terms.START, agency)).within(this.solution);
	}

	/**
	 * The agency begins.
	 * @return whether for the first time
	 */
	boolean started(Instant now) {
		boolean first = !this.start.isMet();
		this.start = this.start.met(now);
		return first;
	}

	/** It is said to be done. */
	void solved(Instant now) {
		this.solution = this.solution.met(now);
	}

	/** They stood still for a time. */
	void paused(Instant from, Instant until, WorkingCalendar calendar, @Nullable AgencyId agency) {
		this.verification = this.verification.paused(from, until, calendar, agency);
		this.solution = this.solution.paused(from, until, calendar, agency);
		this.start = this.start.paused(from, until, calendar, agency).within(this.solution);
	}

	/** It was not done: that of the solution goes on as if it had never stopped. */
	void sentBack(WorkingCalendar calendar, @Nullable AgencyId agency, Instant now) {
		this.solution = this.solution.goingOn();
		this.start = this.start.restarted(Terms.START, calendar, agency, now).within(this.solution);
	}

	/**
	 * It is taken up once more.
	 * @param unverified whether it is looked at from the beginning
	 */
	void restarted(boolean unverified, int daysToSolve, WorkingCalendar calendar, @Nullable AgencyId agency,
			Instant now) {
		this.solution = this.solution.restarted(daysToSolve, calendar, agency, now);
		if (unverified) {
			this.verification = this.verification.restarted(this.verification.workingDays(), calendar, agency, now);
			this.start = CaseClock.of(Terms.startAfter(this.verification.deadline(), calendar)).within(this.solution);
		}
		else {
			this.start = this.start.restarted(Terms.START, calendar, agency, now).within(this.solution);
		}
	}

	/** More working days to solve it. */
	void extended(int days, WorkingCalendar calendar, @Nullable AgencyId agency) {
		this.solution = this.solution.lasting(this.solution.workingDays() + days, calendar, agency);
	}

	/** Counted again after the calendar changed or for another agency; never earlier. */
	void recounted(WorkingCalendar calendar, @Nullable AgencyId agency) {
		this.verification = this.verification.recounted(calendar, agency);
		this.solution = this.solution.recounted(calendar, agency);
		this.start = this.start.recounted(calendar, agency).within(this.solution);
	}

	/**
	 * The deadline that comes next, null when no clock runs. While the citizen is waited
	 * for none does; but what was late before stays late.
	 * @param since when it came into this state
	 */
	@Nullable Deadline next(ComplaintStatus status, Instant since) {
		@Nullable Deadline next = switch (status) {
			case SUBMITTED -> earlier(this.verification);
			case ASSIGNED -> earlier(this.start);
			case IN_PROGRESS -> this.solution.deadline();
			case WAITING_FOR_CITIZEN -> earlier(this.verification.isMet() ? this.start : this.verification);
			case RESOLVED, CLOSED, REJECTED, MERGED, REFERRED -> null;
		};
		boolean waits = status == ComplaintStatus.WAITING_FOR_CITIZEN;
		return (next != null && waits && !next.isOverdue(since)) ? null : next;
	}

	private Deadline earlier(CaseClock clock) {
		return (!clock.isMet() && clock.dueAt().isBefore(this.solution.dueAt())) ? clock.deadline()
				: this.solution.deadline();
	}

	ShownDeadline shown() {
		return this.shown;
	}

	CaseClock verification() {
		return this.verification;
	}

	CaseClock start() {
		return this.start;
	}

	CaseClock solution() {
		return this.solution;
	}

}
