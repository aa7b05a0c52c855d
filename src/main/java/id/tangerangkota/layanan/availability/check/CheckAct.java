package id.tangerangkota.layanan.availability.check;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * Somebody did something with a check; published in the transaction in which it happened.
 *
 * @param details ids, enums and numbers
 */
record CheckAct(Act act, int check, Map<String, String> details) implements AuditableEvent {

	/** What can be done. */
	enum Act {

		ADDED, EDITED, PAUSED, RESUMED, REMOVED, ASKED, PROPOSAL_DISMISSED, VOUCHED

	}

	@Override
	public String action() {
		return "availability.check-" + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("check", String.valueOf(this.check));
	}

}
