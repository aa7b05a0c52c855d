package id.tangerangkota.layanan.audit;

import java.util.Map;

import id.tangerangkota.layanan.throttle.Refusals;
import id.tangerangkota.layanan.vault.KeyActivated;
import id.tangerangkota.layanan.vault.KeyRetired;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records what the modules below tell, which know no audit trail. */
@Component
class ActsBelow {

	private final AuditTrail trail;

	ActsBelow(AuditTrail trail) {
		this.trail = trail;
	}

	@EventListener
	void on(KeyActivated event) {
		this.trail.on(act("vault.keys-rotated", new AuditSubject("key", event.keyId()), Map.of()));
	}

	@EventListener
	void on(KeyRetired event) {
		this.trail.on(act("vault.key-retired", new AuditSubject("key", event.keyId()), Map.of()));
	}

	@EventListener
	void on(Refusals event) {
		this.trail.refuse(act("throttle.refused", null, Map.of("limit", event.limit(), "count",
				String.valueOf(event.count()), "minute", event.minute().toString())));
	}

	private static AuditableEvent act(String action, @Nullable AuditSubject subject, Map<String, String> details) {
		return new AuditableEvent() {

			@Override
			public String action() {
				return action;
			}

			@Override
			public @Nullable AuditSubject subject() {
				return subject;
			}

			@Override
			public Map<String, String> details() {
				return details;
			}

		};
	}

}
