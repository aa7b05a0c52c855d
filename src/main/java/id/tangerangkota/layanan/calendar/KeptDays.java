package id.tangerangkota.layanan.calendar;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * Keeps the calendar, and asks at most every two seconds whether somebody changed it, on
 * this node or another. While one thread asks, the others go on with what they have; so
 * do all while the database is away.
 */
class KeptDays implements Supplier<WorkingDays> {

	static final Duration FRESH = Duration.ofSeconds(2);

	private static final Logger logger = LoggerFactory.getLogger(KeptDays.class);

	private final CalendarReader reader;

	private final LongSupplier nanos;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile @Nullable Kept kept;

	/**
	 * Keeps what the reader reads.
	 * @param nanos as {@link System#nanoTime()}, which nobody sets back
	 */
	KeptDays(CalendarReader reader, LongSupplier nanos) {
		this.reader = reader;
		this.nanos = nanos;
	}

	private record Kept(WorkingDays days, long revision, long askedAt) {
	}

	@Override
	public WorkingDays get() {
		@Nullable Kept before = this.kept;
		if (before == null) {
			return first();
		}
		if (this.nanos.getAsLong() - before.askedAt() < FRESH.toNanos() || !this.asking.tryLock()) {
			return before.days();
		}
		try {
			Kept found = ask(before);
			this.kept = found;
			return found.days();
		}
		catch (DataAccessException ex) {
			logger.debug("The calendar could not be asked for; the one known before is used", ex);
			this.kept = new Kept(before.days(), before.revision(), this.nanos.getAsLong());
			return before.days();
		}
		finally {
			this.asking.unlock();
		}
	}

	/** Makes the next reader on this node ask. */
	void expire() {
		this.asking.lock();
		try {
			@Nullable Kept before = this.kept;
			if (before != null) {
				this.kept = new Kept(before.days(), before.revision(), this.nanos.getAsLong() - FRESH.toNanos());
			}
		}
		finally {
			this.asking.unlock();
		}
	}

	private WorkingDays first() {
		this.asking.lock();
		try {
			@Nullable Kept before = this.kept;
			Kept found = (before != null) ? before : read(this.reader.revision());
			this.kept = found;
			return found.days();
		}
		finally {
			this.asking.unlock();
		}
	}

	private Kept ask(Kept before) {
		long revision = this.reader.revision();
		return (revision != before.revision()) ? read(revision)
				: new Kept(before.days(), revision, this.nanos.getAsLong());
	}

	/**
	 * The revision is read first: what changes in between is read once more, not missed.
	 */
	private Kept read(long revision) {
		return new Kept(this.reader.read(), revision, this.nanos.getAsLong());
	}

}
