package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers since when results of a shard were lost for want of room, so that the first
 * that finds room again is preceded by the word that nobody knows what was between.
 */
final class LossGap {

	private @Nullable Instant since;

	/** A result found no room. */
	synchronized void lost(Instant at) {
		if (this.since == null || at.isBefore(this.since)) {
			this.since = at;
		}
	}

	/**
	 * A result found room.
	 * @return what must be told first: checks whose intervals went by three times
	 */
	synchronized List<Finding> closeAt(Instant at, List<CheckDetail> checks) {
		Instant lost = this.since;
		this.since = null;
		if (lost == null) {
			return List.of();
		}
		Duration gap = Duration.between(lost, at);
		return checks.stream()
			.filter((check) -> gap.compareTo(check.spec().interval().multipliedBy(Blindness.INTERVALS)) > 0)
			.map((check) -> Finding.blind(check.id(), lost))
			.toList();
	}

	synchronized boolean isOpen() {
		return this.since != null;
	}

}
