package id.tangerangkota.layanan.audit;

import java.util.Map;

import id.tangerangkota.layanan.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An act that belongs into the audit trail. Modules let their events implement it and
 * publish them; the record is written in the publisher's transaction, so that the act and
 * its record stand or fall together. It holds ids, enums, numbers and instants, never
 * personal data or free text.
 */
public interface AuditableEvent {

	/**
	 * What was done: the module, a full stop, the verb in the past tense, such as
	 * {@code identity.role-granted}.
	 */
	String action();

	/** What it was done to, null when there is nothing to name. */
	default @Nullable AuditSubject subject() {
		return null;
	}

	/** What else the record says; values are ids, enums or numbers. */
	default Map<String, String> details() {
		return Map.of();
	}

	/**
	 * Whether a citizen who does it is not named: the trail is kept for good, and would
	 * tell for good who stands behind what it was done to.
	 */
	default boolean hidesCitizens() {
		return false;
	}

	/** Who did it, null for the current actor. */
	default @Nullable Actor actor() {
		return null;
	}

}
