package id.tangerangkota.layanan.availability.check;

import java.time.Instant;
import java.util.function.Consumer;

import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.availability.probe.Target;

/** What checks need of the prober. */
@FunctionalInterface
interface Looking {

	/**
	 * Asks a target once.
	 * @param planned when it should start
	 * @param done hears the result exactly once
	 */
	void probe(Target target, Instant planned, Consumer<Result> done);

}
