package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.check.CheckStarted;
import id.tangerangkota.layanan.availability.check.CheckStopped;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.availability.result.ObservationListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears of results and keeps the states of checks. Healthy results of healthy checks cost
 * one read for all of them, and no write.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StateKeeper implements ObservationListener {

	private final CheckStates checks;

	private final CheckRules rules;

	private final ServiceChains chains;

	private final ServiceStates services;

	StateKeeper(CheckStates checks, CheckRules rules, ServiceChains chains, ServiceStates services) {
		this.checks = checks;
		this.rules = rules;
		this.chains = chains;
		this.services = services;
	}

	@Override
	public void accept(List<Observation> observations) {
		Map<Integer, WatchedState> known = this.checks
			.find(observations.stream().map(Observation::check).collect(Collectors.toSet()));
		Set<Integer> moved = observations.stream()
			.filter((observation) -> says(observation, known.get(observation.check())))
			.map(Observation::check)
			.collect(Collectors.toSet());
		if (!moved.isEmpty()) {
			// All of such a check: a healthy result between two failures counts.
			follow(observations.stream().filter((observation) -> moved.contains(observation.check())).toList(), moved);
		}
	}

	private static boolean says(Observation observation, @Nullable WatchedState known) {
		return known == null || !(observation.outcome() == Outcome.UP && known.state().isQuiet());
	}

	private void follow(List<Observation> observations, Set<Integer> moved) {
		Map<Integer, CheckRule> found = this.rules.rules(moved);
		this.chains.lock(found.values().stream().map(CheckRule::service).collect(Collectors.toSet()));
		Map<Integer, WatchedState> before = this.checks.find(found.keySet());
		Changes changes = new Changes(before);
		for (Observation observation : observations) {
			CheckRule rule = found.get(observation.check());
			if (rule != null) {
				changes.after(observation, rule);
			}
		}
		write(changes);
	}

	/**
	 * Begins to keep states of checks, or goes on; the services of all of them must be
	 * given at once, in one transaction, or two nodes may wait for each other.
	 */
	void started(Collection<CheckStarted> started) {
		Map<Integer, CheckRule> found = this.rules
			.rules(started.stream().map(CheckStarted::check).collect(Collectors.toSet()));
		this.chains.lock(found.values().stream().map(CheckRule::service).collect(Collectors.toSet()));
		Changes changes = new Changes(this.checks.find(found.keySet()));
		for (CheckStarted one : started) {
			CheckRule rule = found.get(one.check());
			if (rule != null) {
				changes.started(rule, one.at());
			}
		}
		write(changes);
	}

	/** Keeps no states of checks any more. */
	void stopped(Collection<CheckStopped> stopped) {
		this.chains.lock(stopped.stream().map(CheckStopped::service).collect(Collectors.toSet()));
		Changes changes = new Changes(
				this.checks.find(stopped.stream().map(CheckStopped::check).collect(Collectors.toSet())));
		stopped.forEach(changes::stopped);
		write(changes);
	}

	private void write(Changes changes) {
		List<WatchedState> states = changes.states();
		if (!states.isEmpty()) {
			this.checks.save(states);
		}
		if (!changes.tails.isEmpty()) {
			this.checks.change(changes.tails);
			this.services.refresh(changes.touched);
		}
	}

	/** What a batch changes. */
	private static final class Changes {

		private final Map<Integer, WatchedState> before;

		private final Map<Integer, WatchedState> after;

		private final Map<Integer, Timeline> tails = new TreeMap<>();

		private final Touched touched = new Touched();

		Changes(Map<Integer, WatchedState> before) {
			this.before = before;
			this.after = new HashMap<>(before);
		}

		void after(Observation observation, CheckRule rule) {
			WatchedState known = this.after.get(observation.check());
			if (known == null) {
				started(rule, observation.at());
				known = Objects.requireNonNull(this.after.get(observation.check()));
			}
			CheckState next = known.state().after(observation, rule);
			boolean confirmed = next.state() == ServiceState.DOWN && known.state().state() != ServiceState.DOWN;
			go(known.with(next, confirmed ? evidence(observation, rule) : known.evidence()), known.state());
		}

		private static Evidence evidence(Observation observation, CheckRule rule) {
			CertificateFinding certificate = observation.certificate();
			return new Evidence(Reasons.of(observation.cause()), observation.address(),
					(certificate != null) ? certificate.fingerprint() : null, rule.host(), rule.zone());
		}

		void started(CheckRule rule, Instant at) {
			WatchedState known = this.after.get(rule.check());
			if (known == null) {
				CheckState state = CheckState.starting(at);
				put(new WatchedState(rule.check(), rule.service(), rule.platform(), state, null));
			}
			else {
				go(known.with(known.state().started(at), known.evidence()), known.state());
			}
		}

		void stopped(CheckStopped stopped) {
			WatchedState known = this.after.get(stopped.check());
			if (known != null) {
				CheckState state = known.state().stopped(stopped.at(), stopped.paused());
				go(known.with(state, known.evidence()), known.state());
			}
		}

		private void go(WatchedState next, CheckState from) {
			CheckState to = next.state();
			if (to.state() != from.state() || to.reason() != from.reason() || !to.since().equals(from.since())) {
				put(next);
			}
			else {
				this.after.put(next.check(), next);
			}
		}

		private void put(WatchedState next) {
			CheckState state = next.state();
			this.after.put(next.check(), next);
			this.tails.merge(next.check(), Timeline.EMPTY.change(state.since(), state.state(), state.reason()),
					(tail, ignored) -> tail.change(state.since(), state.state(), state.reason()));
			this.touched.add(next.service(), state.since());
		}

		List<WatchedState> states() {
			List<WatchedState> changed = new ArrayList<>();
			new LinkedHashMap<>(this.after).forEach((check, state) -> {
				if (!state.equals(this.before.get(check))) {
					changed.add(state);
				}
			});
			return changed;
		}

	}

}
