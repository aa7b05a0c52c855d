package id.tangerangkota.layanan.privacy;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * Something happened in the privacy centre; published in the transaction in which it
 * happened.
 *
 * @param details ids, enums and numbers
 */
public record PrivacyAct(Act act, AuditSubject subject, Map<String, String> details) implements AuditableEvent {

	private static final String REQUEST = "data-request";

	private static final String BREACH = "data-breach";

	/** What can happen. */
	public enum Act {

		REQUEST_FILED, REQUEST_ANSWERED, DATA_EXPORTED, BREACH_RECORDED, BREACH_AMENDED, BREACH_NOTIFIED, BREACH_CLOSED,
		BREACH_DISMISSED

	}

	static PrivacyAct of(Act act, RequestId request, Map<String, String> details) {
		return new PrivacyAct(act, new AuditSubject(REQUEST, request.toString()), details);
	}

	/** Something happened to an entry of the register of breaches. */
	public static PrivacyAct ofBreach(Act act, String breach, Map<String, String> details) {
		return new PrivacyAct(act, new AuditSubject(BREACH, breach), details);
	}

	@Override
	public String action() {
		return "privacy." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
