package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The server of a portal that died without stopping it: PostgreSQL outlives a killed JVM.
 * Only the holder of the lock may look for one.
 */
final class Orphan {

	private static final Logger logger = LoggerFactory.getLogger(Orphan.class);

	/** For the clients that may be left, a command perhaps, to come to an end. */
	private static final Duration SMART = Duration.ofSeconds(10);

	private static final Duration FAST = Duration.ofSeconds(20);

	private final DataDirectory directory;

	Orphan(DataDirectory directory) {
		this.directory = directory;
	}

	void stop() throws IOException {
		Optional<ProcessHandle> process = this.directory.postmaster()
			.flatMap((postmaster) -> ProcessHandle.of(postmaster.pid()))
			.filter(ProcessHandle::isAlive);
		if (process.isEmpty()) {
			// PostgreSQL clears away what a dead process left behind.
			return;
		}
		Optional<Path> command = process.get().info().command().map(Path::of);
		if (command.isPresent() && !isPostgres(command.get())) {
			// The number went to another process, as it does in containers. PostgreSQL
			// cannot
			// tell and would not start.
			Files.delete(this.directory.postmasterFile());
			return;
		}
		if (command.isEmpty() || !command.get().startsWith(this.directory.binaries().toRealPath())) {
			throw foreign(process.get());
		}
		stop(process.get());
	}

	private static boolean isPostgres(Path command) {
		String name = command.getFileName().toString();
		return name.equals("postgres") || name.equals("postgres.exe");
	}

	private void stop(ProcessHandle process) throws IOException {
		logger.info("Stopping the PostgreSQL (process {}) a killed portal left in {}", process.pid(),
				this.directory.cluster());
		process.destroy();
		if (!ended(process, SMART)) {
			// The signal of a fast shutdown, which ends the sessions. Windows never comes
			// here:
			// there the line above ends the process at once.
			new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
			if (!ended(process, FAST)) {
				throw new IOException("PostgreSQL process %d of an earlier run does not stop".formatted(process.pid()));
			}
		}
	}

	private static boolean ended(ProcessHandle process, Duration patience) {
		CompletableFuture<Boolean> end = process.onExit().thenApply((ended) -> true);
		return end.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	private FailureAnalyzedException foreign(ProcessHandle process) {
		return new FailureAnalyzedException(
				"%s names process %d, which may be a PostgreSQL that this portal did not start."
					.formatted(this.directory.postmasterFile(), process.pid()),
				"If that server uses %s, stop it. If it does not, delete the file. Then start again."
					.formatted(this.directory.cluster()));
	}

}
