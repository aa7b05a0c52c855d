package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * An outage as intervals show it: down, and on through minutes in which nobody could say.
 *
 * @param end null while it lasts
 * @param then what came after it, null while it lasts
 */
record DownTime(Instant start, @Nullable Instant end, StateReason cause, @Nullable ServiceState then) {

	/** All of a timeline. */
	static List<DownTime> of(Timeline timeline) {
		List<DownTime> found = new ArrayList<>();
		StateSpan first = null;
		for (StateSpan span : timeline.spans()) {
			if (span.state() == ServiceState.DOWN) {
				first = (first != null) ? first : span;
			}
			else if (first != null && span.state() != ServiceState.UNKNOWN) {
				found.add(new DownTime(first.start(), span.start(), cause(first), span.state()));
				first = null;
			}
		}
		if (first != null) {
			found.add(new DownTime(first.start(), null, cause(first), null));
		}
		return found;
	}

	private static StateReason cause(StateSpan span) {
		return Objects.requireNonNullElse(span.reason(), StateReason.STATUS);
	}

	/** The same, with something else after it. */
	DownTime followedBy(ServiceState other) {
		return new DownTime(this.start, this.end, this.cause, other);
	}

	boolean overlaps(Instant otherStart, @Nullable Instant otherEnd) {
		return (otherEnd == null || otherEnd.isAfter(this.start)) && (this.end == null || this.end.isAfter(otherStart));
	}

}
