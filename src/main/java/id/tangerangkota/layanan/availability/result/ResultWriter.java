package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.availability.probe.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Brings the results of one shard into the database, in batches one after the other. When
 * the database is away they wait, up to a limit all shards of the process share; beyond
 * it they are lost, and that is counted.
 */
class ResultWriter implements Runnable {

	private static final int BATCH = 1_000;

	private static final Duration GATHER = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(ResultWriter.class);

	private final Storing store;

	private final Room room;

	private final Settled settled;

	private final CheckMeters meters;

	private final BlockingQueue<Finding> queue = new LinkedBlockingQueue<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile boolean stale;

	ResultWriter(Storing store, Room room, Settled settled, CheckMeters meters) {
		this.store = store;
		this.room = room;
		this.settled = settled;
		this.meters = meters;
	}

	/** Stores a batch. */
	@FunctionalInterface
	interface Storing {

		void store(List<Finding> batch);

	}

	/** Hears of each result that is stored or lost. */
	@FunctionalInterface
	interface Settled {

		void settled(Finding finding);

	}

	/** How many results of this process may wait. */
	static final class Room {

		private final int size;

		private final AtomicInteger taken = new AtomicInteger();

		Room(int size) {
			this.size = size;
		}

		boolean take(int places) {
			if (this.taken.addAndGet(places) <= this.size) {
				return true;
			}
			give(places);
			return false;
		}

		void give(int places) {
			this.taken.addAndGet(-places);
		}

		int taken() {
			return this.taken.get();
		}

	}

	/**
	 * Takes a result, or several that only make sense together; returns at once.
	 * @return whether there was room
	 */
	boolean offer(List<Finding> findings) {
		if (this.stale || !this.room.take(findings.size())) {
			lost(findings, this.stale ? Loss.TAKEN_OVER : Loss.NO_ROOM);
			return false;
		}
		this.queue.addAll(findings);
		return true;
	}

	/** Whether somebody else holds the shard. */
	boolean isStale() {
		return this.stale;
	}

	/** Ends when all that was offered is stored, or when that is not possible at once. */
	void close() {
		this.closed.countDown();
	}

	@Override
	public void run() {
		try {
			while (!this.queue.isEmpty() || !isClosed()) {
				List<Finding> batch = gather();
				if (!batch.isEmpty()) {
					write(batch);
					this.room.give(batch.size());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Waits for time to pass, not for results: being woken by each costs more than
	 * writing them.
	 */
	private List<Finding> gather() throws InterruptedException {
		if (this.queue.size() < BATCH) {
			this.closed.await(GATHER.toMillis(), TimeUnit.MILLISECONDS);
		}
		List<Finding> batch = new ArrayList<>();
		this.queue.drainTo(batch, BATCH);
		return batch;
	}

	private void write(List<Finding> batch) throws InterruptedException {
		boolean told = false;
		while (true) {
			@Nullable Loss loss;
			try {
				if (!this.stale) {
					this.store.store(batch);
				}
				loss = this.stale ? Loss.TAKEN_OVER : null;
			}
			catch (StaleLease ex) {
				this.stale = true;
				loss = Loss.TAKEN_OVER;
			}
			catch (RuntimeException ex) {
				if (isAway(ex)) {
					if (!told) {
						log.warn("Results wait for the database: {}", ex.toString());
						told = true;
					}
					if (!this.closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
						continue;
					}
					loss = Loss.NO_DATABASE;
				}
				else if (batch.size() > 1) {
					// One that cannot be stored must not take the others with it.
					log.warn("A batch of {} could not be stored, so it is split", batch.size(), ex);
					write(batch.subList(0, batch.size() / 2));
					write(batch.subList(batch.size() / 2, batch.size()));
					return;
				}
				else {
					log.error("The result of check {} at {} cannot be stored", batch.getFirst().check(),
							batch.getFirst().at(), ex);
					loss = Loss.REFUSED;
				}
			}
			if (loss != null) {
				lost(batch, loss);
			}
			else {
				batch.forEach((finding) -> {
					this.meters.stored(finding);
					if (isResult(finding)) {
						this.settled.settled(finding);
					}
				});
			}
			return;
		}
	}

	private void lost(List<Finding> findings, Loss why) {
		List<Finding> results = findings.stream().filter(ResultWriter::isResult).toList();
		this.meters.lost(why, results.size());
		results.forEach(this.settled::settled);
	}

	/** That nobody looked stands for no slot of its own. */
	private static boolean isResult(Finding finding) {
		return finding.outcome() != Outcome.BLIND;
	}

	private boolean isClosed() {
		return this.closed.getCount() == 0;
	}

	/** Whether trying again helps. */
	private static boolean isAway(RuntimeException ex) {
		return ex instanceof TransactionException || ex instanceof TransientDataAccessException
				|| ex instanceof RecoverableDataAccessException || ex instanceof DataAccessResourceFailureException;
	}

}
