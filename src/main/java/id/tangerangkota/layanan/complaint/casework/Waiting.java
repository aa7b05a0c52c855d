package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.complaint.ComplaintStatus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The citizen is to answer something.
 *
 * @param waitingFrom the status it goes back to
 * @param waitingUntil when it goes on without an answer
 */
@Embeddable
record Waiting(@Enumerated(EnumType.STRING) ComplaintStatus waitingFrom, Instant waitingUntil) {

	static Waiting of(ComplaintStatus from, Instant now) {
		return new Waiting(from, now.plus(Duration.ofDays(Terms.WAITING)));
	}

	boolean isOver(Instant now) {
		return now.isAfter(this.waitingUntil);
	}

	/** When it ended: whoever comes late to it must not stretch the pause. */
	Instant endedAt(Instant now) {
		return isOver(now) ? this.waitingUntil : now;
	}

}
