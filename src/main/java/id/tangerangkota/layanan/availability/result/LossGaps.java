package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.check.CheckRule;
import org.jspecify.annotations.Nullable;

/**
 * Remembers since when results of which checks were lost for want of room, so that the
 * first that finds room again is preceded by the word that nobody knows what was between.
 */
final class LossGaps {

	private final Map<Integer, Instant> since = new HashMap<>();

	/** A result found no room. */
	void lost(Finding finding) {
		this.since.merge(finding.check(), finding.at(), (one, other) -> one.isBefore(other) ? one : other);
	}

	/** Results of a check find room again. */
	void found(int check) {
		this.since.remove(check);
	}

	/**
	 * What must be told of a result.
	 * @param interval of its check, null when that is no longer there
	 * @return it, after the word that nobody looked if too many before it were lost
	 */
	List<Finding> told(Finding finding, @Nullable Duration interval) {
		Instant lost = this.since.get(finding.check());
		if (lost == null || interval == null
				|| !lost.plus(interval.multipliedBy(CheckRule.UNSEEN_INTERVALS)).isBefore(finding.at())) {
			return List.of(finding);
		}
		return List.of(Finding.blind(finding.check(), lost), finding);
	}

}
