package id.tangerangkota.layanan.privacy.breach;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the register of breaches.
 *
 * @param people how many people it concerns, null while nobody knows
 * @param closing what was written when it was closed or dismissed, null before
 */
public record BreachDetail(BreachSummary summary, BreachFacts facts, @Nullable Integer people, Instant recordedAt,
		List<Notice> notices, @Nullable Instant closedAt, @Nullable String closing) {

	/** A notice that was sent. */
	public record Notice(Recipient audience, Instant sentAt, String recipients) {
	}

	public boolean isTold(Recipient audience) {
		return this.notices.stream().anyMatch((notice) -> notice.audience() == audience);
	}

}
