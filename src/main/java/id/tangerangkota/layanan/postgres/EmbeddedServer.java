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
import org.springframework.util.FileSystemUtils;

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
			discardUnfinished(directory);
			keepLastLog(directory);
			EmbeddedServer server = new EmbeddedServer(builder(directory).start(), lock);
			DataDirectory.protect(directory.binaries());
			Files.deleteIfExists(directory.unfinishedMark());
			started = true;
			return server;
		}
		catch (FailureAnalyzedException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			stopWhatCameTooLate(directory, ex);
			throw failure(directory, ex);
		}
		finally {
			if (!started) {
				release(lock);
			}
		}
	}

	/**
	 * A process that dies while the files are created leaves some that no server accepts.
	 * The mark, set before the first file and gone after the first start, tells that
	 * there is no data among them.
	 */
	private static void discardUnfinished(DataDirectory directory) throws IOException {
		if (Files.exists(directory.unfinishedMark())) {
			FileSystemUtils.deleteRecursively(directory.cluster());
		}
		else if (Files.notExists(directory.cluster())) {
			Files.createFile(directory.unfinishedMark());
		}
	}

	private static void stopWhatCameTooLate(DataDirectory directory, Exception failure) {
		try {
			new Orphan(directory).stop();
		}
		catch (IOException | RuntimeException ex) {
			failure.addSuppressed(ex);
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
				"Correct what is named above (disk space, rights, a system without binaries) and start again, or set"
						+ " spring.datasource.url to a server of your own.",
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
