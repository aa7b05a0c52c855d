package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Drives real processes: what counts is that the data outlives each of their deaths. */
class EmbeddedPostgresIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** One for all tests, because unpacking and creating a cluster takes seconds. */
	@TempDir
	private static Path place;

	private static int launches;

	private DataDirectory directory;

	private Process portal;

	@BeforeAll
	static void leaveWhatAFirstStartCutShortLeaves() throws IOException {
		DataDirectory directory = new DataDirectory(place.resolve("data"));
		Files.createDirectories(directory.cluster());
		Files.createFile(directory.cluster().resolve("rubbish"));
		Files.createFile(directory.unfinishedMark());
	}

	@BeforeEach
	void startThePortal() throws IOException {
		this.directory = new DataDirectory(place.resolve("data"));
		this.portal = launch();
		awaitServing(this.portal);
	}

	@AfterEach
	void stopThePortal() {
		stop(this.portal);
	}

	@Test
	void keepsDataOverARestart() throws IOException {
		commit("restart");
		stop(this.portal);
		assertThat(this.directory.postmasterFile()).doesNotExist();
		assertThat(this.directory.lockFile()).isEmptyFile();
		this.portal = launch();
		awaitServing(this.portal);
		assertThat(committed("restart")).isTrue();
	}

	@Test
	void beganAnewAfterAFirstStartCutShort() {
		assertThat(this.directory.cluster().resolve("rubbish")).doesNotExist();
		assertThat(this.directory.unfinishedMark()).doesNotExist();
	}

	@Test
	void isDurable() {
		assertThat(setting("fsync")).isEqualTo("on");
		assertThat(setting("synchronous_commit")).isEqualTo("on");
		assertThat(setting("full_page_writes")).isEqualTo("on");
		assertThat(setting("max_connections")).isEqualTo("100");
		assertThat(setting("log_timezone")).isEqualTo("UTC");
	}

	@Test
	void refusesASecondPortalAndSaysWhoIsThere() throws IOException {
		LockHolder holder = holder();
		assertThat(holder.pid()).isEqualTo(this.portal.pid());
		Path output = output();
		Process second = PortalStandIn.launch(this.directory.root(), output);
		await().atMost(PATIENCE).until(() -> !second.isAlive());
		assertThat(second.exitValue()).isOne();
		assertThat(Files.readString(output)).contains("APPLICATION FAILED TO START")
			.contains("The data directory %s is already in use by process %d (".formatted(this.directory.root(),
					this.portal.pid()))
			.contains("which serves " + holder.address())
			.contains("Use the portal that runs already")
			.doesNotContain("\tat ");
		assertThat(setting("fsync")).isEqualTo("on");
	}

	@Test
	void findsCommittedDataAfterAKill() throws IOException {
		commit("kill");
		ProcessHandle orphan = postmaster();
		this.portal.destroyForcibly();
		await().atMost(PATIENCE).until(() -> !this.portal.isAlive());
		assertThat(orphan.isAlive()).isTrue();
		this.portal = launch();
		awaitServing(this.portal);
		assertThat(committed("kill")).isTrue();
		assertThat(orphan.isAlive()).isFalse();
	}

	@Test
	void letsACommandJoin() {
		commit("command");
		ProcessHandle server = postmaster();
		try (ConfigurableApplicationContext command = new SpringApplicationBuilder(PortalStandIn.class)
			.web(WebApplicationType.NONE)
			.run("--layanan.data-dir=" + this.directory.root())) {
			JdbcClient jdbc = command.getBean(JdbcClient.class);
			assertThat(committed(jdbc, "command")).isTrue();
		}
		assertThat(server.isAlive()).isTrue();
		assertThat(holder().pid()).isEqualTo(this.portal.pid());
	}

	private Process launch() throws IOException {
		return PortalStandIn.launch(this.directory.root(), output());
	}

	private static Path output() {
		return place.resolve("output-" + ++launches);
	}

	private void awaitServing(Process process) {
		await().atMost(PATIENCE)
			.failFast("Portal ended, see " + place, () -> !process.isAlive())
			.until(() -> DataDirectoryLock.holder(this.directory)
				.filter((holder) -> holder.pid() == process.pid() && holder.address() != null)
				.isPresent());
	}

	private static void stop(Process process) {
		process.destroy();
		await().atMost(PATIENCE).until(() -> !process.isAlive());
	}

	private LockHolder holder() {
		return DataDirectoryLock.holder(this.directory).orElseThrow();
	}

	private ProcessHandle postmaster() {
		try {
			return ProcessHandle.of(this.directory.postmaster().orElseThrow().pid()).orElseThrow();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private void commit(String note) {
		JdbcClient jdbc = jdbc();
		jdbc.sql("create table if not exists note (text text)").update();
		jdbc.sql("insert into note values (:note)").param("note", note).update();
	}

	private boolean committed(String note) {
		return committed(jdbc(), note);
	}

	private static boolean committed(JdbcClient jdbc, String note) {
		return jdbc.sql("select count(*) from note where text = :note")
			.param("note", note)
			.query(Long.class)
			.single() == 1;
	}

	private String setting(String name) {
		return jdbc().sql("select current_setting(:name)").param("name", name).query(String.class).single();
	}

	private JdbcClient jdbc() {
		EmbeddedConnection connection = EmbeddedConnection.ofCommand(this.directory);
		return JdbcClient.create(new DriverManagerDataSource(connection.getJdbcUrl(), connection.getUsername(),
				connection.getPassword()));
	}

}
