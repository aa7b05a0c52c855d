package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message with its attempts.
 *
 * @param address masked; null where it cannot be told
 * @param recipient a webhook's id, null for people
 * @param attempts the newest first
 */
public record MessageDetail(MessageSummary summary, @Nullable String address, @Nullable UUID recipient,
		List<Attempt> attempts) {

	/**
	 * A try.
	 *
	 * @param trouble null where it worked
	 * @param reason a type and a code
	 */
	public record Attempt(Instant at, @Nullable Trouble trouble, @Nullable String reason) {
	}

}
