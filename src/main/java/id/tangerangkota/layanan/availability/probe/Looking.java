package id.tangerangkota.layanan.availability.probe;

import java.time.Instant;
import java.util.function.Consumer;

/** What checks need of the prober. */
@FunctionalInterface
public interface Looking {

	/**
	 * Asks a target once.
	 * @param planned when it should start
	 * @param done hears the result exactly once
	 */
	void probe(Target target, Instant planned, Consumer<Result> done);

}
