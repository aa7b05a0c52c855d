package id.tangerangkota.layanan.apikey;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** An administrator decided what a program may do. */
record ApiKeyAct(Act act, ApiClientId client, Map<String, String> details) implements AuditableEvent {

	/** What can happen. */
	enum Act {

		ISSUED, CHANGED, ROTATED, REVOKED

	}

	@Override
	public String action() {
		return "apikey." + this.act.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("api-client", this.client.toString());
	}

}
