package id.tangerangkota.layanan.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** A PostgreSQL server of this process, made to keep its data. */
final class EmbeddedServer implements Closeable {

	/** The major version of the binaries in the POM; its data files fit no other. */
	static final String MAJOR_VERSION = "18";

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final Duration STARTUP_WAIT = Duration.ofSeconds(30);

	private final EmbeddedPostgres postgres;

	private final DataDirectoryLock lock;

	private EmbeddedServer(EmbeddedPostgres postgres, DataDirectoryLock lock) {
		this.postgres = postgres;
		this.lock = lock;
	}

	/**
	 * Starts the server and takes over the lock: it is released when the server stops.
	 */
	static EmbeddedServer start(DataDirectory directory, DataDirectoryLock lock) {
		boolean started = false;
		try {
			refuseOtherVersion(directory);
			new Orphan(directory).stop();
			keepLastLog(directory);
			EmbeddedServer server = new EmbeddedServer(builder(directory).start(), lock);
			started = true;
			return server;
		}
		catch (IOException | IllegalStateException ex) {
			throw failure(directory, ex);
		}
		finally {
			if (!started) {
				release(lock);
			}
		}
	}

	private static EmbeddedPostgres.Builder builder(DataDirectory directory) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(directory.cluster())
			.setOverrideWorkingDirectory(directory.binaries().toFile())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(STARTUP_WAIT)
			.setOutputRedirector(Redirect.appendTo(directory.logFile().toFile()))
			.setServerConfig("timezone", "UTC")
			.setServerConfig("log_timezone", "UTC")
			.setServerConfig("max_connections", "100")
			// The library is made for tests and would switch durability off.
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on");
		ClusterLocale.settings().forEach(builder::setLocaleConfig);
		return builder;
	}

	private static void refuseOtherVersion(DataDirectory directory) throws IOException {
		Path file = directory.cluster().resolve("PG_VERSION");
		String version = Files.exists(file) ? Files.readString(file).strip() : MAJOR_VERSION;
		if (!version.equals(MAJOR_VERSION)) {
			throw new FailureAnalyzedException(
					"The data in %s was written by PostgreSQL %s, this portal brings PostgreSQL %s."
						.formatted(directory.cluster(), version, MAJOR_VERSION),
					"Carry the data over with pg_dump of version %s, or move the directory away to start anew."
						.formatted(version));
		}
	}

	private static void keepLastLog(DataDirectory directory) throws IOException {
		if (Files.exists(directory.logFile())) {
			Files.move(directory.logFile(), directory.root().resolve("postgres.log.1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static FailureAnalyzedException failure(DataDirectory directory, Exception cause) {
		return new FailureAnalyzedException(
				"The embedded PostgreSQL in %s did not start: %s%n%s".formatted(directory.cluster(), cause.getMessage(),
						lastLines(directory.logFile())),
				"Correct what the last lines above name (disk space, rights); %s has the rest."
					.formatted(directory.logFile()),
				cause);
	}

	private static String lastLines(Path log) {
		try {
			List<String> lines = Files.readAllLines(log);
			return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 10), lines.size()));
		}
		catch (IOException ex) {
			return "(no log)";
		}
	}

	private static void release(DataDirectoryLock lock) {
		try {
			lock.close();
		}
		catch (IOException ex) {
			logger.warn("The lock of the data directory could not be released", ex);
		}
	}

	int port() {
		return this.postgres.getPort();
	}

	void announce(String address) {
		this.lock.announce(address);
	}

	/** A fast shutdown: sessions are ended, what is committed is on disk. */
	@Override
	public void close() {
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			logger.warn("The embedded PostgreSQL did not stop properly", ex);
		}
		finally {
			release(this.lock);
		}
	}

}
