package id.tangerangkota.layanan.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.throttle.Refusals;
import id.tangerangkota.layanan.vault.KeyActivated;
import id.tangerangkota.layanan.vault.KeyRetired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

@PortalTest
class AuditTrailIntegrationTests {

	@Autowired
	private AuditTrail trail;

	@Autowired
	private AuditReader reader;

	@Autowired
	private AuditVerifier verifier;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MessageSource messages;

	private final TransactionTemplate transaction;

	AuditTrailIntegrationTests(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
	}

	@BeforeEach
	void makeSomethingToActOn() {
		this.jdbc.sql("create table if not exists public.act (name text)").update();
		this.jdbc.sql("truncate public.act").update();
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void actAndRecordAreCommittedTogether() {
		this.transaction.executeWithoutResult((status) -> act("together.done"));
		assertThat(acts()).isOne();
		assertThat(records("together")).singleElement().satisfies((record) -> {
			assertThat(record.seq()).isOne();
			assertThat(record.outcome()).isEqualTo("DONE");
		});
	}

	@Test
	void aRollbackLeavesNeither() {
		this.transaction.executeWithoutResult((status) -> {
			act("rollback.done");
			status.setRollbackOnly();
		});
		assertThat(acts()).isZero();
		assertThat(records("rollback")).isEmpty();
		this.transaction.executeWithoutResult((status) -> act("rollback.done"));
		assertThat(records("rollback")).extracting(AuditRecord::seq).containsExactly(1L);
	}

	@Test
	void anActThatCannotBeRecordedIsNotDone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("insert into public.act values ('x')").update();
			this.events.publishEvent(new TestAct("nik.done", "3671010101010001"));
		}));
		assertThat(acts()).isZero();
		assertThat(records("nik")).isEmpty();
	}

	/** As if the node died after act and record, and before it said commit. */
	@Test
	void aConnectionThatDiesLeavesNeither() {
		Throwable failure = catchThrowable(() -> this.transaction.executeWithoutResult((status) -> {
			act("killed.done");
			int pid = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			inAnotherThread(() -> this.jdbc.sql("select pg_terminate_backend(?, 5000)")
				.param(pid)
				.query(Boolean.class)
				.single());
		}));
		assertThat(failure).isInstanceOfAny(DataAccessException.class, TransactionException.class);
		assertThat(acts()).isZero();
		assertThat(records("killed")).isEmpty();
	}

	/** Between the act and its record. */
	@Test
	void aConnectionThatDiesBetweenThemLeavesNeither() {
		Throwable failure = catchThrowable(() -> this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("insert into public.act values ('x')").update();
			int pid = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			inAnotherThread(() -> this.jdbc.sql("select pg_terminate_backend(?, 5000)")
				.param(pid)
				.query(Boolean.class)
				.single());
			this.events.publishEvent(new TestAct("between.done"));
		}));
		assertThat(failure).isInstanceOfAny(DataAccessException.class, TransactionException.class);
		assertThat(acts()).isZero();
		assertThat(records("between")).isEmpty();
	}

	@Test
	void aRefusalStaysWhenTheCallerIsRolledBack() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("insert into public.act values ('x')").update();
			this.trail.refuse(new TestAct("refusal.done"));
			status.setRollbackOnly();
		});
		assertThat(acts()).isZero();
		assertThat(records("refusal")).extracting(AuditRecord::outcome).containsExactly("REFUSED");
	}

	@Test
	void aRefusalDoesNotWaitForItsOwnCaller() {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new TestAct("waiting.done"));
			this.trail.refuse(new TestAct("waiting.done"));
		}));
		this.transaction.executeWithoutResult((status) -> {
			this.trail.refuse(new TestAct("waiting.first"));
			this.events.publishEvent(new TestAct("waiting.second"));
			this.trail.refuse(new TestAct("elsewhere.third"));
		});
		this.trail.refuse(new TestAct("waiting.last"));
		assertThat(records("waiting")).extracting(AuditRecord::action)
			.containsExactly("waiting.last", "waiting.second", "waiting.first");
	}

	@Test
	void worksWithoutATransactionOfTheCaller() {
		this.events.publishEvent(new TestAct("alone.done"));
		assertThat(records("alone")).hasSize(1);
	}

	@Test
	void namesWhoActs() {
		Actor officer = Actor.staff(AccountId.random(), Set.of(Role.OFFICER, Role.ADMINISTRATOR),
				new AgencyId("disdukcapil"));
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(officer, null));
		this.events.publishEvent(new TestAct("actor.current"));
		SecurityContextHolder.clearContext();
		Actor citizen = Actor.citizen(AccountId.random());
		this.events.publishEvent(new TestAct("actor.named", new AuditSubject("account", "7"), Map.of(), citizen));
		this.events.publishEvent(new TestAct("actor.system"));
		List<AuditRecord> records = records("actor").reversed();
		assertThat(records).extracting(AuditRecord::actorKind).containsExactly("STAFF", "CITIZEN", "SYSTEM");
		assertThat(records).extracting(AuditRecord::account)
			.containsExactly(officer.account(), citizen.account(), null);
		assertThat(records.getFirst().roles()).containsExactly("OFFICER", "ADMINISTRATOR");
		assertThat(records.getFirst().agency()).isEqualTo("disdukcapil");
		assertThat(records.get(1).subject()).isEqualTo(new AuditSubject("account", "7"));
	}

	@Test
	void writersOfOneChainLeaveNoGap() throws Exception {
		int writers = 8;
		int each = 25;
		inParallel(IntStream.range(0, writers).mapToObj((writer) -> (Callable<Void>) () -> {
			for (int n = 0; n < each; n++) {
				boolean rollback = n % 5 == 0;
				this.transaction.executeWithoutResult((status) -> {
					act("crowd.done");
					if (rollback) {
						status.setRollbackOnly();
					}
				});
			}
			return null;
		}).toList());
		List<Long> numbers = this.jdbc.sql("select seq from audit.entry where chain = 'crowd' order by seq")
			.query(Long.class)
			.list();
		assertThat(numbers).containsExactlyElementsOf(
				IntStream.rangeClosed(1, writers * each * 4 / 5).asLongStream().boxed().toList());
		assertThat(acts()).isEqualTo(numbers.size());
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
		assertThat(this.jdbc
			.sql("""
					select count(*) from (select at, lag(at) over (order by seq) as before from audit.entry where chain = 'crowd')
					where at < before""")
			.query(Long.class)
			.single()).isZero();
	}

	/** PostgreSQL ends one of them; what that one did is not done. */
	@Test
	void chainsLockedInOppositeOrderEndWithOneActRefused() throws Exception {
		this.events.publishEvent(new TestAct("left.done"));
		this.events.publishEvent(new TestAct("right.done"));
		CyclicBarrier both = new CyclicBarrier(2);
		List<Throwable> failures = new ArrayList<>();
		inParallel(Stream.of(List.of("left.done", "right.done"), List.of("right.done", "left.done"))
			.map((actions) -> (Callable<Void>) () -> {
				try {
					this.transaction.executeWithoutResult((status) -> {
						act(actions.getFirst());
						meet(both);
						this.events.publishEvent(new TestAct(actions.getLast()));
					});
				}
				catch (ConcurrencyFailureException ex) {
					synchronized (failures) {
						failures.add(ex);
					}
				}
				return null;
			})
			.toList());
		assertThat(failures).hasSize(1);
		assertThat(acts()).isOne();
		assertThat(records("left")).hasSize(2);
		assertThat(records("right")).hasSize(2);
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
	}

	static Stream<Class<? extends AuditableEvent>> events() {
		return AuditableEvents.onClassPath().stream();
	}

	/** The listener is typed by the interface: it must hear every kind of record. */
	@ParameterizedTest
	@MethodSource("events")
	void hearsEveryAuditableEvent(Class<? extends AuditableEvent> type) {
		AuditableEvent event = AuditableEvents.sample(type);
		long before = count(event.action());
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
		assertThat(count(event.action())).isEqualTo(before + 1);
		assertThat(this.messages.getMessage("audit.action." + event.action(), null, "?", null)).isNotEqualTo("?");
	}

	@Test
	void hearsOfKeys() {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new KeyActivated("data-2"));
			this.events.publishEvent(new KeyRetired("data-1"));
			status.setRollbackOnly();
		});
		assertThat(records("vault")).isEmpty();
		this.events.publishEvent(new KeyActivated("data-2"));
		this.events.publishEvent(new KeyRetired("data-1"));
		assertThat(records("vault")).extracting(AuditRecord::action, AuditRecord::subject)
			.containsExactly(tuple("vault.key-retired", new AuditSubject("key", "data-1")),
					tuple("vault.keys-rotated", new AuditSubject("key", "data-2")));
	}

	@Test
	void hearsOfThrottledTriesByTheMinute() {
		this.events.publishEvent(new Refusals("sign-in.nik", 12_345, Instant.parse("2026-11-24T03:42:00Z")));
		// Other tests are refused now and then, too.
		assertThat(records("throttle"))
			.filteredOn((record) -> "2026-11-24T03:42:00Z".equals(record.details().get("minute")))
			.singleElement()
			.satisfies((record) -> {
				assertThat(record.action()).isEqualTo("throttle.refused");
				assertThat(record.outcome()).isEqualTo("REFUSED");
				assertThat(record.details())
					.isEqualTo(Map.of("limit", "sign-in.nik", "count", "12345", "minute", "2026-11-24T03:42:00Z"));
			});
	}

	@Test
	void thereAreAuditableEvents() {
		assertThat(AuditableEvents.onClassPath()).hasSizeGreaterThan(4);
	}

	@Test
	void whatIsWrittenStays() {
		this.events.publishEvent(new TestAct("stays.done"));
		for (String table : List.of("entry", "anchor")) {
			for (String change : List.of("update audit.%s set seq = seq", "delete from audit.%s", "truncate audit.%s",
					"delete from audit.%s where false")) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> this.jdbc.sql(change.formatted(table)).update())
					.withStackTraceContaining("audit." + table + " is append-only");
			}
		}
	}

	@Test
	void findsByEachFilterAndAllOfThem() {
		Actor one = Actor.citizen(AccountId.random());
		String subject = UUID.randomUUID().toString();
		this.events.publishEvent(new TestAct("finding.first", new AuditSubject("thing", subject), Map.of(), one));
		this.events.publishEvent(new TestAct("finding.second", null, Map.of(), one));
		this.trail.refuse(new TestAct("finding.third", new AuditSubject("thing", subject), Map.of(), null));
		assertThat(actions(new AuditFilter(null, null, null, one.account(), null, null)))
			.containsExactly("finding.second", "finding.first");
		assertThat(actions(new AuditFilter(null, null, null, null, subject, null))).containsExactly("finding.third",
				"finding.first");
		assertThat(actions(new AuditFilter(null, null, "finding.third", null, null, null)))
			.containsExactly("finding.third");
		assertThat(actions(new AuditFilter(null, null, null, null, subject, AuditOutcome.REFUSED)))
			.containsExactly("finding.third");
		assertThat(actions(new AuditFilter(null, null, null, null, null, AuditOutcome.REFUSED)))
			.startsWith("finding.third");
		assertThat(actions(new AuditFilter(null, null, null, null, null, AuditOutcome.DONE)))
			.startsWith("finding.second");
		Instant at = this.reader.search(new AuditFilter(null, null, "finding.second", null, null, null), null, 1)
			.records()
			.getFirst()
			.at();
		assertThat(actions(new AuditFilter(at, at.plusNanos(1000), null, one.account(), null, null)))
			.containsExactly("finding.second");
		assertThat(actions(new AuditFilter(null, at, null, one.account(), null, null)))
			.containsExactly("finding.first");
		assertThat(actions(new AuditFilter(at.plusNanos(1000), null, null, one.account(), null, null))).isEmpty();
		assertThat(actions(
				new AuditFilter(at, at.plusSeconds(60), "finding.first", one.account(), subject, AuditOutcome.DONE)))
			.isEmpty();
		assertThat(this.reader.actions()).contains("finding.first", "finding.second", "finding.third").isSorted();
	}

	@Test
	void leadsThroughAllPagesAndBack() {
		AccountId account = AccountId.random();
		for (int n = 0; n < 23; n++) {
			this.events.publishEvent(new TestAct((n % 2 == 0) ? "paging.even" : "leafing.odd", null,
					Map.of("n", String.valueOf(n)), Actor.citizen(account)));
		}
		AuditFilter filter = new AuditFilter(null, null, null, account, null, null);
		List<String> seen = new ArrayList<>();
		List<AuditPage> pages = new ArrayList<>();
		AuditCursor cursor = null;
		do {
			AuditPage page = this.reader.search(filter, (cursor != null) ? AuditCursor.parse(cursor.toString()) : null,
					5);
			assertThat(page.total()).isEqualTo(23);
			page.records().forEach((record) -> seen.add(record.details().get("n")));
			pages.add(page);
			cursor = page.older();
		}
		while (cursor != null);
		assertThat(seen)
			.containsExactlyElementsOf(IntStream.range(0, 23).mapToObj((n) -> String.valueOf(22 - n)).toList());
		assertThat(pages).hasSize(5);
		assertThat(pages.getFirst().newer()).isNull();
		for (int n = pages.size() - 1; n > 0; n--) {
			assertThat(this.reader.searchBack(filter, pages.get(n).newer(), 5)).isEqualTo(pages.get(n - 1));
		}
		assertThat(this.reader.searchBack(filter, pages.getFirst().records().get(2).cursor(), 5))
			.isEqualTo(pages.getFirst());
	}

	/**
	 * What is taken away goes to a slow network: nothing waits for it, and nothing joins
	 * it.
	 */
	@Test
	void exportsOneMomentAndHoldsNothingMeanwhile() throws Exception {
		Actor actor = Actor.citizen(AccountId.random());
		for (int n = 0; n < 5; n++) {
			this.events.publishEvent(new TestAct("moment.before", null, Map.of(), actor));
		}
		List<String> taken = new ArrayList<>();
		this.reader.export(new AuditFilter(null, null, null, actor.account(), null, null),
				new AuditReader.ExportTarget() {

					@Override
					public void begin(long records) {
						taken.add("begin " + records);
						AuditTrailIntegrationTests.this.events
							.publishEvent(new TestAct("moment.meanwhile", null, Map.of(), actor));
					}

					@Override
					public void write(AuditRecord record) {
						assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
						taken.add(record.action());
					}

					@Override
					public void end() {
						taken.add("end");
					}

				});
		assertThat(taken).containsExactly("begin 5", "moment.before", "moment.before", "moment.before", "moment.before",
				"moment.before", "end");
		assertThat(records("audit").getFirst().details()).containsEntry("records", "5");
	}

	private List<String> actions(AuditFilter filter) {
		return this.reader.search(filter, null, 20).records().stream().map(AuditRecord::action).toList();
	}

	private void act(String action) {
		this.jdbc.sql("insert into public.act values ('x')").update();
		this.events.publishEvent(new TestAct(action));
	}

	private long acts() {
		return this.jdbc.sql("select count(*) from public.act").query(Long.class).single();
	}

	private long count(String action) {
		return this.jdbc.sql("select count(*) from audit.entry where action = ?")
			.param(action)
			.query(Long.class)
			.single();
	}

	/** The newest first. */
	private List<AuditRecord> records(String chain) {
		return this.reader.search(AuditFilter.NONE, null, 1000)
			.records()
			.stream()
			.filter((record) -> record.chain().equals(chain))
			.toList();
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void inAnotherThread(Callable<?> work) {
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			thread.submit(work).get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void inParallel(List<Callable<Void>> work) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
	}

}
