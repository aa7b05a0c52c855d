package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAnswered;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRedacted;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the staff do about complaints. Every verb asks {@link CaseAccess} whether the
 * current actor may, and answers {@code NotFound} where not even reading is allowed, or
 * {@link AccessDeniedException} where reading is all. Each takes the version of the case
 * its page showed and is refused ({@link CaseRefused.Reason#CHANGED_MEANWHILE}) when
 * somebody else was faster. What cannot follow throws {@link IllegalCaseChange}.
 */
@Service
@Transactional
public class CaseDesk {

	private final Cases cases;

	private final Entries entries;

	private final Custody custody;

	private final Reporters reporters;

	private final Merging merging;

	private final Splitting splitting;

	private final CaseWorkers workers;

	private final OutageCases outages;

	private final ComplaintCategories categories;

	private final WorkingCalendar calendar;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CaseDesk(Cases cases, Entries entries, Custody custody, Reporters reporters, Merging merging, Splitting splitting,
			CaseWorkers workers, OutageCases outages, ComplaintCategories categories, WorkingCalendar calendar,
			ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.entries = entries;
		this.custody = custody;
		this.reporters = reporters;
		this.merging = merging;
		this.splitting = splitting;
		this.workers = workers;
		this.outages = outages;
		this.categories = categories;
		this.calendar = calendar;
		this.events = events;
		this.clock = clock;
	}

	/** A case as a page showed it. */
	public record Shown(ComplaintId complaint, int version) {
	}

	/**
	 * What somebody writes.
	 *
	 * @param photos what was uploaded with it, null for none; before and after photos are
	 * told apart by the entry they hang on
	 * @param form key of the form it stands in, which counts once; null for none
	 */
	public record Words(String text, @Nullable AttachmentOwner photos, @Nullable UUID form) {
	}

	/**
	 * The coordinator (for the conduct of officials: the inspector) understood it: who is
	 * in charge, under what category, and that everybody may read it unless it is secret.
	 * @param publish false keeps it among the staff though it is not secret
	 */
	public void verify(Shown shown, AgencyId agency, String category, boolean supervisory, boolean publish) {
		this.workers.require(agency);
		ComplaintCategory under = this.categories.find(category)
			.orElseThrow(() -> new SubmissionRefused(SubmissionRefused.Reason.UNKNOWN_CATEGORY));
		change(shown, Authority.CHARGE,
				(complaint, now) -> verify(complaint, agency, under, supervisory || under.supervisory(), publish, now));
	}

	/**
	 * Hands many over at once, under the category each was filed with. Nobody has read
	 * them, so they stay among the staff until somebody did.
	 * @return how many; those that changed meanwhile are left
	 */
	public int verifyAll(List<Shown> shown, AgencyId agency) {
		this.workers.require(agency);
		return forEach(shown, (one) -> change(one, Authority.CHARGE, (complaint, now) -> verify(complaint, agency,
				this.categories.find(complaint.category()).orElseThrow(), complaint.isSupervisory(), false, now)));
	}

	/**
	 * Makes it the case of one officer of its agency, null for of nobody. Officers take
	 * it themselves; giving it to others is for their head.
	 */
	public void assign(Shown shown, @Nullable AccountId officer) {
		boolean others = officer != null && !officer.equals(this.cases.me());
		change(shown, others ? Authority.LEAD : Authority.WORK, (complaint, now) -> {
			if (officer != null) {
				this.workers.require(officer, complaint);
			}
			complaint.assign(officer, now);
			Draft entry = Draft.of(EntryKind.ASSIGNED, Visibility.STAFF);
			this.cases.write(complaint,
					(officer != null) ? Draft.of(EntryKind.ASSIGNED, Visibility.STAFF, officer.toString()) : entry,
					now);
		});
	}

	/** As {@link #assign}, many at once. */
	public int assignAll(List<Shown> shown, AccountId officer) {
		return forEach(shown, (one) -> assign(one, officer));
	}

	/**
	 * To another agency; the clock goes on.
	 * @param reason for the staff to read
	 */
	public void forward(Shown shown, AgencyId agency, String reason) {
		this.workers.require(agency);
		change(shown, Authority.WORK, (complaint, now) -> {
			if (agency.equals(complaint.agency())) {
				throw new CaseRefused(Reason.UNKNOWN_AGENCY);
			}
			complaint.forward(agency, this.calendar, now);
			this.custody.handOver(complaint.id(), agency, now);
			this.cases.write(complaint, Draft.of(EntryKind.FORWARDED, Visibility.PUBLIC, agency.code()), now);
			this.cases.write(complaint, Draft.of(EntryKind.NOTE, Visibility.STAFF).with(reason), now);
		});
	}

	/** The agency begins; the officer who says so takes the case. */
	public void start(Shown shown) {
		change(shown, Authority.WORK, this::start);
	}

	/** Something for the citizen, and for everybody where it is public. */
	public void answer(Shown shown, Words words, boolean onlyReporter) {
		change(shown, Authority.WORK, (complaint, now) -> {
			requireOpen(complaint);
			EntryId entry = this.cases.write(complaint,
					Draft.of(EntryKind.ANSWERED, onlyReporter ? Visibility.REPORTER : Visibility.PUBLIC).with(words),
					now);
			complaint.touch(now);
			complaint.note(Act.ANSWERED, Map.of("entry", entry.toString()));
			this.events.publishEvent(new ComplaintAnswered(complaint.id(), false, null, now));
		});
	}

	/** Something for the staff. */
	public void note(Shown shown, Words words) {
		change(shown, Authority.WORK, (complaint, now) -> {
			if (!this.cases.isFirst(complaint, words, now)) {
				return;
			}
			EntryId entry = this.cases.write(complaint, Draft.of(EntryKind.NOTE, Visibility.STAFF).with(words), now);
			complaint.note(Act.NOTED, Map.of("entry", entry.toString()));
		});
	}

	/** Something the citizen is to answer; clocks stand still until then. */
	public void ask(Shown shown, String question) {
		change(shown, Authority.WORK, (complaint, now) -> {
			Instant until = complaint.ask(this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.ASKED, Visibility.REPORTER).with(question), now);
			this.events.publishEvent(new ComplaintAnswered(complaint.id(), true, until, now));
		});
	}

	/** The clock goes on though the citizen did not answer. */
	public void goOn(Shown shown) {
		change(shown, Authority.WORK, (complaint, now) -> {
			complaint.goOn(this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.CONTINUED, Visibility.REPORTER), now);
		});
	}

	/** The work is done. */
	public void resolve(Shown shown, Words words) {
		change(shown, Authority.WORK, (complaint, now) -> {
			if (complaint.status() == ComplaintStatus.ASSIGNED) {
				// Done before anybody said that they began.
				start(complaint, now);
			}
			complaint.resolve(this.cases.me(), this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.RESOLVED, Visibility.PUBLIC).with(words), now);
		});
	}

	/** A coordinator who did not do the work saw that it is done. */
	public void confirm(Shown shown) {
		change(shown, Authority.CHARGE, (complaint, now) -> {
			complaint.close(Closing.CONFIRMED_BY_COORDINATOR, this.cases.me(), this.calendar, now);
			this.cases.write(complaint,
					Draft.of(EntryKind.CONFIRMED, Visibility.PUBLIC, Entries.role(this.cases.actor())), now);
		});
	}

	/** A coordinator saw that it is not done. */
	public void sendBack(Shown shown, String reason) {
		change(shown, Authority.CHARGE, (complaint, now) -> {
			complaint.sendBack(this.calendar, now);
			this.outages.leaveEnded(complaint, now);
			this.cases.write(complaint, Draft.of(EntryKind.SENT_BACK, Visibility.REPORTER).with(reason), now);
		});
	}

	public void reject(Shown shown, Rejection rejection, String text) {
		change(shown, Authority.WORK, (complaint, now) -> {
			complaint.reject(rejection, this.cases.me(), this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.REJECTED, Visibility.REPORTER, rejection.name()).with(text),
					now);
		});
	}

	/** It goes on as part of another one. */
	public void merge(Shown shown, TicketNumber into) {
		Complaint[] both = this.cases.openBoth(shown, into, Authority.WORK);
		Instant now = this.clock.instant();
		this.merging.merge(both[0], both[1], this.cases.me(), now);
	}

	/**
	 * Something else in it becomes a complaint of its own, of the same reporter.
	 * @return the new one
	 */
	public TicketNumber split(Shown shown, String subject, String text, String category) {
		ComplaintCategory under = this.categories.find(category)
			.orElseThrow(() -> new SubmissionRefused(SubmissionRefused.Reason.UNKNOWN_CATEGORY));
		Complaint complaint = this.cases.open(shown, Authority.WORK);
		requireOpen(complaint);
		Instant now = this.clock.instant();
		TicketNumber ticket = this.splitting.split(complaint, subject, text, under, now);
		complaint.touch(now);
		this.cases.save(complaint);
		return ticket;
	}

	public void refer(Shown shown, Referral to, String text) {
		change(shown, Authority.WORK, (complaint, now) -> {
			complaint.refer(to, this.cases.me(), this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.REFERRED, Visibility.PUBLIC, to.name()).with(text), now);
		});
	}

	/** Seven working days more for a formal request for information, once. */
	public void extend(Shown shown, String reason) {
		change(shown, Authority.WORK, (complaint, now) -> {
			complaint.extend(this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.EXTENDED, Visibility.PUBLIC).with(reason), now);
		});
	}

	/** Takes words out of what was written; what stood there is kept for audit. */
	public void redact(Shown shown, @Nullable EntryId entry, String subject, String text) {
		change(shown, Authority.WORK, (complaint, now) -> {
			if (entry != null) {
				this.entries.keep(complaint.id(), entry, this.entries.redact(complaint.id(), entry, text), now);
			}
			else {
				this.cases.redact(complaint, subject, text, now);
			}
			this.cases.redacted(complaint, (entry != null) ? Map.of("entry", entry.toString()) : Map.of(), now);
			this.events.publishEvent(new ComplaintRedacted(complaint.id(), now));
		});
	}

	/**
	 * Parts of a photo were covered, or a photo or document was taken out: to be called
	 * in the transaction in which that happens.
	 */
	public void redact(Shown shown, AttachmentId file) {
		change(shown, Authority.WORK, (complaint, now) -> {
			this.cases.redacted(complaint, Map.of("photo", file.toString()), now);
			this.events.publishEvent(new ComplaintRedacted(complaint.id(), now));
		});
	}

	/** Shows it to everybody, or no more. */
	public void publish(Shown shown, boolean everybody) {
		change(shown, Authority.CHARGE, (complaint, now) -> {
			if (everybody) {
				complaint.publish(now);
			}
			else {
				complaint.hide(now);
			}
			this.cases.write(complaint, Draft.of(everybody ? EntryKind.PUBLISHED : EntryKind.HIDDEN, Visibility.STAFF),
					now);
		});
	}

	/** A coordinator looked at one that was closed without anybody confirming. */
	public void sample(Shown shown, boolean wellDone, String note) {
		change(shown, Authority.CHARGE, (complaint, now) -> {
			complaint.sample(wellDone, this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.SAMPLED, Visibility.STAFF, wellDone ? "GOOD" : "BAD")
				.with(note.isBlank() ? null : note), now);
			if (!wellDone) {
				this.outages.leaveEnded(complaint, now);
				this.cases.write(complaint, Draft.of(EntryKind.SENT_BACK, Visibility.REPORTER), now);
			}
		});
	}

	private void change(Shown shown, Authority authority, BiConsumer<Complaint, Instant> verb) {
		Complaint complaint = this.cases.open(shown, authority);
		verb.accept(complaint, this.clock.instant());
		this.cases.save(complaint);
	}

	/**
	 * Those that changed meanwhile or cannot go there stay as they are. In the order of
	 * all who lock many, so that nobody holds what another waits for.
	 */
	private static int forEach(List<Shown> shown, Consumer<Shown> verb) {
		int done = 0;
		for (Shown one : shown.stream().sorted(Comparator.comparing(Shown::complaint, Cases.ORDER)).toList()) {
			try {
				verb.accept(one);
				done++;
			}
			catch (CaseRefused | IllegalCaseChange | NotFound | AccessDeniedException ex) {
				// Thrown before anything was changed; the caller sees that some are left.
				continue;
			}
		}
		return done;
	}

	private void verify(Complaint complaint, AgencyId agency, ComplaintCategory under, boolean supervisory,
			boolean publish, Instant now) {
		complaint.verify(agency, under, supervisory, this.calendar, now);
		this.cases.keepSecret(complaint);
		if (complaint.isAnonymous()) {
			this.reporters.hide(complaint.id());
		}
		if (publish) {
			complaint.publish(now);
		}
		this.custody.handOver(complaint.id(), agency, now);
		this.cases.write(complaint, Draft.of(EntryKind.VERIFIED, Visibility.PUBLIC, agency.code()), now);
	}

	private void start(Complaint complaint, Instant now) {
		complaint.start(this.cases.taker(complaint), this.calendar, now);
		this.cases.write(complaint, Draft.of(EntryKind.STARTED, Visibility.PUBLIC), now);
	}

	private static void requireOpen(Complaint complaint) {
		if (!complaint.status().isOpen()) {
			throw new IllegalCaseChange(complaint.id(), complaint.status(), complaint.status());
		}
	}

}
