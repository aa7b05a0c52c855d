package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAssigned;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintExtended;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintHidden;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintMerged;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintStarted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Reopening;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.VerdictMoved;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint on its way. {@link Intake} makes it; words arrive here sealed where they
 * have to be, and who reported it is not here at all.
 * <p>
 * All that may happen to a complaint is one state machine and stands here, for taken
 * apart nobody could see that it is whole; what it consists of are values that know their
 * own rules, and {@link CaseUnderWay} knows how it moves at all.
 */
@Entity
@DynamicUpdate
@Table(schema = "complaint", name = "complaint")
class Complaint extends CaseUnderWay {

	private String category;

	@Embedded
	private Disclosure disclosure;

	private boolean extended;

	/** Null as long as nobody said that it is over. */
	@Embedded
	private @Nullable Ending ending;

	private int reopened;

	@Embedded
	private Opinion opinion;

	private @Nullable UUID outageId;

	private int supporters;

	/** Since it was read from the database. */
	@Transient
	private boolean restarted;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Complaint() {
	}

	/** It is understood, and an agency gets it. */
	void verify(AgencyId to, ComplaintCategory under, boolean aboutConduct, WorkingCalendar calendar, Instant now) {
		require(status() == ComplaintStatus.SUBMITTED, ComplaintStatus.ASSIGNED);
		move(ComplaintStatus.ASSIGNED, now);
		AgencyId from = agency();
		boolean stays = isSupervisory() ? aboutConduct : !aboutConduct && to.equals(from);
		// Inspectors work on it whichever agency it is about, officers at theirs.
		charge().giveTo(to, stays);
		this.category = under.code();
		this.disclosure.under(under, aboutConduct);
		clocks().verified(Terms.resolve(under, aboutConduct, filed().formal()) + extension(), calendar, to, now);
		wind(0, calendar);
		tell(new ComplaintAssigned(id(), to, (from != null && !from.equals(to)) ? from : null, now), Act.VERIFIED,
				Map.of("agency", to.code(), "category", under.code(), "supervisory", String.valueOf(aboutConduct)));
	}

	/** Another agency gets it; no clock moves, except by the other one's office hours. */
	void forward(AgencyId to, WorkingCalendar calendar, Instant now) {
		require(status() == ComplaintStatus.ASSIGNED || status() == ComplaintStatus.IN_PROGRESS,
				ComplaintStatus.ASSIGNED);
		AgencyId from = agency();
		move(ComplaintStatus.ASSIGNED, now);
		charge().giveTo(to, false);
		recount(calendar, null);
		tell(new ComplaintAssigned(id(), to, from, now), Act.FORWARDED,
				Map.of("agency", to.code(), "from", String.valueOf(from)));
	}

	/** It becomes the case of one officer, or of nobody. */
	void assign(@Nullable AccountId to, Instant now) {
		require(status().isOpen(), ComplaintStatus.ASSIGNED);
		charge().takenBy(to);
		if (to != null) {
			registerEvent(new ComplaintTaken(id(), to, now));
		}
		note(Act.ASSIGNED, (to != null) ? Map.of("officer", to.toString()) : Map.of());
	}

	/** The agency begins. */
	void start(@Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		move(ComplaintStatus.IN_PROGRESS, now);
		boolean first = clocks().started(now);
		if (by != null) {
			charge().takenBy(by);
		}
		wind(first ? 0 : shown().reminded(), calendar);
		tell(new ComplaintStarted(id(), now), Act.STARTED, Map.of());
	}

	/** The citizen is asked something, and clocks stand still. */
	Instant ask(WorkingCalendar calendar, Instant now) {
		Waiting began = Waiting.of(status(), now);
		move(Standing.waiting(began, now));
		wind(shown().reminded(), calendar);
		note(Act.ASKED, Map.of());
		return began.waitingUntil();
	}

	/** The citizen answered, or it goes on without an answer. */
	void goOn(WorkingCalendar calendar, Instant now) {
		Waiting over = standing().waiting();
		if (over == null) {
			throw new IllegalCaseChange(id(), status(), ComplaintStatus.IN_PROGRESS);
		}
		clocks().paused(standing().statusSince(), over.endedAt(now), calendar, agency());
		move(over.waitingFrom(), now);
		wind(shown().reminded(), calendar);
		note(Act.CONTINUED, Map.of());
	}

	/** Whoever worked on it says that it is done. */
	void resolve(@Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		charge().refuse(by);
		move(Standing.at(ComplaintStatus.RESOLVED, now).unless(Objection.toSolution(now, calendar, agency())));
		clocks().solved(now);
		this.ending = Ending.resolved(by, now);
		wind(0, calendar);
		tell(new ComplaintResolved(id(), now), Act.RESOLVED, Map.of());
	}

	/** Somebody else saw that it is done, or nobody said anything. */
	void close(Closing how, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		Ending done = this.ending;
		if (done == null || !done.isResolved()) {
			throw new IllegalCaseChange(id(), status(), ComplaintStatus.CLOSED);
		}
		if (by != null && (done.isBy(by) || by.equals(officer()))) {
			throw new CaseRefused(Reason.OWN_WORK);
		}
		charge().refuse(by);
		move(Standing.at(ComplaintStatus.CLOSED, now).unless(Objection.toEnd(now, calendar, agency())));
		this.ending = done.closed(how, by, now);
		tell(new ComplaintClosed(id(), how, now), (how == Closing.UNCONFIRMED) ? Act.CLOSED : Act.CONFIRMED,
				Map.of("closing", how.name()));
	}

	/** A coordinator saw that it is not done. The clock of the solution never stopped. */
	void sendBack(WorkingCalendar calendar, Instant now) {
		require(status() == ComplaintStatus.RESOLVED, ComplaintStatus.ASSIGNED);
		barDeciders(this);
		move(ComplaintStatus.ASSIGNED, now);
		clocks().sentBack(calendar, agency(), now);
		this.ending = null;
		wind(0, calendar);
		registerEvent(new ComplaintReopened(id(), Reopening.BY_STAFF, now));
		note(Act.SENT_BACK, Map.of());
	}

	/**
	 * The citizen is not content; whoever decided is out of it.
	 * @param master what it goes on as a part of, and is decided with; null for none
	 */
	void reopen(@Nullable Complaint master, WorkingCalendar calendar, Instant now) {
		if (standing().isOver() && !standing().isReopenable(now)) {
			throw new CaseRefused(Reason.TOO_LATE);
		}
		barDeciders((master != null) ? master : this);
		takeUpAgain(calendar, now);
		registerEvent(new ComplaintReopened(id(), Reopening.BY_REPORTER, now));
	}

	/** Somebody looked at it again: it was not done, however long ago. */
	private void takeUpAgain(WorkingCalendar calendar, Instant now) {
		boolean anew = status() != ComplaintStatus.RESOLVED && status() != ComplaintStatus.CLOSED;
		ComplaintStatus to = anew ? ComplaintStatus.SUBMITTED : ComplaintStatus.ASSIGNED;
		require(standing().isOver(), to);
		restart(to, anew, calendar, now);
		nextOpinion();
		note(Act.REOPENED, Map.of());
	}

	/**
	 * Whoever reported what it is part of took that back. It goes its own way, and nobody
	 * decided anything about it.
	 */
	void goOwnWay(WorkingCalendar calendar, Instant now) {
		require(status() == ComplaintStatus.MERGED, ComplaintStatus.SUBMITTED);
		restart(ComplaintStatus.SUBMITTED, true, calendar, now);
		if (this.opinion.isGiven()) {
			// Of an end the other one had before.
			nextOpinion();
		}
		registerEvent(new ComplaintReopened(id(), Reopening.BY_STAFF, now));
		note(Act.REOPENED, Map.of());
	}

	private void nextOpinion() {
		AgencyId agency = agency();
		this.opinion.next(this.reopened, (agency != null) ? agency.code() : null);
		this.reopened++;
	}

	private void restart(ComplaintStatus to, boolean anew, WorkingCalendar calendar, Instant now) {
		move(to, now);
		clocks().restarted(anew, clocks().solution().workingDays() - extension(), calendar, agency(), now);
		this.extended = false;
		this.ending = null;
		this.restarted = true;
		wind(0, calendar);
	}

	/** Whether it was over and is worked on again, maybe by nobody who is still there. */
	boolean isRestarted() {
		return this.restarted;
	}

	/** Whoever had it has it no more; nobody needs to be told. */
	void release() {
		charge().takenBy(null);
	}

	private void barDeciders(Complaint decided) {
		Stream<UUID> deciders = (decided.ending != null) ? decided.ending.deciders() : Stream.empty();
		charge().bar(Stream.concat(decided.charge().barred(), deciders));
	}

	/** It is not taken up. */
	void reject(Rejection why, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		requireNoOutage();
		charge().refuse(by);
		move(Standing.at(ComplaintStatus.REJECTED, now).unless(Objection.toEnd(now, calendar, agency())));
		this.ending = Ending.rejected(why, by);
		wind(0, calendar);
		tell(new ComplaintRejected(id(), now), Act.REJECTED, Map.of("rejection", why.name()));
	}

	/** The citizen takes it back before anybody began. */
	void withdraw(WorkingCalendar calendar, Instant now) {
		require(status() == ComplaintStatus.SUBMITTED || status() == ComplaintStatus.ASSIGNED,
				ComplaintStatus.REJECTED);
		move(ComplaintStatus.REJECTED, now);
		this.ending = Ending.rejected(Rejection.WITHDRAWN, null);
		wind(0, calendar);
		tell(new ComplaintRejected(id(), now), Act.WITHDRAWN, Map.of());
	}

	/** It goes on as part of another one. */
	void mergeInto(Complaint master, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		requireNoOutage();
		charge().refuse(by);
		// What is said to be done would tell it nothing more.
		boolean possible = !master.equals(this) && master.standing().isAtWork() && !master.isSealed();
		if (!possible) {
			throw new CaseRefused(Reason.CANNOT_MERGE);
		}
		move(ComplaintStatus.MERGED, now);
		this.ending = Ending.merged(master.id());
		wind(0, calendar);
		tell(new ComplaintMerged(id(), master.id(), now), Act.MERGED, Map.of("into", master.id().toString()));
	}

	/**
	 * Whoever reported or supported another says the same from now on.
	 * @param others how many that makes
	 */
	void absorb(int others, Instant now) {
		this.supporters = others;
		touch(now);
	}

	/** Somebody else decides, unless the citizen says that it is for the city. */
	void refer(Referral to, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		requireNoOutage();
		charge().refuse(by);
		move(Standing.at(ComplaintStatus.REFERRED, now).unless(Objection.toEnd(now, calendar, agency())));
		this.ending = Ending.referred(to, by);
		wind(0, calendar);
		tell(new ComplaintReferred(id(), now), Act.REFERRED, Map.of("to", to.name()));
	}

	/** Seven working days more for a formal request, once. */
	void extend(WorkingCalendar calendar, Instant now) {
		if (!filed().formal() || this.extended || !standing().isAtWork()) {
			throw new CaseRefused(Reason.CANNOT_EXTEND);
		}
		this.extended = true;
		clocks().extended(Terms.EXTENSION, calendar, agency());
		touch(now);
		// More time: what was said at half of it comes again.
		wind(0, calendar);
		tell(new ComplaintExtended(id(), now), Act.EXTENDED, Map.of());
	}

	/** Working days that a formal request was given more. */
	private int extension() {
		return this.extended ? Terms.EXTENSION : 0;
	}

	/** Everybody may see it. */
	void publish(Instant now) {
		if (this.disclosure.publish(now)) {
			note(Act.PUBLISHED, Map.of());
		}
	}

	/** Nobody but those concerned may see it any more. */
	void hide(Instant now) {
		if (this.disclosure.hide()) {
			tell(new ComplaintHidden(id(), now), Act.HIDDEN, Map.of());
		}
	}

	/** Words were taken out, or it is secret from now on, or no more. */
	void reword(Wording words) {
		this.disclosure.reword(words);
	}

	/** The name is hidden from now on. */
	void becomeAnonymous() {
		this.disclosure.hideName();
		note(Act.ANONYMISED, Map.of());
	}

	/** How good it was; the last word counts. */
	void rate(int stars, boolean isSolved, Instant now) {
		require(standing().isOver(), ComplaintStatus.CLOSED);
		say(new Verdict(stars, isSolved, now));
		note(Act.RATED, Map.of("rating", String.valueOf(stars), "solved", String.valueOf(isSolved)));
	}

	/** What its reporter said in a survey; the day is enough to count it. */
	void judge(@Nullable Integer stars, @Nullable Boolean isSolved, Instant now) {
		Verdict said = new Verdict(stars, isSolved, PageClock.start(PageClock.day(now)));
		if (said.isGiven()) {
			say(said);
		}
	}

	private void say(Verdict said) {
		LocalDate moved = this.opinion.take(said);
		if (moved != null) {
			registerEvent(new VerdictMoved(id(), moved));
		}
	}

	/**
	 * Whether its reporter is asked how it was: not by the way, nor of what they took
	 * back.
	 * @param master what it goes on as a part of, and is over with; null for none
	 */
	boolean isToJudge(@Nullable Complaint master) {
		return switch (status()) {
			case CLOSED -> true;
			case REJECTED -> this.ending == null || !this.ending.isWithdrawn();
			case MERGED -> master != null && master.isToJudge(null);
			default -> false;
		};
	}

	/**
	 * Whether it ended without anybody working on it.
	 * @param master as of {@code isToJudge}
	 */
	boolean isRejected(@Nullable Complaint master) {
		return status() == ComplaintStatus.REJECTED
				|| (status() == ComplaintStatus.MERGED && master != null && master.isRejected(null));
	}

	/** Whether it is over because its reporter said so. */
	boolean isConfirmedByCitizen() {
		return this.ending != null && this.ending.isConfirmedByCitizen();
	}

	/**
	 * A coordinator looked at it after it was closed without anybody confirming; what was
	 * not well done is done again.
	 */
	void sample(boolean wellDone, WorkingCalendar calendar, Instant now) {
		Ending done = this.ending;
		if (done == null || !done.isUnconfirmed()) {
			throw new IllegalCaseChange(id(), status(), ComplaintStatus.CLOSED);
		}
		if (wellDone) {
			this.ending = done.sampled(now);
		}
		else {
			barDeciders(this);
			takeUpAgain(calendar, now);
			registerEvent(new ComplaintReopened(id(), Reopening.BY_STAFF, now));
		}
		note(Act.SAMPLED, Map.of("well-done", String.valueOf(wellDone)));
	}

	/** The outage it is the case of: its first, or one more soon after. */
	void openFor(UUID outage) {
		this.outageId = outage;
	}

	/**
	 * Whoever reports its outage meanwhile would be alone, and its end would answer
	 * nobody.
	 */
	private void requireNoOutage() {
		if (this.outageId != null) {
			throw new CaseRefused(Reason.OUTAGE);
		}
	}

	/** Its outage is over; it goes on as any other case. */
	void leaveOutage() {
		this.outageId = null;
	}

	/**
	 * It happened again soon after it was said to be done. That is no news to whoever
	 * works on it: they would get one each time a service flaps. Nor is it a reason to
	 * bar anybody.
	 */
	void happenAgain(UUID outage, WorkingCalendar calendar, Instant now) {
		openFor(outage);
		takeUpAgain(calendar, now);
	}

	String category() {
		return this.category;
	}

	@Nullable ComplaintId mergedInto() {
		@Nullable UUID master = (this.ending != null) ? this.ending.mergedInto() : null;
		return (master != null) ? new ComplaintId(master) : null;
	}

	@Nullable OutageId outage() {
		return (this.outageId != null) ? new OutageId(this.outageId) : null;
	}

	boolean isSealed() {
		return this.disclosure.isSealed();
	}

	Wording wording() {
		return this.disclosure.wording();
	}

	Secrecy secrecy() {
		return this.disclosure.secrecy();
	}

	boolean isAnonymous() {
		return secrecy().anonymous();
	}

	boolean isSupervisory() {
		return secrecy().supervisory();
	}

	boolean isPublished() {
		return this.disclosure.isPublished();
	}

	int reopened() {
		return this.reopened;
	}

}
