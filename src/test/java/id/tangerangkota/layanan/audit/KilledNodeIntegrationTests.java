package id.tangerangkota.layanan.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.testing.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A node that is killed (SIGKILL) between an act and its record, or between both and the
 * answer: neither or both are there. The test holds the locks the node stops at.
 */
@PortalTest
@Timeout(300)
class KilledNodeIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String PASSWORD = "kopi pagi hujan deras";

	/** The account is written and the end of the audit chain waited for. */
	private static final String BETWEEN_ACT_AND_RECORD = """
			select a.pid from pg_stat_activity a
			join pg_locks l on l.pid = a.pid and l.granted and l.mode = 'RowExclusiveLock'
				and l.relation = 'identity.account'::regclass
			where a.datname = current_database() and a.wait_event_type = 'Lock' and a.backend_xid is not null
			""";

	@TempDir
	private Path place;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private Registration registration;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private AuditVerifier verifier;

	@Autowired
	private JdbcClient jdbc;

	private PortalProcess node;

	private Connection chain;

	@BeforeEach
	void startANode() throws SQLException {
		// The chain has a beginning.
		register(Niks.next());
		this.node = PortalProcess.start(this.database.getJdbcUrl(), this.place.resolve("node"),
				List.of("layanan.database.lock-timeout=60s", "layanan.database.statement-timeout=60s"));
		this.chain = connect();
		this.node.port();
	}

	@AfterEach
	void stopIt() throws Exception {
		this.node.close();
		this.chain.close();
	}

	private void register(String nik) {
		this.registration
			.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", PASSWORD, null, "198.51.100.73"));
	}

	private Connection connect() throws SQLException {
		Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(), this.database.getUsername(),
				this.database.getPassword());
		connection.setAutoCommit(false);
		return connection;
	}

	private static void hold(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long records() {
		return this.jdbc.sql("select count(*) from audit.entry where action = 'identity.registered'")
			.query(Long.class)
			.single();
	}

	private boolean exists(String nik) {
		return this.counter.find(Nik.parse(nik)).isPresent();
	}

	/** Somebody registers at the node, which stops before the record. */
	private Future<Integer> registerAtTheNode(ExecutorService threads, String nik) throws SQLException {
		Person person = new Person(this.node.port()).open("/daftar");
		Map<String, String> form = person.hidden("/daftar");
		form.putAll(Map.of("nik", nik, "nama", "Siti Aminah", "surel", "", "sandi", PASSWORD));
		hold(this.chain, "select seq from audit.chain where name = 'identity' for update");
		return threads.submit(() -> person.post("/daftar", form).status());
	}

	private int stopped() {
		await().atMost(PATIENCE)
			.until(() -> this.jdbc.sql(BETWEEN_ACT_AND_RECORD).query(Integer.class).list().size() == 1);
		return this.jdbc.sql(BETWEEN_ACT_AND_RECORD).query(Integer.class).single();
	}

	private static void assertUnanswered(Future<Integer> answer) {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(answer::get);
	}

	@Test
	void beforeTheRecordThereIsNeitherActNorRecord() throws Exception {
		String nik = Niks.next();
		long before = records();
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Integer> answer = registerAtTheNode(threads, nik);
			int backend = stopped();
			this.node.kill();
			this.chain.rollback();
			assertUnanswered(answer);
			await().atMost(PATIENCE)
				.until(() -> this.jdbc.sql("select count(*) from pg_stat_activity where pid = ?")
					.param(backend)
					.query(Integer.class)
					.single() == 0);
		}
		assertThat(exists(nik)).isFalse();
		assertThat(records()).isEqualTo(before);
		// The others go on, and the chain with them.
		register(nik);
		assertThat(exists(nik)).isTrue();
		assertThat(records()).isEqualTo(before + 1);
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
	}

	@Test
	void beforeTheAnswerThereAreBoth() throws Exception {
		String nik = Niks.next();
		long before = records();
		try (ExecutorService threads = Executors.newSingleThreadExecutor(); Connection sessions = connect()) {
			Future<Integer> answer = registerAtTheNode(threads, nik);
			stopped();
			// The session is stored when all is done: there it stops again.
			hold(sessions, "lock table session.spring_session, session.spring_session_attributes in exclusive mode");
			this.chain.rollback();
			await().atMost(PATIENCE).until(() -> records() > before);
			assertThat(answer.isDone()).isFalse();
			this.node.kill();
			assertUnanswered(answer);
			sessions.rollback();
		}
		assertThat(records()).isEqualTo(before + 1);
		assertThat(exists(nik)).isTrue();
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
		assertThat(new Person(this.port).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD).path())
			.startsWith("/akun");
	}

}
