package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSplit;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets something else in a complaint become one of its own, of the same reporter and
 * about the same place. It is solved in the time of the whole, and opens with the same
 * code. What is split off a report about the conduct of officials stays with those who
 * see that until they verified it.
 */
@Component
class Splitting {

	private final Cases cases;

	private final Entries entries;

	private final Reporters reporters;

	private final Intake intake;

	private final WorkingCalendar calendar;

	private final ApplicationEventPublisher events;

	Splitting(Cases cases, Entries entries, Reporters reporters, Intake intake, WorkingCalendar calendar,
			ApplicationEventPublisher events) {
		this.cases = cases;
		this.entries = entries;
		this.reporters = reporters;
		this.intake = intake;
		this.calendar = calendar;
		this.events = events;
	}

	/**
	 * Splits.
	 * @param subject of the new one
	 * @param text of the new one
	 * @return the new one
	 */
	TicketNumber split(Complaint complaint, String subject, String text, ComplaintCategory under, Instant now) {
		CaseReporter reporter = this.reporters.of(complaint.id())
			.orElseGet(() -> CaseReporter.of(Reporter.nobody(Language.INDONESIAN), TrackingCode.random()));
		Filed filed = complaint.filed();
		Submission submission = new Submission(UUID.randomUUID(), channel(filed), filed.kind(), under.code(),
				filed.service(), place(complaint), subject, text, complaint.isAnonymous(),
				complaint.secrecy().confidential(), filed.formal(), reporter.reporter(), null, null);
		// Whoever has the code of what nobody handed in was not given it.
		TrackingCode code = (submission.channel() == filed.channel()) ? reporter.code() : TrackingCode.random();
		ComplaintId id = ComplaintId.random();
		FirstClocks clocks = FirstClocks.outOf(complaint.clocks(), under, filed.formal(), this.calendar, now);
		TicketNumber ticket = this.intake.takeOut(id, submission, under,
				complaint.isSupervisory() || under.supervisory(), code, clocks, filed.receivedAt(), now);
		this.entries.write(id, false,
				Draft.of(EntryKind.SPLIT_FROM, Visibility.REPORTER, complaint.ticket().toString()), now);
		this.events.publishEvent(new ComplaintSplit(id, complaint.id(), now));
		complaint.note(Act.SPLIT, Map.of());
		this.cases.write(complaint, Draft.of(EntryKind.SPLIT, Visibility.REPORTER, ticket.toString()), now);
		return ticket;
	}

	/** The staff made it: it is no case of the portal itself, and news to everybody. */
	private static Channel channel(Filed filed) {
		return switch (filed.channel()) {
			case OUTAGE, IMPORT -> Channel.COUNTER;
			case WEB, COUNTER, OPEN311 -> filed.channel();
		};
	}

	private @Nullable ComplaintPlace place(Complaint complaint) {
		CaseWords words = this.cases.words(complaint);
		boolean located = complaint.filed().kelurahan() != null || words.address() != null || words.latitude() != null;
		return located ? new ComplaintPlace(complaint.filed().kelurahan(), words.address(), words.latitude(),
				words.longitude()) : null;
	}

}
