package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAssigned;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintMerged;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintStarted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.VerdictMoved;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A complaint on its way. {@link Intake} makes it; words arrive here sealed where they
 * have to be, and who reported it is not here at all.
 * <p>
 * Longer than a class should be: all that may happen to a complaint is one state machine,
 * and taken apart nobody could see that it is whole.
 */
@Entity
@DynamicUpdate
@Table(schema = "complaint", name = "complaint")
class Complaint extends AbstractAggregateRoot<Complaint> {

	@Id
	private UUID id;

	private int ticketYear;

	private long ticketNumber;

	@Enumerated(EnumType.STRING)
	private ComplaintKind kind;

	@Enumerated(EnumType.STRING)
	private Channel channel;

	@Enumerated(EnumType.STRING)
	private ComplaintStatus status;

	private String category;

	private @Nullable UUID serviceId;

	private @Nullable String subDistrict;

	private @Nullable String address;

	private @Nullable Double latitude;

	private @Nullable Double longitude;

	private @Nullable String subject;

	private @Nullable String body;

	private @Nullable String sealed;

	private boolean anonymous;

	private boolean confidential;

	private boolean supervisory;

	private boolean formal;

	private boolean extended;

	private @Nullable String agency;

	private @Nullable UUID officer;

	/** Decided when somebody was not content, so that others decide from then on. */
	@JdbcTypeCode(SqlTypes.ARRAY)
	private UUID[] barred = {};

	private @Nullable Instant publishedAt;

	private Instant receivedAt;

	private Instant changedAt;

	private Instant statusSince;

	@Embedded
	private CaseClocks clocks;

	private @Nullable Instant dueAt;

	private @Nullable Instant remindAt;

	private int reminded;

	private @Nullable Instant waitingUntil;

	@Enumerated(EnumType.STRING)
	private @Nullable ComplaintStatus waitingFrom;

	private @Nullable Instant closesAt;

	private @Nullable Instant reopenUntil;

	private @Nullable UUID resolvedBy;

	private @Nullable UUID confirmedBy;

	private @Nullable Instant resolvedAt;

	private @Nullable Instant closedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable Closing closing;

	private @Nullable Instant sampledAt;

	private int reopened;

	@Enumerated(EnumType.STRING)
	private @Nullable Rejection rejection;

	@Enumerated(EnumType.STRING)
	private @Nullable Referral referredTo;

	private @Nullable UUID mergedInto;

	private @Nullable UUID outageId;

	private int supporters;

	private @Nullable Integer rating;

	private @Nullable Boolean solved;

	private @Nullable Instant ratedAt;

	@ElementCollection
	@CollectionTable(schema = "complaint", name = "earlier_verdict", joinColumns = @JoinColumn(name = "complaint_id"))
	private Set<EarlierVerdict> earlierVerdicts = new HashSet<>();

	@Version
	private int version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Complaint() {
	}

	/** It is understood, and an agency gets it. */
	void verify(AgencyId to, ComplaintCategory under, boolean aboutConduct, WorkingCalendar calendar, Instant now) {
		if (this.status != ComplaintStatus.SUBMITTED) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.ASSIGNED);
		}
		move(ComplaintStatus.ASSIGNED, now);
		AgencyId from = agency();
		this.agency = to.code();
		this.category = under.code();
		this.supervisory = aboutConduct;
		if (under.sensitive()) {
			this.anonymous = true;
			this.confidential = true;
		}
		this.clocks.verified(Terms.resolve(under, aboutConduct, this.formal), calendar, to, now);
		wind(0, calendar);
		tell(new ComplaintAssigned(id(), to, (from != null && !from.equals(to)) ? from : null, now), Act.VERIFIED,
				Map.of("agency", to.code(), "category", under.code(), "supervisory", String.valueOf(aboutConduct)));
	}

	/** Another agency gets it; no clock moves, except by the other one's office hours. */
	void forward(AgencyId to, WorkingCalendar calendar, Instant now) {
		if (this.status != ComplaintStatus.ASSIGNED && this.status != ComplaintStatus.IN_PROGRESS) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.ASSIGNED);
		}
		AgencyId from = agency();
		move(ComplaintStatus.ASSIGNED, now);
		this.agency = to.code();
		this.officer = null;
		recount(calendar);
		tell(new ComplaintAssigned(id(), to, from, now), Act.FORWARDED,
				Map.of("agency", to.code(), "from", String.valueOf(from)));
	}

	/** It becomes the case of one officer, or of nobody. */
	void assign(@Nullable AccountId to, Instant now) {
		if (!this.status.isOpen()) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.ASSIGNED);
		}
		this.officer = (to != null) ? to.value() : null;
		if (to != null) {
			registerEvent(new ComplaintTaken(id(), to, now));
		}
		act(Act.ASSIGNED, (to != null) ? Map.of("officer", to.toString()) : Map.of());
	}

	/** The agency begins. */
	void start(@Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		move(ComplaintStatus.IN_PROGRESS, now);
		boolean first = this.clocks.started(now);
		if (by != null) {
			this.officer = by.value();
		}
		wind(first ? 0 : this.reminded, calendar);
		tell(new ComplaintStarted(id(), now), Act.STARTED, Map.of());
	}

	/** The citizen is asked something, and clocks stand still. */
	Instant ask(WorkingCalendar calendar, Instant now) {
		ComplaintStatus from = this.status;
		move(ComplaintStatus.WAITING_FOR_CITIZEN, now);
		Instant until = now.plus(Duration.ofDays(Terms.WAITING));
		this.waitingFrom = from;
		this.waitingUntil = until;
		wind(this.reminded, calendar);
		act(Act.ASKED, Map.of());
		return until;
	}

	/** The citizen answered, or it goes on without an answer. */
	void goOn(WorkingCalendar calendar, Instant now) {
		ComplaintStatus back = this.waitingFrom;
		Instant until = this.waitingUntil;
		if (this.status != ComplaintStatus.WAITING_FOR_CITIZEN || back == null || until == null) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.IN_PROGRESS);
		}
		Instant from = this.statusSince;
		// Whoever comes late to it must not stretch the pause.
		Instant to = now.isBefore(until) ? now : until;
		this.clocks.paused(from, to, calendar, agency());
		move(back, now);
		wind(this.reminded, calendar);
		act(Act.CONTINUED, Map.of());
	}

	/** Whoever worked on it says that it is done. */
	void resolve(@Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		requireNotBarred(by);
		move(ComplaintStatus.RESOLVED, now);
		this.clocks.solved(now);
		this.resolvedAt = now;
		this.resolvedBy = (by != null) ? by.value() : null;
		this.closesAt = calendar.due(now, Terms.SILENCE, agency()).dueAt();
		this.reopenUntil = this.closesAt;
		wind(0, calendar);
		tell(new ComplaintResolved(id(), now), Act.RESOLVED, Map.of());
	}

	/** Somebody else saw that it is done, or nobody said anything. */
	void close(Closing how, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		if (by != null && (by.equals(resolvedBy()) || by.equals(officer()))) {
			throw new CaseRefused(Reason.OWN_WORK);
		}
		requireNotBarred(by);
		move(ComplaintStatus.CLOSED, now);
		this.closing = how;
		this.confirmedBy = (by != null) ? by.value() : null;
		this.closedAt = now;
		this.reopenUntil = calendar.due(now, Terms.REOPEN, agency()).dueAt();
		tell(new ComplaintClosed(id(), how, now), (how == Closing.UNCONFIRMED) ? Act.CLOSED : Act.CONFIRMED,
				Map.of("closing", how.name()));
	}

	/** A coordinator saw that it is not done. The clock of the solution never stopped. */
	void sendBack(WorkingCalendar calendar, Instant now) {
		if (this.status != ComplaintStatus.RESOLVED) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.ASSIGNED);
		}
		barDeciders(this);
		move(ComplaintStatus.ASSIGNED, now);
		this.clocks.sentBack(calendar, agency(), now);
		forgetSolution();
		wind(0, calendar);
		registerEvent(new ComplaintReopened(id(), now));
		act(Act.SENT_BACK, Map.of());
	}

	/**
	 * The citizen is not content; whoever decided is out of it.
	 * @param master what it goes on as a part of, and is decided with; null for none
	 */
	void reopen(@Nullable Complaint master, WorkingCalendar calendar, Instant now) {
		if (isOver() && !isReopenable(now)) {
			throw new CaseRefused(Reason.TOO_LATE);
		}
		barDeciders((master != null) ? master : this);
		takeUpAgain(calendar, now);
		registerEvent(new ComplaintReopened(id(), now));
	}

	/** Somebody looked at it again: it was not done, however long ago. */
	private void takeUpAgain(WorkingCalendar calendar, Instant now) {
		boolean anew = this.status == ComplaintStatus.REJECTED || this.status == ComplaintStatus.MERGED;
		ComplaintStatus to = anew ? ComplaintStatus.SUBMITTED : ComplaintStatus.ASSIGNED;
		if (!isOver() || !this.status.next().contains(to)) {
			throw new IllegalCaseChange(id(), this.status, to);
		}
		move(to, now);
		if (anew) {
			this.rejection = null;
			this.mergedInto = null;
		}
		this.clocks.restarted(anew, calendar, agency(), now);
		forgetSolution();
		forgetVerdict();
		this.reopened++;
		wind(0, calendar);
		act(Act.REOPENED, Map.of());
	}

	private boolean isOver() {
		return switch (this.status) {
			case RESOLVED, CLOSED, REJECTED -> true;
			// As long as the other one is open, it is not over.
			case MERGED -> this.reopenUntil != null;
			default -> false;
		};
	}

	private void barDeciders(Complaint decided) {
		this.barred = Stream
			.of(Arrays.stream(this.barred), Arrays.stream(decided.barred), Stream.ofNullable(decided.resolvedBy),
					Stream.ofNullable(decided.confirmedBy))
			.flatMap(Function.identity())
			.distinct()
			.toArray(UUID[]::new);
		if (isBarred(officer())) {
			this.officer = null;
		}
	}

	private void forgetSolution() {
		this.resolvedAt = null;
		this.resolvedBy = null;
		this.confirmedBy = null;
		this.closing = null;
		this.closedAt = null;
		this.sampledAt = null;
	}

	/** Of the next end its reporter speaks anew; what they said of this one is kept. */
	private void forgetVerdict() {
		if (this.rating != null || this.solved != null) {
			this.earlierVerdicts.add(new EarlierVerdict(this.reopened, this.rating, this.solved, this.ratedAt));
		}
		this.rating = null;
		this.solved = null;
		this.ratedAt = null;
	}

	/** It is not taken up. */
	void reject(Rejection why, @Nullable AccountId by, WorkingCalendar calendar, Instant now) {
		requireNotBarred(by);
		move(ComplaintStatus.REJECTED, now);
		this.rejection = why;
		this.resolvedBy = (by != null) ? by.value() : null;
		this.reopenUntil = calendar.due(now, Terms.REOPEN, agency()).dueAt();
		wind(0, calendar);
		tell(new ComplaintRejected(id(), now), Act.REJECTED, Map.of("rejection", why.name()));
	}

	/** The citizen takes it back before anybody began. */
	void withdraw(WorkingCalendar calendar, Instant now) {
		if (this.status != ComplaintStatus.SUBMITTED && this.status != ComplaintStatus.ASSIGNED) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.REJECTED);
		}
		move(ComplaintStatus.REJECTED, now);
		this.rejection = Rejection.WITHDRAWN;
		wind(0, calendar);
		tell(new ComplaintRejected(id(), now), Act.WITHDRAWN, Map.of());
	}

	/** It goes on as part of another one. */
	void mergeInto(Complaint master, WorkingCalendar calendar, Instant now) {
		boolean possible = !master.equals(this) && master.status.isOpen() && !master.isSealed();
		if (!possible) {
			throw new CaseRefused(Reason.CANNOT_MERGE);
		}
		move(ComplaintStatus.MERGED, now);
		this.mergedInto = master.id;
		wind(0, calendar);
		tell(new ComplaintMerged(id(), master.id(), now), Act.MERGED, Map.of("into", master.id().toString()));
	}

	/** Whoever reported or supported the other says the same from now on. */
	void absorb(Complaint other, Instant now) {
		this.supporters += 1 + other.supporters;
		this.changedAt = now;
	}

	/** Somebody else decides. */
	void refer(Referral to, WorkingCalendar calendar, Instant now) {
		move(ComplaintStatus.REFERRED, now);
		this.referredTo = to;
		wind(0, calendar);
		tell(new ComplaintReferred(id(), now), Act.REFERRED, Map.of("to", to.name()));
	}

	/** Seven working days more for a formal request, once. */
	void extend(WorkingCalendar calendar, Instant now) {
		boolean running = this.status.isOpen() && this.status != ComplaintStatus.RESOLVED;
		if (!this.formal || this.extended || !running) {
			throw new CaseRefused(Reason.CANNOT_EXTEND);
		}
		this.extended = true;
		this.clocks.extended(Terms.EXTENSION, calendar, agency());
		this.changedAt = now;
		// More time: what was said at half of it comes again.
		wind(0, calendar);
		act(Act.EXTENDED, Map.of());
	}

	/** Counted again after the calendar changed or for another agency; never earlier. */
	void recount(WorkingCalendar calendar) {
		if (this.status == ComplaintStatus.RESOLVED && this.resolvedAt != null && this.closesAt != null) {
			Instant counted = calendar.due(this.resolvedAt, Terms.SILENCE, agency()).dueAt();
			this.closesAt = counted.isAfter(this.closesAt) ? counted : this.closesAt;
			this.reopenUntil = this.closesAt;
		}
		this.clocks.recounted(calendar, agency());
		wind(this.reminded, calendar);
	}

	/** Everybody may see it. */
	void publish(Instant now) {
		if (isSealed() || this.publishedAt != null) {
			return;
		}
		this.publishedAt = now;
		act(Act.PUBLISHED, Map.of());
	}

	/** Nobody but those concerned may see it any more. */
	void hide() {
		if (this.publishedAt != null) {
			this.publishedAt = null;
			act(Act.HIDDEN, Map.of());
		}
	}

	/** Words were taken out; they come sealed or open as they were. */
	void reword(@Nullable String newSubject, @Nullable String newBody, @Nullable String newSealed) {
		this.subject = newSubject;
		this.body = newBody;
		this.sealed = newSealed;
	}

	/** Only those concerned may read it from now on. */
	void seal(String words) {
		this.publishedAt = null;
		reword(null, null, words);
		this.address = null;
		this.latitude = null;
		this.longitude = null;
	}

	/** It need not be secret any more. */
	void unseal(CaseWords words) {
		reword(words.subject(), words.text(), null);
		this.address = words.address();
		this.latitude = words.latitude();
		this.longitude = words.longitude();
	}

	/** The name is hidden from now on. */
	void becomeAnonymous() {
		this.anonymous = true;
		act(Act.ANONYMISED, Map.of());
	}

	/** How good it was; the last word counts. */
	void rate(int stars, boolean isSolved, Instant now) {
		if (this.status.isOpen() && this.status != ComplaintStatus.RESOLVED) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.CLOSED);
		}
		this.rating = stars;
		this.solved = isSolved;
		said(now);
		act(Act.RATED, Map.of("rating", String.valueOf(stars), "solved", String.valueOf(isSolved)));
	}

	/** What its reporter said in a survey; the day is enough to count it. */
	void judge(@Nullable Integer stars, @Nullable Boolean isSolved, Instant now) {
		if (stars != null) {
			this.rating = stars;
		}
		if (isSolved != null) {
			this.solved = isSolved;
		}
		if (stars != null || isSolved != null) {
			said(PageClock.start(PageClock.day(now)));
		}
	}

	/** What is said again counts on the new day, and no longer on the old one. */
	private void said(Instant at) {
		if (this.ratedAt != null && !PageClock.day(this.ratedAt).equals(PageClock.day(at))) {
			registerEvent(new VerdictMoved(id(), PageClock.day(this.ratedAt)));
		}
		this.ratedAt = at;
	}

	/**
	 * Whether its reporter is asked how it was: not by the way, nor of what they took
	 * back.
	 */
	boolean isToJudge() {
		return this.status == ComplaintStatus.CLOSED
				|| (this.status == ComplaintStatus.REJECTED && this.rejection != Rejection.WITHDRAWN);
	}

	/**
	 * A coordinator looked at it after it was closed without anybody confirming; what was
	 * not well done is done again.
	 */
	void sample(boolean wellDone, WorkingCalendar calendar, Instant now) {
		if (this.closing != Closing.UNCONFIRMED) {
			throw new IllegalCaseChange(id(), this.status, ComplaintStatus.CLOSED);
		}
		if (!wellDone) {
			barDeciders(this);
			takeUpAgain(calendar, now);
			registerEvent(new ComplaintReopened(id(), now));
		}
		this.sampledAt = now;
		act(Act.SAMPLED, Map.of("well-done", String.valueOf(wellDone)));
	}

	/** The citizen can see something new. */
	void touch(Instant now) {
		this.changedAt = now;
	}

	/** The outage it is the case of: its first, or one more soon after. */
	void openFor(UUID outage) {
		this.outageId = outage;
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

	private void requireNotBarred(@Nullable AccountId by) {
		if (isBarred(by)) {
			throw new CaseRefused(Reason.BARRED);
		}
	}

	private boolean isBarred(@Nullable AccountId account) {
		return account != null && Arrays.asList(this.barred).contains(account.value());
	}

	private void move(ComplaintStatus to, Instant now) {
		if (!this.status.next().contains(to)) {
			throw new IllegalCaseChange(id(), this.status, to);
		}
		this.status = to;
		this.statusSince = now;
		this.changedAt = now;
		this.waitingFrom = null;
		this.waitingUntil = null;
		this.closesAt = null;
		this.reopenUntil = null;
	}

	/**
	 * Sets the deadline that is shown and when somebody is reminded next.
	 * @param step at which somebody was reminded last
	 */
	private void wind(int step, WorkingCalendar calendar) {
		@Nullable Deadline running = running();
		this.dueAt = (running != null) ? running.dueAt() : null;
		this.reminded = step;
		this.remindAt = (running != null && this.status != ComplaintStatus.WAITING_FOR_CITIZEN)
				? Reminding.next(step, running, calendar, agency()) : null;
	}

	/** The deadline that comes next, null when no clock runs. */
	@Nullable Deadline running() {
		return this.clocks.next(this.status, this.statusSince);
	}

	private void tell(ComplaintEvent event, Act act, Map<String, String> details) {
		registerEvent(event);
		act(act, details);
	}

	private void act(Act act, Map<String, String> details) {
		Map<String, String> all = new HashMap<>(details);
		all.put("status", this.status.name());
		registerEvent(ComplaintAct.of(act, id(), all));
	}

	/** Something was done that changes nothing here. */
	void note(Act act, Map<String, String> details) {
		act(act, details);
	}

	ComplaintId id() {
		return new ComplaintId(this.id);
	}

	TicketNumber ticket() {
		return new TicketNumber(this.ticketYear, this.ticketNumber);
	}

	ComplaintKind kind() {
		return this.kind;
	}

	ComplaintStatus status() {
		return this.status;
	}

	String category() {
		return this.category;
	}

	@Nullable AgencyId agency() {
		return (this.agency != null) ? new AgencyId(this.agency) : null;
	}

	@Nullable ServiceId service() {
		return (this.serviceId != null) ? new ServiceId(this.serviceId) : null;
	}

	@Nullable RegionCode subDistrict() {
		return (this.subDistrict != null) ? new RegionCode(this.subDistrict) : null;
	}

	Channel channel() {
		return this.channel;
	}

	@Nullable AccountId officer() {
		return (this.officer != null) ? new AccountId(this.officer) : null;
	}

	@Nullable AccountId resolvedBy() {
		return (this.resolvedBy != null) ? new AccountId(this.resolvedBy) : null;
	}

	@Nullable ComplaintId mergedInto() {
		return (this.mergedInto != null) ? new ComplaintId(this.mergedInto) : null;
	}

	boolean isSealed() {
		return this.sealed != null;
	}

	@Nullable String sealed() {
		return this.sealed;
	}

	/** What stands open, null where it is sealed. */
	@Nullable CaseWords words() {
		return (this.subject != null && this.body != null)
				? new CaseWords(this.subject, this.body, this.address, this.latitude, this.longitude) : null;
	}

	boolean isAnonymous() {
		return this.anonymous;
	}

	boolean isConfidential() {
		return this.confidential;
	}

	boolean isSupervisory() {
		return this.supervisory;
	}

	/** Whether it has to be sealed. */
	boolean isSecret() {
		return this.confidential || this.supervisory;
	}

	boolean isPublished() {
		return this.publishedAt != null;
	}

	/** Whether the citizen can still reopen it. */
	boolean isReopenable(Instant now) {
		return this.reopenUntil != null && !now.isAfter(this.reopenUntil);
	}

	int reopened() {
		return this.reopened;
	}

	CaseClocks clocks() {
		return this.clocks;
	}

	@Nullable Instant dueAt() {
		return this.dueAt;
	}

	@Nullable Instant remindAt() {
		return this.remindAt;
	}

	int reminded() {
		return this.reminded;
	}

	/** Whether it is time to close it, because nobody said anything. */
	boolean isSilent(Instant now) {
		return this.status == ComplaintStatus.RESOLVED && this.closesAt != null && now.isAfter(this.closesAt);
	}

	/** Whether the citizen was waited for long enough. */
	boolean isWaitedFor(Instant now) {
		return this.waitingUntil != null && now.isAfter(this.waitingUntil);
	}

	@Nullable Instant closesAt() {
		return this.closesAt;
	}

	int version() {
		return this.version;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Complaint complaint && this.id.equals(complaint.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
