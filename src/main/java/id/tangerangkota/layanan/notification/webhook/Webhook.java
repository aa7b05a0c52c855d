package id.tangerangkota.layanan.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A program of others that is told, without its secret.
 *
 * @param events the types it is told of
 * @param oldSecretUntil until when signatures with the secret before are sent too, null
 * where there is none
 * @param failingSince when it began to fail, null while it does not
 * @param disabledAt null while it is told
 * @param disabledBecause null while it is told
 */
public record Webhook(UUID id, URI url, String description, Set<String> events, Instant createdAt,
		@Nullable Instant oldSecretUntil, @Nullable Instant failingSince, @Nullable Instant disabledAt,
		@Nullable Reason disabledBecause) {

	/** Why a receiver gets nothing. The names are stored. */
	public enum Reason {

		/** An administrator said so. */
		SWITCHED_OFF,

		/** It failed for days. */
		FAILING,

		/** It answered that it is gone for good. */
		GONE

	}

	public boolean isEnabled() {
		return this.disabledAt == null;
	}

}
