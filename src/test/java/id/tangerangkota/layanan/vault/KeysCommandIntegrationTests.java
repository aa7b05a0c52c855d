package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import id.tangerangkota.layanan.LayananApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * The command of one process against nodes of others: each has a ring of its own, and
 * they share the directory and the database.
 */
@SpringBootTest
@Timeout(300)
// It makes the database forget the keys its portal holds: nobody else can use that one.
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
class KeysCommandIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final List<Object> events = new ArrayList<>();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private KeyTable register;

	@Autowired
	private JdbcConnectionDetails database;

	@TempDir
	private Path place;

	private Path directory;

	@BeforeEach
	void beginAnew() {
		this.directory = this.place.resolve("keys");
		this.jdbc.sql("delete from vault.known_key").update();
		SampleRows.createTable(this.jdbc);
	}

	@Test
	void makesKeysAndListsThemWithoutShowingThem() throws IOException {
		assertThat(execute("init")).isZero();
		assertThat(this.out.toString()).contains("data-1 is made", "index-1 is made", "signature-1 is made",
				"Back them up");
		assertThat(execute("init")).isZero();
		assertThat(this.out.toString()).contains("data-1 was there");
		assertThat(execute("list")).isZero();
		assertThat(this.out.toString()).containsPattern("data-1 +active +file here")
			.containsPattern("signature-1 +active +file here")
			.doesNotContain(Files.readString(this.directory.resolve("data-1.key")).strip());
	}

	@Test
	void listsWhatIsMissing() throws IOException {
		execute("init");
		Files.delete(this.directory.resolve("index-1.key"));
		assertThat(execute("list")).isOne();
		assertThat(this.out.toString()).containsPattern("index-1 +active +FILE MISSING");
		new KeyFiles(this.directory).create(new KeyId(KeyPurpose.INDEX, 1));
		assertThat(execute("list")).isOne();
		assertThat(this.out.toString()).contains("ANOTHER KEY IN ITS FILE");
	}

	@Test
	void refusesOtherPurposesAndKeys() {
		assertThat(execute("rotate", "--purpose", "nik")).isEqualTo(2);
		assertThat(this.err.toString()).contains("--purpose is data, index or signature");
		assertThat(execute("retire", "nik")).isEqualTo(2);
	}

	/**
	 * What the issue asks for: people sign in all the time, and no row is left behind.
	 */
	@Test
	void rotatesWhilePeopleUseThePortal() throws Exception {
		execute("init");
		SampleRows first = node();
		IntStream.range(0, 1000).forEach((id) -> first.write(id, nik(id)));
		AtomicBoolean going = new AtomicBoolean(true);
		AtomicInteger next = new AtomicInteger(1000);
		AtomicInteger signIns = new AtomicInteger();
		ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
		try (ExecutorService people = Executors.newFixedThreadPool(3)) {
			List<Future<?>> busy = new ArrayList<>();
			for (SampleRows node : List.of(first, node())) {
				busy.add(people.submit(() -> {
					while (going.get()) {
						int fresh = next.getAndIncrement();
						node.write(fresh, nik(fresh));
						int id = signIns.getAndIncrement() % 1000;
						if (!node.find(nik(id)).equals(List.of(id)) || !node.read(id).equals(nik(id))) {
							failures.add("cannot sign in as " + id);
						}
						// Changes a row that is being rotated.
						node.write(id, nik(id));
					}
				}));
			}
			assertThat(execute("rotate")).as(this.err.toString()).isZero();
			going.set(false);
			for (Future<?> one : busy) {
				one.get();
			}
		}
		assertThat(failures).isEmpty();
		assertThat(signIns).hasValueGreaterThan(100);
		assertThat(first.outdated()).isZero();
		assertThat(keysInUse()).containsExactly("data-2", "index-2");
		assertThat(first.ids()).hasSize(next.get()).allSatisfy((id) -> assertThat(first.read(id)).hasSize(16));
		assertThat(this.out.toString()).contains("Made the key data-2", "Made the key index-2",
				"New values are made with data-2.", "sample.person: no row with values of earlier keys", "Done.");
		assertThat(this.events).contains(new KeyActivated("data-2"), new KeyActivated("index-2"));
		assertThat(this.directory.resolve("data-1.key")).exists();
	}

	@Test
	void rotatesOnePurposeAlone() {
		execute("init");
		assertThat(execute("rotate", "--purpose", "signature")).isZero();
		assertThat(new KeyFiles(this.directory).list()).map(KeyId::toString)
			.containsExactly("data-1", "index-1", "signature-2", "signature-1");
	}

	/** A row somebody else holds is waited for. */
	@Test
	void waitsForRowsThatOthersHold() throws Exception {
		execute("init");
		SampleRows node = node();
		node.write(1, nik(1));
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch held = new CountDownLatch(1);
		try (ExecutorService others = Executors.newSingleThreadExecutor()) {
			Future<?> holder = others.submit(() -> transaction().executeWithoutResult((status) -> {
				this.jdbc.sql("select id from sample.person where id = 1 for update").query(Integer.class).single();
				// With the keys of the moment, and committed long after.
				node.write(2, nik(2));
				held.countDown();
				hold(release);
			}));
			held.await(10, TimeUnit.SECONDS);
			try (ExecutorService command = Executors.newSingleThreadExecutor()) {
				Future<Integer> exit = command.submit(() -> execute("rotate"));
				await().atMost(PATIENCE).until(() -> activeKeys() == 5);
				assertThat(exit.isDone()).isFalse();
				release.countDown();
				assertThat(exit.get(60, TimeUnit.SECONDS)).isZero();
			}
			holder.get();
		}
		assertThat(keysInUse()).containsExactly("data-2", "index-2");
		assertThat(node.read(1)).isEqualTo(nik(1));
		assertThat(node.read(2)).isEqualTo(nik(2));
	}

	@Test
	void goesOnAfterAnInterruption() {
		execute("init");
		SampleRows node = node();
		IntStream.range(0, 600).forEach((id) -> node.write(id, nik(id)));
		AtomicInteger batches = new AtomicInteger();
		KeyedRows dying = new KeyedRows() {

			@Override
			public String name() {
				return "sample.person";
			}

			@Override
			public int renew(int limit) {
				if (batches.incrementAndGet() > 1) {
					throw new IllegalStateException("Cut off");
				}
				return node().renew(limit);
			}

			@Override
			public long outdated() {
				return node().outdated();
			}

		};
		assertThat(command(dying, "rotate")).isOne();
		assertThat(keysInUse()).containsExactly("data-1", "data-2", "index-1", "index-2");
		assertThat(execute("rotate")).isZero();
		assertThat(this.out.toString()).contains("The rotation to data-2 goes on.");
		assertThat(keysInUse()).containsExactly("data-2", "index-2");
		assertThat(new KeyFiles(this.directory).list()).map(KeyId::toString).doesNotContain("data-3");
		assertThat(execute("rotate", "--purpose", "data")).isZero();
		assertThat(keysInUse()).containsExactly("data-3", "index-2");
	}

	/** Nodes on several machines have the file before anything is made with it. */
	@Test
	void preparesKeysForNodesThatShareNothing() throws IOException {
		execute("init");
		Path other = this.place.resolve("other");
		FileSystemUtils.copyRecursively(this.directory, other);
		restrict(other);
		SampleRows here = node();
		SampleRows there = rows(TestNode.start(other, this.register).ring());
		there.write(1, nik(1));
		assertThat(execute("rotate", "--prepare", "--purpose", "data,index")).isZero();
		assertThat(execute("rotate", "--prepare")).isZero();
		assertThat(this.out.toString()).contains("The key data-2 is there already.");
		here.write(2, nik(2));
		assertThat(keysInUse()).containsExactly("data-1", "index-1");
		Files.copy(this.directory.resolve("data-2.key"), other.resolve("data-2.key"));
		Files.copy(this.directory.resolve("index-2.key"), other.resolve("index-2.key"));
		restrict(other);
		assertThat(execute("rotate")).isZero();
		assertThat(keysInUse()).containsExactly("data-2", "index-2");
		assertThat(there.read(1)).isEqualTo(nik(1));
		await().atMost(PATIENCE).untilAsserted(() -> {
			there.write(3, nik(3));
			assertThat(here.read(3)).isEqualTo(nik(3));
			assertThat(keysInUse()).containsExactly("data-2", "index-2");
		});
	}

	@Test
	void retiresAKeyThatNothingNeeds() throws IOException {
		execute("init");
		node().write(1, nik(1));
		assertThat(execute("retire", "data-1")).isOne();
		assertThat(this.err.toString()).contains("data-1 is in use");
		execute("rotate");
		assertThat(execute("retire", "signature-1")).isOne();
		assertThat(execute("retire", "data-9")).isOne();
		assertThat(execute("retire", "data-1")).isZero();
		assertThat(this.events).contains(new KeyRetired("data-1"));
		Files.delete(this.directory.resolve("data-1.key"));
		assertThat(node().read(1)).isEqualTo(nik(1));
		assertThat(execute("list")).isZero();
		assertThat(this.out.toString()).containsPattern("data-1 +retired +no file needed");
	}

	@Test
	void stopsThePortalFromStartingWithoutItsKeys() throws IOException {
		execute("init");
		FileSystemUtils.deleteRecursively(this.directory);
		assertThatException().isThrownBy(() -> portal().close())
			.havingRootCause()
			.isInstanceOf(FailureAnalyzedException.class)
			.withMessageContaining("Keys of this database are missing in " + this.directory);
		assertThat(this.directory).doesNotExist();
	}

	/** On a server of its own a portal makes keys only when told to. */
	@Test
	void stopsThePortalFromStartingWithoutAnyKeys() {
		assertThatException().isThrownBy(() -> portal("--layanan.vault.generate=").close())
			.havingRootCause()
			.isInstanceOfSatisfying(FailureAnalyzedException.class,
					(ex) -> assertThat(ex.analysis().getAction()).contains("keys init"));
		assertThat(this.directory).doesNotExist();
	}

	/** The command that makes keys must not need any. */
	@Test
	void startsACommandWithoutAnyKeys() {
		try (ConfigurableApplicationContext command = portal("--layanan.vault.generate=",
				"--spring.main.lazy-initialization=true")) {
			assertThat(this.directory).doesNotExist();
			assertThat(new CommandLine(command.getBean(KeysCommand.class)).setOut(new PrintWriter(this.out, true))
				.execute("init")).isZero();
		}
		assertThat(this.out.toString()).contains("data-1 is made");
		assertThat(this.directory.resolve("data-1.key")).exists();
	}

	@Test
	void letsThePortalMakeThemWhenToldTo() {
		try (ConfigurableApplicationContext portal = portal()) {
			assertThat(portal.getBean(Cipher.class).newest()).isEqualTo("v1:data-1:");
		}
		assertThat(this.directory.resolve("data-1.key")).exists();
	}

	private ConfigurableApplicationContext portal(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--spring.datasource.url=" + this.database.getJdbcUrl(),
				"--spring.datasource.username=postgres", "--layanan.vault.directory=" + this.directory));
		arguments.addAll(List.of(more));
		return new SpringApplicationBuilder(LayananApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.run(arguments.toArray(String[]::new));
	}

	private int execute(String... args) {
		return command(node(), args);
	}

	/** As in a process of its own, with nothing read before. */
	private int command(KeyedRows rows, String... args) {
		TestNode node = TestNode.start(this.directory, this.register);
		KeyGuard guard = new KeyGuard(node.files(), this.register, false);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("rows", (rows instanceof SampleRows) ? rows(node.ring()) : rows);
		KeyRenewal renewal = new KeyRenewal(this.register, beans.getBeanProvider(KeyedRows.class));
		KeyRotation rotation = new KeyRotation(node.files(), this.register, guard, node.ring(), renewal,
				this.events::add);
		return new CommandLine(new KeysCommand(node.files(), this.register, guard, rotation))
			.setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true))
			.execute(args);
	}

	private SampleRows node() {
		return rows(TestNode.start(this.directory, this.register).ring());
	}

	private SampleRows rows(KeyRing ring) {
		return new SampleRows(this.jdbc, transaction(), ring);
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(this.transactions);
	}

	private int activeKeys() {
		return this.jdbc.sql("select count(*) from vault.known_key where active_since is not null")
			.query(Integer.class)
			.single();
	}

	private List<String> keysInUse() {
		return this.jdbc.sql("""
				select distinct split_part(nik, ':', 2) from sample.person
				union select index_key from sample.person order by 1""").query(String.class).list();
	}

	private static void hold(CountDownLatch release) {
		try {
			assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void restrict(Path directory) throws IOException {
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.toList()) {
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
			}
		}
	}

	private static String nik(int id) {
		return "36710141%08d".formatted(id);
	}

}
