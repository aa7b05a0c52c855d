package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.availability.check.Checks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ResultWriterTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final List<List<Finding>> batches = new CopyOnWriteArrayList<>();

	private final AtomicInteger settled = new AtomicInteger();

	private final AtomicBoolean away = new AtomicBoolean();

	private ResultWriter writer = writer(20_000, this::keep);

	private ResultWriter writer(int room, ResultWriter.Storing store) {
		return new ResultWriter(store, new ResultWriter.Room(room), (finding) -> this.settled.incrementAndGet(),
				new CheckMeters(this.meters));
	}

	private void keep(List<Finding> batch) {
		if (this.away.get()) {
			throw new DataAccessResourceFailureException("away");
		}
		this.batches.add(List.copyOf(batch));
	}

	@AfterEach
	void close() {
		this.writer.close();
	}

	private void offer(int from, int until) {
		for (int n = from; n < until; n++) {
			this.writer.offer(List.of(finding(n)));
		}
	}

	private static Finding finding(int n) {
		return Finding.of(n, Checks.NOON.plusMillis(n), Checks.up(Checks.NOON, 5));
	}

	private List<Integer> stored() {
		List<Integer> stored = new ArrayList<>();
		this.batches.forEach((batch) -> batch.forEach((finding) -> stored.add(finding.check())));
		return stored;
	}

	private double lost(Loss loss) {
		return this.meters.get("layanan.availability.lost").tag("reason", loss.tag()).counter().count();
	}

	private void start() {
		Thread.ofVirtual().start(this.writer);
	}

	@Test
	void storesInBatchesAndInOrder() {
		offer(0, 2_500);
		start();
		await().atMost(PATIENCE).until(() -> this.settled.get() == 2_500);
		assertThat(stored()).hasSize(2_500).isSorted();
		assertThat(this.batches).hasSize(3).allMatch((batch) -> batch.size() <= 1_000);
	}

	@Test
	void doesNotKeepAFewWaiting() {
		start();
		offer(0, 3);
		await().atMost(Duration.ofSeconds(2)).until(() -> stored().size() == 3);
		assertThat(this.batches).hasSize(1);
	}

	@Test
	void waitsForTheDatabaseAndCountsWhatFindsNoRoom() {
		this.writer = writer(100, this::keep);
		this.away.set(true);
		start();
		offer(0, 100);
		offer(100, 130);
		assertThat(lost(Loss.NO_ROOM)).isEqualTo(30);
		this.away.set(false);
		await().atMost(PATIENCE).until(() -> stored().size() == 100);
		assertThat(stored()).isSorted().last().isEqualTo(99);
		await().atMost(PATIENCE).until(() -> this.writer.offer(List.of(finding(130))));
		await().atMost(PATIENCE).until(() -> stored().size() == 101);
		assertThat(this.settled).hasValue(131 + (int) lost(Loss.NO_ROOM) - 30);
	}

	/** Or its check would count as looked at all the time. */
	@Test
	void takesAResultAndWhatPrecedesItTogetherOrNotAtAll() {
		this.writer = writer(2, this::keep);
		List<Finding> both = List.of(Finding.blind(7, Checks.NOON), finding(7));
		offer(0, 1);
		assertThat(this.writer.offer(both)).isFalse();
		assertThat(lost(Loss.NO_ROOM)).isEqualTo(1);
		start();
		await().atMost(PATIENCE).until(() -> stored().size() == 1 && this.writer.offer(both));
		await().atMost(PATIENCE).until(() -> stored().size() == 3);
		assertThat(this.batches.getLast()).isEqualTo(both);
		// The word that nobody looked settles nothing.
		assertThat(this.settled.get()).isEqualTo(2 + (int) lost(Loss.NO_ROOM));
	}

	@Test
	void losesOnlyTheOneThatCannotBeStored() {
		this.writer = writer(1_000, (batch) -> {
			if (batch.stream().anyMatch((finding) -> finding.check() == 77)) {
				throw new DataIntegrityViolationException("77");
			}
			keep(batch);
		});
		offer(0, 200);
		start();
		await().atMost(PATIENCE).until(() -> this.settled.get() == 200);
		assertThat(stored()).isSorted().hasSize(199).doesNotContain(77);
		assertThat(lost(Loss.REFUSED)).isEqualTo(1);
	}

	@Test
	void storesNothingMoreWhenTheShardWasTakenOver() {
		this.writer = writer(1_000, (batch) -> {
			throw new StaleLease(new Lease(3, 1, Checks.NOON));
		});
		offer(0, 5);
		start();
		await().atMost(PATIENCE).until(this.writer::isStale);
		offer(5, 10);
		await().atMost(PATIENCE).until(() -> lost(Loss.TAKEN_OVER) == 10);
		assertThat(this.settled).hasValue(10);
	}

	@Test
	void doesNotHoldUpTheEndWhileTheDatabaseIsAway() throws InterruptedException {
		this.away.set(true);
		offer(0, 5);
		Thread thread = Thread.ofVirtual().start(this.writer);
		this.writer.close();
		assertThat(thread.join(PATIENCE)).isTrue();
		assertThat(lost(Loss.NO_DATABASE)).isEqualTo(5);
	}

}
