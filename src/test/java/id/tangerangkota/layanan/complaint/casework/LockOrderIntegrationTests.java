package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever needs several cases takes the first in the database's order first. Two that go
 * different ways about it would each hold what the other waits for.
 */
@SetTimeTest
class LockOrderIntegrationTests {

	@Autowired
	private Complaints complaints;

	@Autowired
	private CaseDesk desk;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Receipt first;

	private Receipt last;

	/**
	 * As the database sees them: for Java what begins with 8 or more comes before 0, as
	 * the half of an id is a number with a sign there.
	 */
	@BeforeEach
	void file() {
		this.clock.set("2026-07-01T10:00");
		do {
			this.first = this.complaints.file();
		}
		while (isNegative(this.first));
		do {
			this.last = this.complaints.file();
		}
		while (!isNegative(this.last));
	}

	private static boolean isNegative(Receipt receipt) {
		return receipt.complaint().value().getMostSignificantBits() < 0;
	}

	@Test
	void isKeptByWhoHandsManyOver() throws Exception {
		isKept((desk) -> assertThat(desk.verifyAll(List.of(shown(this.last), shown(this.first)), ROADS)).isEqualTo(2));
	}

	@Test
	void isKeptByWhoMergesTheLastIntoTheFirst() throws Exception {
		isKept((desk) -> desk.merge(shown(this.last), this.first.ticket()));
	}

	@Test
	void isKeptByWhoMergesTheFirstIntoTheLast() throws Exception {
		isKept((desk) -> desk.merge(shown(this.first), this.last.ticket()));
	}

	/** While somebody has the first, nobody has the last. */
	private void isKept(Consumer<CaseDesk> work) throws Exception {
		try (ExecutorService colleague = Executors.newSingleThreadExecutor()) {
			Future<?> working = this.transaction.execute((status) -> {
				lock(this.first.complaint());
				int holder = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
				Future<?> waiting = colleague.submit(() -> {
					try (Acting acting = Acting.as(COORDINATOR)) {
						work.accept(this.desk);
					}
				});
				await().until(() -> isWaitedFor(holder));
				assertThat(lock(this.last.complaint())).as("free").isOne();
				return waiting;
			});
			working.get(20, TimeUnit.SECONDS);
		}
	}

	private int lock(ComplaintId complaint) {
		return this.jdbc.sql("select id from complaint.complaint where id = ? for update skip locked")
			.param(complaint.value())
			.query()
			.listOfRows()
			.size();
	}

	/** Asked by another connection than the one that is waited for. */
	private boolean isWaitedFor(int holder) {
		return this.jdbc.sql("""
				select exists (select from pg_stat_activity
					where wait_event_type = 'Lock' and ? = any (pg_blocking_pids(pid)))""")
			.param(holder)
			.query(Boolean.class)
			.single();
	}

	private CaseDesk.Shown shown(Receipt receipt) {
		return this.complaints.shown(receipt.complaint());
	}

}
