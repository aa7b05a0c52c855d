package id.tangerangkota.layanan.availability.probe;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures the parts of a check; several hops add up. */
final class Stopwatch {

	private final long started;

	private final long[] nanos = new long[Part.values().length];

	private Part part = Part.DNS;

	private long since;

	Stopwatch(long now) {
		this.started = now;
		this.since = now;
		Arrays.fill(this.nanos, -1);
	}

	/** What is going on. */
	Part part() {
		return this.part;
	}

	/** A part begins, whether or not the one before was finished. */
	void begin(Part part) {
		this.part = part;
		this.since = System.nanoTime();
	}

	/** The part is finished and the next begins. */
	void next(Part next) {
		long now = System.nanoTime();
		int index = this.part.ordinal();
		this.nanos[index] = Math.max(0, this.nanos[index]) + now - this.since;
		this.part = next;
		this.since = now;
	}

	long total(long now) {
		return now - this.started;
	}

	Phases phases(long now) {
		return new Phases(millis(Part.DNS), millis(Part.CONNECT), millis(Part.TLS), millis(Part.FIRST_BYTE),
				millis(total(now)));
	}

	private int millis(Part part) {
		long measured = this.nanos[part.ordinal()];
		return (measured < 0) ? Phases.NONE : millis(measured);
	}

	private static int millis(long nanos) {
		return (int) TimeUnit.NANOSECONDS.toMillis(nanos);
	}

	/** The parts in their order. */
	enum Part {

		DNS, CONNECT, TLS, FIRST_BYTE, BODY

	}

}
