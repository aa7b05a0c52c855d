package id.tangerangkota.layanan.audit;

import java.util.Map;

import id.tangerangkota.layanan.actor.Actor;
import org.jspecify.annotations.Nullable;

/** An act that only tests do. */
public record TestAct(String action, @Nullable AuditSubject subject, Map<String, String> details,
		@Nullable Actor actor) implements AuditableEvent {

	public TestAct(String action) {
		this(action, null, Map.of(), null);
	}

	public TestAct(String action, String detail) {
		this(action, null, Map.of("detail", detail), null);
	}

}
