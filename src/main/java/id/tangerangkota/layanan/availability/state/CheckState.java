package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Where a check stands. Failures count once there are enough of them in a row, and then
 * from the first of them; until then nobody sees them.
 *
 * @param since when the confirmed state began
 * @param wasDown whether it was down before nobody could say any more, so that the outage
 * goes on
 * @param pending results that do not count yet, null when there is nothing to wait for
 * @param lateSince when the first of the last looks was planned that all came too late to
 * tell anything, null when the last one was not late
 */
record CheckState(ServiceState state, @Nullable StateReason reason, Instant since, boolean wasDown,
		@Nullable Pending pending, @Nullable Instant lateSince) {

	/** Of a check that begins to look. */
	static CheckState starting(Instant at) {
		return new CheckState(ServiceState.UNKNOWN, StateReason.STARTING, micros(at), false, null, null);
	}

	/** Whether one more healthy result would change nothing. */
	boolean isQuiet() {
		return this.state == ServiceState.UP && this.pending == null && this.lateSince == null;
	}

	/** It looks again. */
	CheckState started(Instant at) {
		return (this.state == ServiceState.UNMONITORED) ? go(ServiceState.UNKNOWN, StateReason.STARTING, at) : this;
	}

	/**
	 * It looks no more.
	 * @param paused whether it is to look again
	 */
	CheckState stopped(Instant at, boolean paused) {
		StateReason why = paused ? StateReason.PAUSED : null;
		return (this.state == ServiceState.UNMONITORED && this.reason == why) ? this
				: go(ServiceState.UNMONITORED, why, at);
	}

	/** After one more result; older ones than the confirmed state change nothing. */
	CheckState after(Observation observation, CheckRule rule) {
		Instant at = micros(observation.at());
		if (observation.outcome() == Outcome.BLIND) {
			return blind(at);
		}
		if (at.isBefore(this.since)) {
			return this;
		}
		return switch (observation.outcome()) {
			case UP, SLOW -> works(observation.outcome(), at, rule);
			case DOWN, REFUSED -> fails(observation, at, rule);
			case VOID -> (observation.cause() == Cause.OWN_NETWORK || observation.cause() == Cause.PORT_REFUSED)
					? unknown(Reasons.of(observation.cause()), at) : late(at, rule);
			case BLIND -> this;
		};
	}

	/** What was known at the last look stays known: unknown begins after it. */
	private CheckState blind(Instant at) {
		if (this.state == ServiceState.UNKNOWN || this.state == ServiceState.UNMONITORED) {
			return waiting(null);
		}
		return unknown(StateReason.NOBODY_LOOKED, at.isAfter(this.since) ? at : this.since.plus(1, ChronoUnit.MICROS));
	}

	/** A node that never gets to look is as good as none. */
	private CheckState late(Instant at, CheckRule rule) {
		boolean isUnknown = this.state == ServiceState.UNKNOWN || this.state == ServiceState.UNMONITORED;
		if (isUnknown && this.pending == null) {
			return this;
		}
		Instant first = (this.lateSince != null) ? this.lateSince : at;
		return at.isBefore(first.plus(rule.unseen()))
				? new CheckState(this.state, this.reason, this.since, this.wasDown, this.pending, first) : blind(first);
	}

	private CheckState unknown(StateReason why, Instant at) {
		return (this.state == ServiceState.UNKNOWN && this.reason == why) ? waiting(null)
				: go(ServiceState.UNKNOWN, why, at);
	}

	private CheckState works(Outcome outcome, Instant at, CheckRule rule) {
		Pending row = Pending.add(this.pending, outcome, at);
		CheckState next = switch (this.state) {
			case UNKNOWN, UNMONITORED -> this.wasDown ? recovers(row, rule) : go(ServiceState.UP, null, at);
			case DOWN -> recovers(row, rule);
			case DEGRADED -> (outcome == Outcome.UP && row.count() >= rule.successes())
					? go(ServiceState.UP, null, row.since()) : this;
			case UP, MAINTENANCE -> this;
		};
		// One step at a time: from down to up first, and slow from the next result on,
		// unless it was slow all the time.
		boolean oneStep = next == this || !row.since().isAfter(next.since);
		if (outcome == Outcome.SLOW && next.state == ServiceState.UP && row.count() >= rule.slows() && oneStep) {
			next = next.go(ServiceState.DEGRADED, StateReason.SLOW, row.since());
		}
		return next.waiting(next.isExpected(outcome) ? null : row);
	}

	private CheckState recovers(Pending row, CheckRule rule) {
		return (row.sideCount() >= rule.successes()) ? go(ServiceState.UP, null, row.sideSince()) : this;
	}

	private CheckState fails(Observation observation, Instant at, CheckRule rule) {
		Pending row = Pending.add(this.pending, observation.outcome(), at);
		CheckState next = this;
		if (row.count() >= rule.failures()) {
			next = (observation.outcome() == Outcome.DOWN) ? confirmed(Reasons.of(observation.cause()), row.since())
					: unknown(StateReason.TURNED_AWAY, row.since());
		}
		else if (row.sideCount() >= rule.failures() && this.state.isUp()) {
			// Failures and refusals by turns: not up, and not surely down.
			next = unknown(StateReason.TURNED_AWAY, row.sideSince());
		}
		return next.waiting(next.isExpected(observation.outcome()) ? null : row);
	}

	private CheckState confirmed(StateReason cause, Instant from) {
		return (this.state == ServiceState.DOWN) ? this : go(ServiceState.DOWN, cause, from);
	}

	/** Whether a result is what the state says anyway, so that nothing is waited for. */
	private boolean isExpected(Outcome outcome) {
		return switch (this.state) {
			case UP -> outcome == Outcome.UP;
			case DEGRADED -> outcome == Outcome.SLOW;
			case DOWN -> outcome == Outcome.DOWN;
			case UNKNOWN -> outcome == Outcome.REFUSED && this.reason == StateReason.TURNED_AWAY;
			case MAINTENANCE, UNMONITORED -> false;
		};
	}

	/** Never before the present state began: what was confirmed before it stays. */
	private CheckState go(ServiceState to, @Nullable StateReason why, Instant from) {
		Instant begins = micros(from);
		boolean outLasts = to == ServiceState.UNKNOWN && (this.wasDown || this.state == ServiceState.DOWN);
		return new CheckState(to, why, begins.isBefore(this.since) ? this.since : begins, outLasts, null, null);
	}

	private CheckState waiting(@Nullable Pending row) {
		return (row == null && this.pending == null && this.lateSince == null) ? this
				: new CheckState(this.state, this.reason, this.since, this.wasDown, row, null);
	}

	/** The database counts in microseconds. */
	private static Instant micros(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS);
	}

}
