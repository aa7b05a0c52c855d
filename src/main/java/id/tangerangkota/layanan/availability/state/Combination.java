package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * <p>
 * Nor does it make the service work: what was down before it got out of sight is down or
 * unknown until somebody sees it work, and of a listing with a check that sees nothing
 * nobody knows that all is well. A check that has yet to look for the first time says
 * nothing as long as others do. One that was paused while it failed leaves its listing
 * without anybody who looks, whatever others say, until it looks again or is removed: a
 * pause mends nothing.
 */
record Combination(List<WatchedCheck> checks, List<Work> works) {

	/** Which reason stands for several, where nothing is known. */
	private static final List<StateReason> UNKNOWN_FIRST = List.of(StateReason.OWN_NETWORK, StateReason.NOBODY_LOOKED,
			StateReason.TURNED_AWAY, StateReason.PORT_REFUSED, StateReason.STARTING);

	/**
	 * What checks say.
	 *
	 * @param last what was known last, null when nothing ever was
	 */
	private record Said(ServiceState state, @Nullable StateReason reason, @Nullable ServiceState last) {

		static Said known(ServiceState state, @Nullable StateReason reason) {
			return new Said(state, reason, state);
		}

		boolean isMonitored() {
			return this.state != ServiceState.UNMONITORED;
		}

		boolean isUnknown() {
			return this.state == ServiceState.UNKNOWN;
		}

		boolean worked() {
			return this.last != null && this.last.isUp();
		}

		boolean failed() {
			return this.last == ServiceState.DOWN;
		}

	}

	/** What a check says, and since when. */
	private record Seen(Said said, Instant since) {

		boolean isStarting() {
			return this.said.isUnknown() && this.said.reason() == StateReason.STARTING && !this.said.failed();
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

	/**
	 * The times in which the service was down. When a check is taken away that found it
	 * so, what others say that saw nothing all the time is no recovery.
	 * @param states of the service
	 */
	List<DownTime> downTimes(Timeline states) {
		return DownTime.of(states).stream().map(this::asSeen).toList();
	}

	private DownTime asSeen(DownTime time) {
		ServiceState then = time.then();
		return (then != null && then.isUp() && isGivenUp(time.end())) ? time.followedBy(ServiceState.UNMONITORED)
				: time;
	}

	/** Whether a check that was down ceased to look at that instant. */
	boolean isGivenUp(@Nullable Instant at) {
		return at != null && this.checks.stream().anyMatch((check) -> {
			StateSpan span = check.states().at(at);
			return span != null && span.state() == ServiceState.UNMONITORED && span.start().equals(at)
					&& check.states().knownBefore(at) == ServiceState.DOWN;
		});
	}

	private Said at(Instant instant) {
		if (this.works.stream().anyMatch((work) -> work.contains(instant))) {
			return Said.known(ServiceState.MAINTENANCE, null);
		}
		Map<Platform, List<Seen>> listings = new EnumMap<>(Platform.class);
		for (WatchedCheck check : this.checks) {
			StateSpan span = check.states().at(instant);
			Seen seen = (span != null) ? seen(span, check.states()) : null;
			if (seen != null && (seen.said().isMonitored() || seen.said().failed())) {
				listings.computeIfAbsent(check.platform(), (platform) -> new ArrayList<>()).add(seen);
			}
		}
		return service(listings.values().stream().map(Combination::listing).toList());
	}

	private static Seen seen(StateSpan span, Timeline states) {
		Said said = switch (span.state()) {
			case UNKNOWN -> new Said(span.state(), span.reason(), states.knownBefore(span.start()));
			case UNMONITORED -> new Said(span.state(), null, span.isPause() ? states.knownBefore(span.start()) : null);
			default -> Said.known(span.state(), span.reason());
		};
		return new Seen(said, span.start());
	}

	private static Said listing(List<Seen> all) {
		List<Seen> seen = all.stream().filter((one) -> !one.isStarting()).toList();
		if (seen.isEmpty()) {
			return all.getFirst().said();
		}
		List<Said> said = seen.stream().map(Seen::said).toList();
		List<Said> unknown = said.stream().filter(Said::isUnknown).toList();
		Said down = first(seen, ServiceState.DOWN);
		if (down != null) {
			return down;
		}
		Said paused = said.stream().filter((one) -> !one.isMonitored()).findFirst().orElse(null);
		if (paused != null) {
			return paused;
		}
		if (!unknown.isEmpty()) {
			ServiceState last = said.stream().anyMatch(Said::failed) ? ServiceState.DOWN
					: said.stream().anyMatch(Said::worked) ? ServiceState.UP : null;
			return new Said(ServiceState.UNKNOWN, reason(unknown), last);
		}
		Said slow = first(seen, ServiceState.DEGRADED);
		return (slow != null) ? slow : said.getFirst();
	}

	/** The one that lasts longest, so that the reason does not change with each check. */
	private static @Nullable Said first(List<Seen> seen, ServiceState state) {
		return seen.stream()
			.filter((one) -> one.said().state() == state)
			.min(Comparator.comparing(Seen::since))
			.map(Seen::said)
			.orElse(null);
	}

	private static Said service(List<Said> listings) {
		if (listings.isEmpty()) {
			return Said.known(ServiceState.UNMONITORED, null);
		}
		List<Said> unknown = listings.stream().filter(Said::isUnknown).toList();
		if (unknown.isEmpty() && listings.stream().allMatch(Said::failed)) {
			return listings.stream().filter(Said::isMonitored).findFirst().orElse(listings.getFirst());
		}
		if (unknown.size() == listings.size() || listings.stream().noneMatch(Said::worked)) {
			return new Said(ServiceState.UNKNOWN, reason(unknown), null);
		}
		if (listings.stream().anyMatch(Said::failed)) {
			return Said.known(ServiceState.DEGRADED, StateReason.PARTLY);
		}
		List<Said> known = listings.stream().filter((said) -> !said.isUnknown()).toList();
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
