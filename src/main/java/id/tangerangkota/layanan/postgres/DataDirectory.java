package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** The places of the embedded server below {@code layanan.data-dir}. */
record DataDirectory(Path root) {

	DataDirectory {
		root = root.toAbsolutePath().normalize();
	}

	Path cluster() {
		return this.root.resolve("postgres");
	}

	Path binaries() {
		return this.root.resolve("postgres-binaries");
	}

	Path lockFile() {
		return this.root.resolve("postgres.lock");
	}

	Path logFile() {
		return this.root.resolve("postgres.log");
	}

	Path unfinishedMark() {
		return this.root.resolve("postgres.unfinished");
	}

	Path postmasterFile() {
		return cluster().resolve("postmaster.pid");
	}

	/** What the server last wrote about itself, nothing when it was stopped properly. */
	Optional<Postmaster> postmaster() throws IOException {
		return Files.exists(postmasterFile()) ? Postmaster.parse(Files.readString(postmasterFile())) : Optional.empty();
	}

	/**
	 * Closed to other users: the library leaves the binaries open for anyone to write.
	 */
	void create() {
		try {
			if (Files.notExists(this.root)) {
				Files.createDirectories(this.root);
				protect(this.root);
			}
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("The data directory %s cannot be created: %s".formatted(this.root, ex),
					"Give this user the right to write there, or choose another place with layanan.data-dir.", ex);
		}
	}

	static void protect(Path directory) throws IOException {
		if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
		}
	}

}
