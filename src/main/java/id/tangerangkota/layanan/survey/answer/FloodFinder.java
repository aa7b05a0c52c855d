package id.tangerangkota.layanan.survey.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds floods among traces. It is better to set too much apart than too little: a person
 * looks at it, and until then nothing is lost.
 */
final class FloodFinder {

	static final int FROM_ONE_NETWORK = 25;

	static final int FROM_ONE_NETWORK_A_DAY = 20;

	static final int IN_TEN_MINUTES = 60;

	static final int IN_HASTE = 5;

	/** A campaign of an office brings many, but not twenty times as many. */
	static final int TIMES_THE_USUAL = 20;

	/** An office's own network brings some of its answers, but hardly most of them. */
	private static final double MOST = 0.5;

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

	private FloodFinder() {
	}

	/**
	 * The floods, none of which is a part of another of the same kind.
	 * @param usual answers in ten minutes, by what they are about
	 */
	static List<Flood> find(Collection<Trace> traces, Map<String, Double> usual) {
		List<Flood> floods = new ArrayList<>();
		grouped(traces, (trace) -> true, (trace) -> trace.about() + ' ' + trace.network())
			.forEach((group) -> find(BurstKind.NETWORK, group, HOUR, FROM_ONE_NETWORK, floods));
		grouped(traces, Trace::hasty, Trace::about)
			.forEach((group) -> find(BurstKind.HASTE, group, HOUR, IN_HASTE, floods));
		grouped(traces, (trace) -> true, Trace::about).forEach((group) -> {
			double expected = usual.getOrDefault(group.getFirst().about(), 0.0);
			int most = (int) Math.max(IN_TEN_MINUTES, Math.ceil(expected * TIMES_THE_USUAL));
			find(BurstKind.CROWD, group, TEN_MINUTES, most, floods);
		});
		floods.addAll(shares(traces, floods));
		return floods;
	}

	/** Floods of agencies that are not told of already. */
	private static List<Flood> shares(Collection<Trace> traces, List<Flood> known) {
		List<Flood> shares = new ArrayList<>();
		grouped(traces, (trace) -> true, (trace) -> trace.owner() + ' ' + trace.network())
			.forEach((group) -> find(BurstKind.SHARE, group, DAY, FROM_ONE_NETWORK_A_DAY, shares));
		Set<Trace> told = known.stream().flatMap((flood) -> flood.traces().stream()).collect(Collectors.toSet());
		return shares.stream().filter((flood) -> isMost(flood, traces) && !told.containsAll(flood.traces())).toList();
	}

	/** Of all the agency got while it lasted, and for a day at least. */
	private static boolean isMost(Flood flood, Collection<Trace> traces) {
		String owner = flood.traces().getFirst().owner();
		Instant dayBefore = flood.ends().minus(DAY);
		Instant from = dayBefore.isBefore(flood.starts()) ? dayBefore : flood.starts();
		long all = traces.stream()
			.filter((trace) -> trace.owner().equals(owner) && !trace.at().isBefore(from)
					&& !trace.at().isAfter(flood.ends()))
			.count();
		return flood.traces().size() >= all * MOST;
	}

	private static Collection<List<Trace>> grouped(Collection<Trace> traces, Predicate<Trace> wanted,
			Function<Trace, String> key) {
		return traces.stream()
			.filter(wanted)
			.sorted(Comparator.comparing(Trace::at).thenComparing(Trace::sheet))
			.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
			.values();
	}

	/** Windows with enough of them, those that touch taken together. */
	private static void find(BurstKind kind, List<Trace> group, Duration window, int most, List<Flood> floods) {
		int first = 0;
		int floodStart = -1;
		int floodEnd = -1;
		for (int last = 0; last < group.size(); last++) {
			while (Duration.between(group.get(first).at(), group.get(last).at()).compareTo(window) > 0) {
				first++;
			}
			if (last - first + 1 >= most) {
				if (floodStart >= 0 && first > floodEnd) {
					floods.add(new Flood(kind, List.copyOf(group.subList(floodStart, floodEnd + 1))));
					floodStart = -1;
				}
				floodStart = (floodStart < 0) ? first : floodStart;
				floodEnd = last;
			}
		}
		if (floodStart >= 0) {
			floods.add(new Flood(kind, List.copyOf(group.subList(floodStart, floodEnd + 1))));
		}
	}

}
