package id.tangerangkota.layanan.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.testing.PortalProcess;
import id.tangerangkota.layanan.web.testing.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The change of keys as docs/security/keys.md describes it, by processes of their own,
 * while people sign in and out at the door of a node.
 */
@Tag("speed")
@SpringBootTest(classes = RotationWhileSigningInIntegrationTests.Nothing.class, webEnvironment = WebEnvironment.NONE)
@Timeout(600)
class RotationWhileSigningInIntegrationTests {

	private static final String PASSWORD = "kopi pagi hujan deras";

	private static final int CITIZENS = 20;

	/** Between two who come: the commands need the processor, too. */
	private static final Duration PAUSE = Duration.ofMillis(100);

	@TempDir
	private Path place;

	/** A database of its own, for it changes the keys. */
	@Autowired
	private JdbcConnectionDetails database;

	private final Queue<String> niks = new ConcurrentLinkedQueue<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger signIns = new AtomicInteger();

	@Test
	void nobodyNotices() throws Exception {
		try (Node node = start(); ScheduledExecutorService people = Executors.newScheduledThreadPool(2)) {
			Registration registration = node.bean(Registration.class);
			for (int i = 0; i < CITIZENS; i++) {
				register(registration);
			}
			// Some for the first time, others again.
			keepComing(people, () -> signInAndOut(node.port(), register(registration)));
			keepComing(people, () -> signInAndOut(node.port(), next()));
			await().atMost(Duration.ofSeconds(60)).until(() -> this.signIns.get() > 10);
			int before = this.signIns.get();
			assertThat(keys("rotate")).contains("Made the key data-2", "Made the key index-2",
					"identity.account: no row with values of earlier keys", "Done.");
			assertThat(this.signIns.get()).as("while the rows were made anew").isGreaterThan(before + 10);
			assertThat(DatabaseText.find(jdbc(), "v1:data-1:")).isEmpty();
			assertThat(jdbc().sql("select distinct index_key from identity.account where login_index is not null")
				.query(String.class)
				.list()).containsExactly("index-2");
			try (PortalProcess data = start("retire", "data-1"); PortalProcess index = start("retire", "index-1")) {
				assertThat(end(data)).contains("data-1 is retired");
				assertThat(end(index)).contains("index-1 is retired");
			}
			int retired = this.signIns.get();
			await().atMost(Duration.ofSeconds(60)).until(() -> this.signIns.get() > retired + 10);
		}
		assertThat(this.failures).isEmpty();
		Files.delete(keysAt("data-1.key"));
		Files.delete(keysAt("index-1.key"));
		try (Node node = start()) {
			for (int i = 0; i < 5; i++) {
				signInAndOut(node.port(), next());
			}
		}
		assertThat(this.failures).as("without the old files").isEmpty();
	}

	private void keepComing(ScheduledExecutorService people, Runnable visit) {
		people.scheduleWithFixedDelay(() -> {
			try {
				visit.run();
			}
			catch (RuntimeException ex) {
				// It would stop the others from coming.
				this.failures.add(ex.toString());
			}
		}, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private Node start() {
		return Node.startWhole(this.database.getJdbcUrl(), "--layanan.vault.directory=" + keysAt(""),
				"--layanan.vault.generate=true", "--layanan.identity.throttle.network-tries=1000000");
	}

	private Path keysAt(String file) {
		return this.place.resolve("keys").resolve(file);
	}

	private String keys(String... arguments) throws Exception {
		try (PortalProcess command = start(arguments)) {
			return end(command);
		}
	}

	private PortalProcess start(String... arguments) throws IOException {
		List<String> line = new ArrayList<>(List.of("keys"));
		line.addAll(List.of(arguments));
		Path output = Files.createTempFile(this.place, "command", ".txt");
		return PortalProcess.start(this.database.getJdbcUrl(), output, List.of("layanan.vault.directory=" + keysAt("")),
				line.toArray(String[]::new));
	}

	private static String end(PortalProcess command) throws InterruptedException {
		assertThat(command.exitValue()).as(command.output()).isZero();
		return command.output();
	}

	private String register(Registration registration) {
		String nik = Niks.next();
		int network = Integer.parseInt(nik.substring(12)) % 250;
		// Some of them wait for mail, which the outbox keeps encrypted.
		Email email = (network % 4 == 0) ? new Email(nik + "@contoh.id") : null;
		registration.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", PASSWORD, email,
				"198.18." + network + ".1"));
		this.niks.add(nik);
		return nik;
	}

	/** The citizens take turns. */
	private String next() {
		String nik = this.niks.remove();
		this.niks.add(nik);
		return nik;
	}

	private void signInAndOut(int port, String nik) {
		try {
			Person person = new Person(port).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD);
			if (!person.path().startsWith("/akun")) {
				this.failures.add("in: " + person.status() + " " + person.path());
				return;
			}
			this.signIns.incrementAndGet();
			person.open("/akun");
			if (!person.page().text().contains("Siti Aminah")) {
				this.failures.add("name: " + person.status() + " " + person.path());
			}
			person.submit("/keluar");
			if (!person.path().equals("/keluar")) {
				this.failures.add("out: " + person.status() + " " + person.path());
			}
		}
		catch (RuntimeException ex) {
			this.failures.add(ex.toString());
		}
	}

	private JdbcClient jdbc() {
		return JdbcClient.create(new DriverManagerDataSource(this.database.getJdbcUrl(), this.database.getUsername(),
				this.database.getPassword()));
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
