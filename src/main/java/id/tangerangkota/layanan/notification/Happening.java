package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param subject what it is about: a service, a webhook
 * @param details ids, enums, numbers and instants, as text; never personal data
 */
public record Happening(UUID id, HappeningKind kind, UUID subject, Map<String, String> details, Instant createdAt) {

	public Happening {
		details = Map.copyOf(details);
	}

	/** A detail that every happening of this kind has. */
	public String detail(String name) {
		String value = this.details.get(name);
		if (value == null) {
			throw new IllegalStateException(this.kind + " without " + name);
		}
		return value;
	}

	/** A detail that is an instant. */
	public Instant instant(String name) {
		return Instant.parse(detail(name));
	}

}
