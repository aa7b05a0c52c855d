package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Hands out cases to whoever may change them, one at a time, and stores them with what
 * stands beside them. Takes part in the transaction of its caller.
 */
@Component
class Cases {

	/**
	 * In which whoever locks many locks them: that of the database, which compares them
	 * by their digits.
	 */
	static final Comparator<ComplaintId> ORDER = Comparator.comparing(ComplaintId::toString);

	private final ComplaintRepository complaints;

	private final CaseSeal seal;

	private final Entries entries;

	private final ClockDecisions decisions;

	private final CaseWorkers workers;

	private final CurrentActor actor;

	private final PageChanges pages;

	Cases(ComplaintRepository complaints, CaseSeal seal, Entries entries, ClockDecisions decisions, CaseWorkers workers,
			CurrentActor actor, PageChanges pages) {
		this.complaints = complaints;
		this.seal = seal;
		this.entries = entries;
		this.decisions = decisions;
		this.workers = workers;
		this.actor = actor;
		this.pages = pages;
	}

	/** For somebody of the staff, as their page showed it. */
	Complaint open(Shown shown, Authority authority) {
		Complaint complaint = open(shown.complaint(), authority);
		if (complaint.version() != shown.version()) {
			throw new CaseRefused(Reason.CHANGED_MEANWHILE);
		}
		return complaint;
	}

	/** For somebody of the staff who changes nothing of it. */
	Complaint read(ComplaintId id, Authority authority) {
		return permitted(this.complaints.findById(id.value()).orElseThrow(NotFound::new), authority);
	}

	private Complaint open(ComplaintId id, Authority authority) {
		return permitted(lock(id), authority);
	}

	private Complaint permitted(Complaint complaint, Authority authority) {
		Actor by = this.actor.get();
		if (!CaseAccess.of(by).permits(complaint.agency(), complaint.isSupervisory())) {
			throw new NotFound();
		}
		if (!authority.isWith(by, complaint)) {
			throw new AccessDeniedException("Not for this role");
		}
		return complaint;
	}

	/**
	 * Both for somebody of the staff, the second by its number and as it is now. Whoever
	 * merges them the other way round waits instead of holding what is waited for.
	 */
	Complaint[] openBoth(Shown shown, TicketNumber ticket, Authority authority) {
		ComplaintId other = find(ticket);
		if (ORDER.compare(other, shown.complaint()) < 0) {
			lock(other);
		}
		return new Complaint[] { open(shown, authority), open(other, authority) };
	}

	private ComplaintId find(TicketNumber ticket) {
		return this.complaints.findIdByTicket(ticket.year(), ticket.number())
			.map(ComplaintId::new)
			.orElseThrow(() -> new CaseRefused(Reason.CANNOT_MERGE));
	}

	/** For whoever proved to have reported it, and for jobs. */
	Complaint lock(ComplaintId id) {
		Complaint complaint = this.complaints.lock(id.value()).orElseThrow(NotFound::new);
		this.decisions.before(complaint);
		return complaint;
	}

	/**
	 * What it goes on as a part of, null for none. Not locked: whoever has that one
	 * locked goes on to its parts.
	 */
	@Nullable Complaint master(Complaint part) {
		ComplaintId master = part.mergedInto();
		return (master != null) ? this.complaints.findById(master.value()).orElseThrow(NotFound::new) : null;
	}

	void save(Complaint complaint) {
		if (complaint.isRestarted() && !this.workers.isStillThere(complaint)) {
			complaint.release();
		}
		this.complaints.saveAndFlush(complaint);
		this.decisions.after(complaint);
		// Also of those nobody may see: one may just have been hidden, and counts change.
		this.pages.changed(PublicComplaints.PAGES);
	}

	EntryId write(Complaint complaint, Draft draft, Instant now) {
		return this.entries.write(complaint.id(), complaint.isSealed(), draft, now);
	}

	/**
	 * Whether the form these words stand in comes for the first time; the complaint is
	 * locked by the caller.
	 */
	boolean isFirst(Complaint complaint, CaseDesk.Words words, Instant now) {
		UUID form = words.form();
		return form == null || this.entries.claim(complaint.id(), form, now);
	}

	/** What somebody wrote, opened. */
	CaseWords words(Complaint complaint) {
		Wording wording = complaint.wording();
		String sealed = wording.sealed();
		return (sealed != null) ? this.seal.openWords(complaint.id(), sealed) : wording.opened();
	}

	/** Takes words out of what somebody wrote. What stood there is kept for audit. */
	void redact(Complaint complaint, String subject, String text, Instant now) {
		CaseWords before = words(complaint);
		CaseWords after = new CaseWords(CleanText.line(subject), CleanText.of(text), before.address(),
				before.latitude(), before.longitude());
		Redaction.require(before.subject(), after.subject());
		Redaction.require(before.text(), after.text());
		this.entries.keep(complaint.id(), null, before.subject() + "\n\n" + before.text(), now);
		complaint.reword(complaint.isSealed() ? sealed(complaint, after) : Wording.open(after));
	}

	/**
	 * Tells the reporter that something was taken out.
	 * @param details which entry or file, nothing for the words of the complaint itself
	 */
	void redacted(Complaint complaint, Map<String, String> details, Instant now) {
		complaint.touch(now);
		complaint.note(Act.REDACTED, details);
		write(complaint, Draft.of(EntryKind.REDACTED, Visibility.REPORTER), now);
	}

	/** Seals or opens what was written, after it became secret or is secret no more. */
	void keepSecret(Complaint complaint) {
		if (complaint.secrecy().isSealing() && !complaint.isSealed()) {
			complaint.reword(sealed(complaint, words(complaint)));
			this.entries.seal(complaint.id());
		}
		else if (!complaint.secrecy().isSealing() && complaint.isSealed()) {
			complaint.reword(Wording.open(words(complaint)));
		}
	}

	private Wording sealed(Complaint complaint, CaseWords words) {
		return Wording.sealed(this.seal.seal(complaint.id(), words));
	}

	AccountId me() {
		return this.actor.get().requireAccount();
	}

	Actor actor() {
		return this.actor.get();
	}

	/** Staff speak for no reporter, whatever code they have seen at the counter. */
	boolean isByStaff() {
		return this.actor.get().kind() == Actor.Kind.STAFF;
	}

	/** Who acts, if it is their case from now on. */
	@Nullable AccountId taker(Complaint complaint) {
		Actor by = this.actor.get();
		return (Authority.isAtItsAgency(by, complaint) || complaint.isSupervisory()) ? by.account() : null;
	}

}
