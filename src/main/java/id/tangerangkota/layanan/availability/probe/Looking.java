package id.tangerangkota.layanan.availability.probe;

import java.time.Instant;
import java.util.function.Consumer;

/** What checks need of the prober. */
@FunctionalInterface
public interface Looking {

	/**
	 * Asks a target once.
	 * @param reach in which networks it, and where it redirects to, may be
	 * @param planned when it should start
	 * @param done hears the result exactly once
	 */
	void probe(Target target, Reach reach, Instant planned, Consumer<Result> done);

	/** Asks a target in public once. */
	default void probe(Target target, Instant planned, Consumer<Result> done) {
		probe(target, Reach.PUBLIC, planned, done);
	}

}
