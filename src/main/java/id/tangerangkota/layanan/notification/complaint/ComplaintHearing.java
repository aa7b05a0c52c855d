package id.tangerangkota.layanan.notification.complaint;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.CitizenReplied;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAnswered;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintAssigned;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintMerged;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintOutageEnded;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintStarted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSubmitted;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintsDue;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to complaints, in the transaction in which it does. */
@Component
class ComplaintHearing {

	private final Happenings happenings;

	ComplaintHearing(Happenings happenings) {
		this.happenings = happenings;
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
			case ComplaintResolved resolved -> note(HappeningKind.COMPLAINT_RESOLVED, event, Map.of());
			case ComplaintClosed closed ->
				note(HappeningKind.COMPLAINT_CLOSED, event, Map.of("closing", closed.closing().name()));
			case ComplaintRejected rejected -> note(HappeningKind.COMPLAINT_REJECTED, event, Map.of());
			case ComplaintMerged merged ->
				note(HappeningKind.COMPLAINT_MERGED, event, Map.of("into", merged.into().toString()));
			case ComplaintReferred referred -> note(HappeningKind.COMPLAINT_REFERRED, event, Map.of());
			case ComplaintReopened reopened -> note(HappeningKind.CASE_REOPENED, event, Map.of());
			case ComplaintOutageEnded over -> note(HappeningKind.COMPLAINT_OUTAGE_ENDED, event,
					Map.of("start", over.start().toString(), "end", over.end().toString()));
		}
	}

	/** The portal itself and the LAKSA of before wait for no receipt. */
	private void on(ComplaintSubmitted event) {
		if (event.channel() != Channel.OUTAGE && event.channel() != Channel.IMPORT) {
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

	private void note(HappeningKind kind, ComplaintEvent event, Map<String, String> details) {
		this.happenings.note(kind, event.complaint().value(), details);
	}

	@EventListener
	void on(ComplaintsDue event) {
		Map<String, String> details = new HashMap<>();
		details.put("audience", event.audience().name());
		details.put("halfway", Integer.toString(event.halfway()));
		details.put("near", Integer.toString(event.near()));
		details.put("overdue", Integer.toString(event.overdue()));
		if (event.agency() != null) {
			details.put("agency", event.agency().code());
		}
		if (event.officer() != null) {
			details.put("officer", event.officer().toString());
		}
		this.happenings.note(HappeningKind.CASES_DUE, UUID.randomUUID(), details);
	}

}
