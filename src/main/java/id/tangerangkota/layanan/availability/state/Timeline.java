package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * States one after the other, without gap or overlap; the last one lasts.
 *
 * @param spans by their start; empty when there was no state yet
 */
record Timeline(List<StateSpan> spans) {

	static final Timeline EMPTY = new Timeline(List.of());

	Timeline {
		spans = List.copyOf(spans);
	}

	/**
	 * With another state from an instant on: cuts the span it falls into and forgets all
	 * after it.
	 */
	Timeline change(Instant from, ServiceState state, @Nullable StateReason reason) {
		List<StateSpan> changed = new ArrayList<>();
		for (StateSpan span : this.spans) {
			if (span.start().isBefore(from)) {
				changed.add((span.end() == null || span.end().isAfter(from)) ? span.until(from) : span);
			}
		}
		StateSpan last = changed.isEmpty() ? null : changed.getLast();
		if (last != null && last.says(state, reason)) {
			changed.set(changed.size() - 1, last.until(null));
		}
		else {
			changed.add(new StateSpan(state, reason, from, null));
		}
		return new Timeline(changed);
	}

	/** Whether it tells nothing of what was before an instant, null for never. */
	boolean beginsAfter(@Nullable Instant instant) {
		return instant != null && !this.spans.isEmpty() && !this.spans.getFirst().start().isBefore(instant);
	}

	/** The span an instant falls into, null before the first. */
	@Nullable StateSpan at(Instant instant) {
		for (StateSpan span : this.spans) {
			if (span.contains(instant)) {
				return span;
			}
		}
		return null;
	}

	/**
	 * The last state before an instant that was known, whatever pauses came after it;
	 * null when there was none.
	 */
	@Nullable ServiceState knownBefore(Instant instant) {
		return this.spans.stream()
			.filter((span) -> span.start().isBefore(instant) && span.state() != ServiceState.UNKNOWN && !span.isPause())
			.reduce((before, after) -> after)
			.map(StateSpan::state)
			.orElse(null);
	}

	/** From where on another tells something else; null when it tells the same. */
	@Nullable Instant firstDifference(Timeline other) {
		int both = Math.min(this.spans.size(), other.spans.size());
		for (int n = 0; n < both; n++) {
			if (!this.spans.get(n).equals(other.spans.get(n))) {
				return difference(this.spans.get(n), other.spans.get(n));
			}
		}
		List<StateSpan> longer = (this.spans.size() > both) ? this.spans : other.spans;
		return (longer.size() > both) ? longer.get(both).start() : null;
	}

	private static Instant difference(StateSpan one, StateSpan two) {
		if (!one.start().equals(two.start()) || !one.says(two.state(), two.reason())) {
			return one.start().isBefore(two.start()) ? one.start() : two.start();
		}
		Instant first = one.end();
		Instant second = two.end();
		if (first == null || (second != null && second.isBefore(first))) {
			return Objects.requireNonNull(second);
		}
		return first;
	}

}
