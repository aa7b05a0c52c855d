package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataDirectoryTests {

	private DataDirectory directory;

	@BeforeEach
	void inATemporaryPlace(@TempDir Path place) {
		this.directory = new DataDirectory(place.resolve("data"));
	}

	@Test
	void isHeldByOneAtATime() throws IOException {
		try (DataDirectoryLock lock = DataDirectoryLock.tryAcquire(this.directory).orElseThrow()) {
			assertThat(DataDirectoryLock.tryAcquire(this.directory)).isEmpty();
			lock.announce("http://localhost:8080");
			assertThat(Files.readString(this.directory.lockFile())).startsWith(ProcessHandle.current().pid() + "\n")
				.endsWith("\nhttp://localhost:8080\n");
		}
		assertThat(this.directory.lockFile()).isEmptyFile();
		DataDirectoryLock.tryAcquire(this.directory).orElseThrow().close();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isClosedToOtherUsers() throws IOException {
		this.directory.create();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.directory.root())))
			.isEqualTo("rwx------");
	}

	@Test
	void saysWhichPlaceCannotBeCreated() throws IOException {
		Files.createFile(this.directory.root());
		DataDirectory below = new DataDirectory(this.directory.root().resolve("data"));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(below::create)
			.withMessageContaining(below.root().toString());
	}

	@Test
	void refusesTheDataOfAnotherMajorVersionAndLetsGoOfTheLock() throws IOException {
		DataDirectoryLock lock = DataDirectoryLock.tryAcquire(this.directory).orElseThrow();
		Files.createDirectory(this.directory.cluster());
		Files.writeString(this.directory.cluster().resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(FailureAnalyzedException.class)
			.isThrownBy(() -> EmbeddedServer.start(this.directory, lock))
			.withMessageContaining("PostgreSQL 17")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("pg_dump"));
		DataDirectoryLock.tryAcquire(this.directory).orElseThrow().close();
	}

	@Test
	void clearsAwayAProcessNumberThatWentToAnother() throws IOException {
		Files.createDirectories(this.directory.cluster());
		Files.writeString(this.directory.postmasterFile(), ProcessHandle.current().pid() + "\n");
		new Orphan(this.directory).stop();
		assertThat(this.directory.postmasterFile()).doesNotExist();
	}

	@Test
	void doesNotJoinAServerThatIsNotReady() throws IOException {
		try (DataDirectoryLock lock = DataDirectoryLock.tryAcquire(this.directory).orElseThrow()) {
			assertThat(lock).isNotNull();
			assertThatExceptionOfType(FailureAnalyzedException.class)
				.isThrownBy(() -> EmbeddedConnection.ofCommand(this.directory))
				.withMessageContaining("is not ready");
		}
	}

}
