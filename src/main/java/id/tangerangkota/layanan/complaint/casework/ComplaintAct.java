package id.tangerangkota.layanan.complaint.casework;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.complaint.ComplaintId;

/**
 * Something was done about a complaint; published in the transaction in which it
 * happened.
 *
 * @param details ids, enums and numbers
 */
public record ComplaintAct(Act act, AuditSubject subject, Map<String, String> details) implements AuditableEvent {

	/** What can be done. */
	public enum Act {

		FILED, IMPORTED, VERIFIED, ASSIGNED, FORWARDED, STARTED, ANSWERED, NOTED, ASKED, CONTINUED, REPLIED, RESOLVED,
		CONFIRMED, SENT_BACK, REOPENED, REJECTED, WITHDRAWN, MERGED, SPLIT, REFERRED, EXTENDED, REDACTED, PUBLISHED,
		HIDDEN, CLOSED, RATED, ANONYMISED, SAMPLED, UNMASKING_ASKED, UNMASKING_GRANTED, UNMASKING_DENIED, UNMASKED,
		ORIGINALS_READ

	}

	static ComplaintAct of(Act act, ComplaintId complaint, Map<String, String> details) {
		return new ComplaintAct(act, new AuditSubject("complaint", complaint.toString()), details);
	}

	static ComplaintAct of(Act act, ComplaintId complaint, String key, String value) {
		return of(act, complaint, Map.of(key, value));
	}

	/** Of every complaint: whoever reported it may want to be anonymous only later. */
	@Override
	public boolean hidesCitizens() {
		return true;
	}

	@Override
	public String action() {
		return "complaint." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
