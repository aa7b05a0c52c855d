package id.tangerangkota.layanan.notification.complaint;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.CitizenReplied;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAnswered;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAssigned;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintExtended;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintHidden;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintMerged;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintOutageEnded;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRedacted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSplit;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintStarted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSubmitted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Reopening;
import id.tangerangkota.layanan.complaint.ComplaintsDue;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to complaints, in the transaction in which it does. */
@Component
class ComplaintHearing {

	private final Happenings happenings;

	private final CaseStaff staff;

	ComplaintHearing(Happenings happenings, CaseStaff staff) {
		this.happenings = happenings;
		this.staff = staff;
	}

	@EventListener
	void on(ComplaintEvent event) {
		switch (event) {
			case ComplaintSubmitted submitted -> on(submitted);
			case ComplaintAssigned assigned -> {
				note(HappeningKind.COMPLAINT_ASSIGNED, event, Map.of("agency", assigned.agency().code()));
				note(HappeningKind.CASE_ASSIGNED, event, Map.of("agency", assigned.agency().code()));
			}
			case ComplaintTaken taken ->
				note(HappeningKind.CASE_TAKEN, event, Map.of("officer", taken.officer().toString()));
			case ComplaintStarted started -> note(HappeningKind.COMPLAINT_STARTED, event, Map.of());
			case ComplaintAnswered answered -> on(answered);
			case CitizenReplied replied -> note(HappeningKind.CASE_REPLIED, event, Map.of());
			case ComplaintResolved resolved -> end(HappeningKind.COMPLAINT_RESOLVED, event, Map.of());
			case ComplaintClosed closed ->
				end(HappeningKind.COMPLAINT_CLOSED, event, Map.of("closing", closed.closing().name()));
			case ComplaintRejected rejected -> end(HappeningKind.COMPLAINT_REJECTED, event, Map.of());
			case ComplaintMerged merged ->
				note(HappeningKind.COMPLAINT_MERGED, event, Map.of("into", merged.into().toString()));
			case ComplaintSplit split ->
				note(HappeningKind.COMPLAINT_SPLIT, event, Map.of("from", split.from().toString()));
			case ComplaintReferred referred -> end(HappeningKind.COMPLAINT_REFERRED, event, Map.of());
			case ComplaintReopened reopened -> on(reopened);
			case ComplaintExtended extended -> note(HappeningKind.COMPLAINT_EXTENDED, event, Map.of());
			case ComplaintRedacted redacted -> note(HappeningKind.COMPLAINT_REDACTED, event, Map.of());
			case ComplaintHidden hidden -> note(HappeningKind.COMPLAINT_HIDDEN, event, Map.of());
			case ComplaintOutageEnded over -> note(HappeningKind.COMPLAINT_OUTAGE_ENDED, event,
					Map.of("start", over.start().toString(), "end", over.end().toString()));
		}
	}

	/** The portal itself and the LAKSA of before wait for no receipt. */
	private void on(ComplaintSubmitted event) {
		if (event.reachable() && event.channel() != Channel.OUTAGE && event.channel() != Channel.IMPORT) {
			note(HappeningKind.COMPLAINT_SUBMITTED, event, Map.of());
		}
	}

	private void on(ComplaintAnswered event) {
		if (event.question() && event.until() != null) {
			note(HappeningKind.COMPLAINT_ASKED, event, Map.of("until", event.until().toString()));
		}
		else {
			note(HappeningKind.COMPLAINT_ANSWERED, event, Map.of());
		}
	}

	/** Whoever reopened it knows; of a part only its reporter has to. */
	private void on(ComplaintReopened event) {
		if (event.why() != Reopening.WITH_MASTER) {
			note(HappeningKind.CASE_REOPENED, event, Map.of());
		}
		if (event.why() != Reopening.BY_REPORTER) {
			note(HappeningKind.COMPLAINT_REOPENED, event, Map.of());
		}
	}

	/** An end, of which also those hear who support it. */
	private void end(HappeningKind kind, ComplaintEvent event, Map<String, String> details) {
		note(kind, event, details);
		note(HappeningKind.SUPPORTED_ENDED, event, Map.of("end", kind.name()));
	}

	private void note(HappeningKind kind, ComplaintEvent event, Map<String, String> details) {
		this.happenings.note(kind, event.complaint().value(), details);
	}

	@EventListener
	void on(ComplaintsDue event) {
		AccountId officer = event.officer();
		AgencyId agency = event.agency();
		// Whoever left does not read it, and the cases wait for somebody else.
		boolean left = officer != null && !this.staff.works(officer, agency);
		Map<String, String> details = new HashMap<>();
		details.put("audience", (left ? Audience.AGENCY : event.audience()).name());
		details.put("halfway", Integer.toString(event.halfway()));
		details.put("near", Integer.toString(event.near()));
		details.put("overdue", Integer.toString(event.overdue()));
		if (agency != null) {
			details.put("agency", agency.code());
		}
		if (officer != null) {
			details.put("officer", officer.toString());
		}
		this.happenings.note(HappeningKind.CASES_DUE, UUID.randomUUID(), details);
	}

}
