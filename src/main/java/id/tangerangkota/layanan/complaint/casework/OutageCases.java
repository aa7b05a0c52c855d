package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintOutageEnded;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.Language;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one case of an outage: complaints about it go on as part of it, and its end answers
 * them all. A service that goes down again soon has no second one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OutageCases {

	private static final Duration MOMENT = Duration.ofMillis(1);

	private final Cases cases;

	private final Merging merging;

	private final Custody custody;

	private final Intake intake;

	private final ComplaintCategories categories;

	private final AvailabilityReport report;

	private final WorkingCalendar calendar;

	private final OutageRegister register;

	private final ApplicationEventPublisher events;

	OutageCases(Cases cases, Merging merging, Custody custody, Intake intake, ComplaintCategories categories,
			AvailabilityReport report, WorkingCalendar calendar, OutageRegister register,
			ApplicationEventPublisher events) {
		this.cases = cases;
		this.merging = merging;
		this.custody = custody;
		this.intake = intake;
		this.categories = categories;
		this.report = report;
		this.calendar = calendar;
		this.register = register;
		this.events = events;
	}

	/**
	 * What is to be opened.
	 *
	 * @param agency whose case it is
	 * @param again what is said where it is the case of an earlier outage, too
	 * @param everybody whether everybody may see it
	 */
	public record Opening(OutageId outage, ServiceId service, Instant start, AgencyId agency, String subject,
			String text, String again, boolean everybody) {

	}

	/** From when to when a service could not be opened, as it was measured. */
	public record Episode(Instant start, Instant end) {

		/** Whether a report that came then can be about it. */
		boolean concerns(Instant received) {
			return !received.isBefore(this.start);
		}

	}

	/**
	 * Opens the case of an outage and takes in what was reported since it began: also
	 * what is being filed at this moment, which is waited for.
	 */
	public void open(Opening opening, Instant now) {
		this.register.alone(opening.service());
		Complaint master = this.register.recent(opening.service(), now)
			.map((id) -> again(id, opening, now))
			.orElseGet(() -> first(opening, now));
		for (ComplaintId early : this.register.reportedSince(opening.service(), opening.start())) {
			attach(early, master, now);
		}
	}

	private Complaint first(Opening opening, Instant now) {
		ComplaintCategory category = this.categories.find(ComplaintCategories.DIGITAL_SERVICE).orElseThrow();
		// No key that is known: whoever has it has the receipt, and everybody knows the
		// outage.
		Submission submission = new Submission(UUID.randomUUID(), Channel.OUTAGE, ComplaintKind.COMPLAINT,
				category.code(), opening.service(), null, opening.subject(), opening.text(), false, false, false,
				Reporter.nobody(Language.INDONESIAN), null, null);
		ComplaintId id = ComplaintId.random();
		this.intake.take(id, submission, category, 0, null, now).orElseThrow();
		Complaint master = this.cases.lock(id);
		master.openFor(opening.outage().value());
		master.verify(opening.agency(), category, false, this.calendar, now);
		if (opening.everybody()) {
			master.publish(now);
		}
		this.custody.handOver(id, opening.agency(), now);
		this.cases.write(master, Draft.of(EntryKind.VERIFIED, Visibility.PUBLIC, opening.agency().code()), now);
		this.cases.save(master);
		return master;
	}

	private Complaint again(ComplaintId id, Opening opening, Instant now) {
		Complaint master = this.cases.lock(id);
		if (master.status().isOpen() && master.status() != ComplaintStatus.RESOLVED) {
			master.openFor(opening.outage().value());
		}
		else {
			master.happenAgain(opening.outage().value(), this.calendar, now);
			this.cases.write(master, Draft.of(EntryKind.OUTAGE_AGAIN, Visibility.PUBLIC).with(opening.again()), now);
		}
		this.cases.save(master);
		this.merging.goOn(id);
		return master;
	}

	/** Whether anybody reported the service since the outage began. */
	public boolean isReported(ServiceId service, Instant start) {
		return !this.register.reportedSince(service, start).isEmpty();
	}

	/**
	 * Lets a new complaint go on as part of the case of its service's outage, as long as
	 * that lasts: what is wrong afterwards is something else.
	 * @return whether there is such a case
	 */
	public boolean attach(ComplaintId complaint, ServiceId service, Instant now) {
		this.register.together(service);
		return this.register.unfinished(service)
			.map(this.cases::lock)
			// It may have ended while its turn was waited for.
			.filter((found) -> found.status().isOpen() && found.status() != ComplaintStatus.RESOLVED)
			.filter((found) -> lasts(found, now))
			.map((found) -> {
				attach(complaint, found, now);
				return true;
			})
			.orElse(false);
	}

	/** Whether a service has the case of an outage that nobody is done with. */
	public boolean isOpen(ServiceId service) {
		return this.register.unfinished(service).isPresent();
	}

	private void attach(ComplaintId complaint, Complaint master, Instant now) {
		this.merging.merge(this.cases.lock(complaint), master, null, now);
	}

	private boolean lasts(Complaint master, Instant now) {
		ServiceId service = master.filed().service();
		return service != null && this.report.outages(service, now, now.plus(MOMENT))
			.stream()
			.anyMatch((outage) -> outage.isOpen() && outage.id().equals(master.outage()));
	}

	/** How often the case of an outage was opened again, nothing when it has none. */
	public Optional<Integer> reopened(OutageId outage) {
		return this.register.find(outage).map((id) -> this.cases.lock(id).reopened());
	}

	/** Which agency has the case of an outage. */
	public Optional<AgencyId> agency(OutageId outage) {
		return this.register.find(outage).map((id) -> this.cases.lock(id).agency());
	}

	/**
	 * When the case of an outage was answered last, or opened: later ends are news.
	 */
	public Instant answered(OutageId outage) {
		ComplaintId id = this.register.find(outage).orElseThrow();
		return this.register.answered(id).orElseGet(() -> this.cases.lock(id).filed().receivedAt());
	}

	/**
	 * The outage is over: answers all who reported it and asks whether it works again.
	 * Whoever was answered before is not asked again about what they did not report.
	 * @param episodes the last one first
	 * @param text the answer
	 */
	public void end(OutageId outage, List<Episode> episodes, String text, Instant now) {
		this.register.find(outage).ifPresent((id) -> {
			Complaint master = this.cases.lock(id);
			List<OutageRegister.Waiting> waiting = this.register.waiting(id);
			this.cases.write(master, Draft.of(EntryKind.OUTAGE_ENDED, Visibility.PUBLIC).with(text), now);
			resolve(master, now);
			this.cases.save(master);
			publish(id, episodes.getFirst(), now);
			waiting.forEach((part) -> publish(part.complaint(), part.of(episodes), now));
		});
	}

	private void publish(ComplaintId complaint, Episode episode, Instant now) {
		this.events.publishEvent(new ComplaintOutageEnded(complaint, episode.start(), episode.end(), now));
	}

	/**
	 * The outage is over, but nobody will know whether the service works: its case goes
	 * on as any other, and so do its parts.
	 */
	public void leave(OutageId outage, Instant now) {
		this.register.find(outage).ifPresent((id) -> {
			Complaint master = this.cases.lock(id);
			master.leaveOutage();
			this.cases.save(master);
			if (master.status() == ComplaintStatus.RESOLVED || master.status() == ComplaintStatus.CLOSED) {
				// They waited for the end of the outage.
				this.merging.parts(id).forEach((part) -> this.events.publishEvent(new ComplaintResolved(part, now)));
			}
		});
	}

	/** Whoever takes a case up again after its outage ended waits for no other end. */
	void leaveEnded(Complaint master, Instant now) {
		if (!lasts(master, now)) {
			master.leaveOutage();
		}
	}

	/** Unless the staff did so before. */
	private void resolve(Complaint master, Instant now) {
		if (master.status() == ComplaintStatus.WAITING_FOR_CITIZEN) {
			master.goOn(this.calendar, now);
		}
		if (master.status() == ComplaintStatus.ASSIGNED) {
			master.start(null, this.calendar, now);
		}
		if (master.status() == ComplaintStatus.IN_PROGRESS) {
			master.resolve(null, this.calendar, now);
		}
	}

}
