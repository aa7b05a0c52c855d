package id.tangerangkota.layanan.availability.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.demo.PastPlan.WatchedSite;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.availability.result.ObservationListener;

/**
 * Tells the past to whoever hears of results, as if it were just being found out: states,
 * outages, incidents and sums of days then come about as they always do, and agree.
 * Healthy results between two troubles would change nothing, so they are left out.
 */
final class PastStates {

	/** What has nothing to do with each other is told together. */
	private static final int AT_ONCE = 60;

	private final List<ObservationListener> listeners;

	PastStates(List<ObservationListener> listeners) {
		this.listeners = listeners;
	}

	/**
	 * What was found at one time, or what else happened then.
	 *
	 * @param apart whether it must be told by itself
	 */
	private record Step(Instant at, boolean apart, List<Observation> observations, Runnable act) {

		Step(Instant at, boolean apart, List<Observation> observations) {
			this(at, apart, observations, () -> {
			});
		}

	}

	/**
	 * Tells it in the order of time.
	 * @param acts what was done at an instant, when it was done
	 */
	void tell(List<WatchedSite> sites, Instant start, List<Past> past, Map<Instant, Runnable> acts) {
		hear(sites.stream().map((site) -> Past.up(site.check(), start, site.address())).toList());
		List<Observation> waiting = new ArrayList<>();
		Set<Integer> checks = new HashSet<>();
		List<Step> steps = new ArrayList<>(steps(past));
		acts.forEach((at, act) -> steps.add(new Step(at, true, List.of(), act)));
		steps.sort(Comparator.comparing(Step::at));
		for (Step step : steps) {
			boolean again = step.observations().stream().anyMatch((seen) -> checks.contains(seen.check()));
			if (again || step.apart() || waiting.size() >= AT_ONCE) {
				hear(waiting);
				waiting = new ArrayList<>();
				checks.clear();
			}
			if (step.apart()) {
				hear(step.observations());
				step.act().run();
			}
			else {
				waiting.addAll(step.observations());
				step.observations().forEach((seen) -> checks.add(seen.check()));
			}
		}
		hear(waiting);
	}

	/** What was shared began and ended for all at the same time. */
	private static List<Step> steps(List<Past> past) {
		List<Step> steps = new ArrayList<>();
		past.stream().filter((one) -> one.shared() == null).forEach((one) -> {
			steps.add(new Step(one.from(), false, one.beginning()));
			if (one.until() != null) {
				steps.add(new Step(one.until(), false, one.end()));
			}
		});
		past.stream().map(Past::shared).filter((shared) -> shared != null).distinct().forEach((shared) -> {
			List<Past> together = past.stream().filter((one) -> shared.equals(one.shared())).toList();
			Instant end = together.getFirst().until();
			steps.add(new Step(together.getFirst().from(), true,
					ordered(together.stream().flatMap((one) -> one.beginning().stream()).toList())));
			if (end != null) {
				steps
					.add(new Step(end, true, ordered(together.stream().flatMap((one) -> one.end().stream()).toList())));
			}
		});
		return steps;
	}

	private static List<Observation> ordered(List<Observation> observations) {
		return observations.stream().sorted(Comparator.comparing(Observation::at)).toList();
	}

	private void hear(List<Observation> observations) {
		if (!observations.isEmpty()) {
			this.listeners.forEach((listener) -> listener.accept(observations));
		}
	}

}
