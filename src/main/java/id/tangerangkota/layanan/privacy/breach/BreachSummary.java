package id.tangerangkota.layanan.privacy.breach;

import java.time.Instant;

import id.tangerangkota.layanan.privacy.Countdown;

/**
 * A breach as lists show it.
 *
 * @param noticedAt when the clock began to run
 * @param dueAt when people and agency must have been told
 */
public record BreachSummary(BreachId id, BreachState state, String title, Instant noticedAt, Instant dueAt) {

	/** What is left until people and agency must have been told. */
	public Countdown countdown(Instant now) {
		return Countdown.to(this.dueAt, now);
	}

}
