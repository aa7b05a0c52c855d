package id.tangerangkota.layanan.availability.probe;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Asks targets, thousands at a time on a few threads. Never blames a site for what is its
 * own fault: a check that begins too late or whose time ran out while this node was busy
 * is {@link Outcome#VOID}.
 */
public class Prober implements AutoCloseable {

	/**
	 * Starts no thread before the first check.
	 * @param userAgent how it introduces itself unless the settings say otherwise
	 */
	public Prober(ProberSettings settings, AllowedNetworks networks, String userAgent, Names names, Clock clock,
			MeterRegistry meters) {
	}

	/**
	 * Asks a target once.
	 * @param planned when it should start; how much later it does is told, and too late
	 * is void
	 * @param done hears the result exactly once, on a thread of the prober that must not
	 * be kept; also when the prober closes ({@link Cause#LATE})
	 */
	public void probe(Target target, Instant planned, Consumer<Result> done) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}

}
