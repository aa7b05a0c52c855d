package id.tangerangkota.layanan.audit;

import id.tangerangkota.layanan.vault.KeyActivated;
import id.tangerangkota.layanan.vault.KeyRetired;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records what happens to keys. Their module lies below and knows no audit trail. */
@Component
class KeyActs {

	private final AuditTrail trail;

	KeyActs(AuditTrail trail) {
		this.trail = trail;
	}

	@EventListener
	void on(KeyActivated event) {
		this.trail.on(act("vault.keys-rotated", event.keyId()));
	}

	@EventListener
	void on(KeyRetired event) {
		this.trail.on(act("vault.key-retired", event.keyId()));
	}

	private static AuditableEvent act(String action, String keyId) {
		return new AuditableEvent() {

			@Override
			public String action() {
				return action;
			}

			@Override
			public AuditSubject subject() {
				return new AuditSubject("key", keyId);
			}

		};
	}

}
