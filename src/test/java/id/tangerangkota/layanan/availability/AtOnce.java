package id.tangerangkota.layanan.availability;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two transactions, of which the second begins while the first has not ended. */
public final class AtOnce {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private AtOnce() {
	}

	/**
	 * Ends the first once the second waits for it, or has ended because it does not.
	 */
	public static void run(TransactionTemplate transaction, JdbcClient jdbc, Runnable first, Runnable second)
			throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		CompletableFuture<Integer> backend = new CompletableFuture<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Future<?> one = threads.submit(() -> transaction.executeWithoutResult((status) -> {
				first.run();
				done.countDown();
				waitFor(goOn);
			}));
			waitFor(done);
			Future<?> two = threads.submit(() -> transaction.executeWithoutResult((status) -> {
				backend.complete(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
				second.run();
			}));
			int pid = backend.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			await().atMost(PATIENCE).until(() -> two.isDone() || isWaiting(jdbc, pid));
			goOn.countDown();
			one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			two.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private static boolean isWaiting(JdbcClient jdbc, int pid) {
		return jdbc.sql("select exists (select 1 from pg_locks where pid = ? and not granted)")
			.param(pid)
			.query(Boolean.class)
			.single();
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
