package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What the states of checks and announced work say of a service. A listing is down if any
 * of its checks is; the service is down if all its listings are that anybody looks at. A
 * listing of which nothing is known does not make the service down: when the portal's own
 * network fails, it loses sight of one listing after the other.
 */
record Combination(List<WatchedCheck> checks, List<Work> works) {

	/** Which reason stands for several, where nothing is known. */
	private static final List<StateReason> UNKNOWN_FIRST = List.of(StateReason.OWN_NETWORK, StateReason.NOBODY_LOOKED,
			StateReason.TURNED_AWAY, StateReason.PORT_REFUSED, StateReason.STARTING);

	private record Said(ServiceState state, @Nullable StateReason reason) {

		static final Said UNMONITORED = new Said(ServiceState.UNMONITORED, null);

		static Said of(StateSpan span) {
			return new Said(span.state(), span.reason());
		}

	}

	/**
	 * The states from an instant on, as they are known now. What only begins later is not
	 * in them.
	 */
	Timeline from(Instant from, Instant now) {
		Timeline timeline = Timeline.EMPTY;
		for (Instant edge : edges(from, now)) {
			Said said = at(edge);
			timeline = timeline.change(edge, said.state(), said.reason());
		}
		return timeline;
	}

	private SortedSet<Instant> edges(Instant from, Instant now) {
		SortedSet<Instant> edges = new TreeSet<>();
		edges.add(from);
		for (WatchedCheck check : this.checks) {
			// Not only those up to now: a node ahead of this one may have written them.
			check.states().spans().stream().map(StateSpan::start).filter(from::isBefore).forEach(edges::add);
		}
		for (Work work : this.works) {
			for (Instant edge : List.of(work.start(), work.end())) {
				if (edge.isAfter(from) && !edge.isAfter(now)) {
					edges.add(edge);
				}
			}
		}
		return edges;
	}

	private Said at(Instant instant) {
		if (this.works.stream().anyMatch((work) -> work.contains(instant))) {
			return new Said(ServiceState.MAINTENANCE, null);
		}
		Map<Platform, List<StateSpan>> listings = new EnumMap<>(Platform.class);
		for (WatchedCheck check : this.checks) {
			StateSpan span = check.states().at(instant);
			if (span != null && span.state() != ServiceState.UNMONITORED) {
				listings.computeIfAbsent(check.platform(), (platform) -> new ArrayList<>()).add(span);
			}
		}
		return service(listings.values().stream().map(Combination::listing).toList());
	}

	private static Said listing(List<StateSpan> spans) {
		for (ServiceState state : List.of(ServiceState.DOWN, ServiceState.DEGRADED, ServiceState.UP)) {
			StateSpan first = first(spans, state);
			if (first != null) {
				return new Said(state, first.reason());
			}
		}
		return new Said(ServiceState.UNKNOWN, reason(spans.stream().map(Said::of).toList()));
	}

	/** The one that lasts longest, so that the reason does not change with each check. */
	private static @Nullable StateSpan first(List<StateSpan> spans, ServiceState state) {
		StateSpan first = null;
		for (StateSpan span : spans) {
			if (span.state() == state && (first == null || span.start().isBefore(first.start()))) {
				first = span;
			}
		}
		return first;
	}

	private static Said service(List<Said> listings) {
		if (listings.isEmpty()) {
			return Said.UNMONITORED;
		}
		List<Said> known = listings.stream().filter((said) -> said.state() != ServiceState.UNKNOWN).toList();
		if (known.isEmpty()) {
			return new Said(ServiceState.UNKNOWN, reason(listings));
		}
		long down = known.stream().filter((said) -> said.state() == ServiceState.DOWN).count();
		if (down == listings.size()) {
			return known.getFirst();
		}
		if (down > 0) {
			return new Said(ServiceState.DEGRADED, StateReason.PARTLY);
		}
		return known.stream()
			.filter((said) -> said.state() == ServiceState.DEGRADED)
			.findFirst()
			.orElseGet(known::getFirst);
	}

	private static @Nullable StateReason reason(List<Said> unknown) {
		for (StateReason reason : UNKNOWN_FIRST) {
			if (unknown.stream().anyMatch((said) -> said.reason() == reason)) {
				return reason;
			}
		}
		return unknown.getFirst().reason();
	}

}
