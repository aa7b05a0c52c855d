package id.tangerangkota.layanan.availability.probe;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** A check that was asked for: it waits, runs and hears its result. */
final class Ticket {

	private final Target target;

	private final Reach reach;

	private final Instant planned;

	private final Consumer<Result> done;

	private final AtomicBoolean told = new AtomicBoolean();

	private final @Nullable Reading reading;

	private final boolean afresh;

	private volatile @Nullable Attempt attempt;

	Ticket(Target target, Reach reach, Instant planned, Consumer<Result> done) {
		this(target, reach, planned, null, false, done);
	}

	/**
	 * For one that wants more.
	 * @param reading null where the result is enough
	 * @param afresh whether names are looked up whatever was found before
	 */
	Ticket(Target target, Reach reach, Instant planned, @Nullable Reading reading, boolean afresh,
			Consumer<Result> done) {
		this.reading = reading;
		this.afresh = afresh;
		this.target = target;
		this.reach = reach;
		this.planned = planned;
		this.done = done;
	}

	Target target() {
		return this.target;
	}

	Reach reach() {
		return this.reach;
	}

	Instant planned() {
		return this.planned;
	}

	/** Where answers are kept, null where nobody reads them. */
	@Nullable Reading reading() {
		return this.reading;
	}

	boolean afresh() {
		return this.afresh;
	}

	/** Says the result to whoever asked, unless they heard one already. */
	boolean tell(Result result) {
		boolean first = this.told.compareAndSet(false, true);
		if (first) {
			this.done.accept(result);
		}
		return first;
	}

	/** What is going on for it, null while it waits. */
	@Nullable Attempt attempt() {
		return this.attempt;
	}

	void begins(Attempt attempt) {
		this.attempt = attempt;
	}

	/** The result of one that never began. */
	Result late(int lagMillis) {
		return new Result(this.planned, lagMillis, Outcome.VOID, Cause.LATE, 0,
				new Phases(Phases.NONE, Phases.NONE, Phases.NONE, Phases.NONE, 0), null, null, null);
	}

}
