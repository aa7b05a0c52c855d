package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;

import id.tangerangkota.layanan.web.PageClock;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What its reporter said of how a complaint ended: how good it was, whether it is really
 * solved, or both.
 *
 * @param rating 1 to 5 stars
 * @param ratedAt when they said the last of it; on that day it counts
 */
@Embeddable
record Verdict(@Nullable Integer rating, @Nullable Boolean solved, Instant ratedAt) {

	/** The last word counts; what is left out stays as it was said before. */
	Verdict then(Verdict next) {
		return new Verdict((next.rating != null) ? next.rating : this.rating,
				(next.solved != null) ? next.solved : this.solved, next.ratedAt);
	}

	/** Whether anything is said. */
	boolean isGiven() {
		return this.rating != null || this.solved != null;
	}

	LocalDate day() {
		return PageClock.day(this.ratedAt);
	}

}
