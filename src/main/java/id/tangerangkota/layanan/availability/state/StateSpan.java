package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.Objects;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * A time in one state.
 *
 * @param end exclusive, null while it lasts
 */
record StateSpan(ServiceState state, @Nullable StateReason reason, Instant start, @Nullable Instant end) {

	boolean contains(Instant instant) {
		return !instant.isBefore(this.start) && (this.end == null || instant.isBefore(this.end));
	}

	/** Whether an administrator let the check rest. */
	boolean isPause() {
		return this.reason == StateReason.PAUSED;
	}

	boolean says(ServiceState other, @Nullable StateReason why) {
		return this.state == other && Objects.equals(this.reason, why);
	}

	StateSpan until(@Nullable Instant newEnd) {
		return new StateSpan(this.state, this.reason, this.start, newEnd);
	}

}
