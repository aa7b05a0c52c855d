package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class KeyFilesTests {

	private static final KeyId DATA_1 = new KeyId(KeyPurpose.DATA, 1);

	@TempDir
	private Path place;

	private Path directory;

	private KeyFiles files;

	@BeforeEach
	void nameADirectory() {
		this.directory = this.place.resolve("data/keys");
		this.files = new KeyFiles(this.directory);
	}

	@Test
	void hasNoKeysWithoutADirectory() {
		assertThat(this.files.list()).isEmpty();
		assertThat(this.directory).doesNotExist();
	}

	@Test
	void readsWhatItMade() throws IOException {
		Key made = this.files.create(DATA_1);
		assertThat(this.files.list()).containsExactly(DATA_1);
		assertThat(this.files.read(DATA_1).fingerprint()).isEqualTo(made.fingerprint());
		List<String> lines = Files.readAllLines(this.directory.resolve("data-1.key"));
		assertThat(lines).hasSize(1);
		assertThat(Base64.getDecoder().decode(lines.get(0))).hasSize(32);
		assertThat(made).hasToString("data-1");
	}

	@Test
	void makesEachKeyAnotherOne() {
		assertThat(Stream.of(DATA_1, new KeyId(KeyPurpose.DATA, 2), new KeyId(KeyPurpose.INDEX, 1))
			.map(this.files::create)
			.map((key) -> key.mac(new byte[0]))
			.map(Base64.getEncoder()::encodeToString)
			.distinct()).hasSize(3);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void keepsOthersOut() throws IOException {
		this.files.create(DATA_1);
		assertThat(rights(this.directory)).isEqualTo("rwx------");
		assertThat(rights(this.directory.getParent())).isEqualTo("rwx------");
		assertThat(rights(this.directory.resolve("data-1.key"))).isEqualTo("rw-------");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx" })
	@DisabledOnOs(OS.WINDOWS)
	void refusesAKeyThatOthersReach(String rights) throws IOException {
		this.files.create(DATA_1);
		Files.setPosixFilePermissions(this.directory.resolve("data-1.key"), PosixFilePermissions.fromString(rights));
		refuses("Others may read " + this.directory.resolve("data-1.key"), "chmod 600");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesADirectoryThatOthersWriteTo() throws IOException {
		this.files.create(DATA_1);
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwx---"));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(this.files::list)
			.withMessageContaining("Others may write to " + this.directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "AAAA", "not a key", "kunci é",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void refusesWhatIsNoKey(String content) throws IOException {
		this.files.create(DATA_1);
		Files.writeString(this.directory.resolve("data-1.key"), content);
		refuses("data-1.key holds no key", "32 random bytes in Base64");
	}

	@Test
	void refusesAHugeFileWithoutReadingIt() throws IOException {
		this.files.create(DATA_1);
		Files.write(this.directory.resolve("data-1.key"), new byte[50_000_000]);
		refuses("holds no key", "backup");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void saysWhatItCannotRead() throws IOException {
		this.files.create(DATA_1);
		Files.delete(this.directory.resolve("data-1.key"));
		Files.createSymbolicLink(this.directory.resolve("data-1.key"), this.place.resolve("gone"));
		refuses("cannot be read", "the user that runs the portal");
	}

	@ParameterizedTest
	@ValueSource(strings = { "data.key", "data-1a.key", "kunci-1.key", "data-0.key", ".key" })
	void refusesAKeyWithoutAProperName(String name) throws IOException {
		this.files.create(DATA_1);
		Files.createFile(this.directory.resolve(name));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(this.files::list)
			.withMessageContaining(name + " is not the name of a key");
	}

	@Test
	void leavesOtherFilesAlone() throws IOException {
		this.files.create(DATA_1);
		Files.createFile(this.directory.resolve("README"));
		Files.createFile(this.directory.resolve(".data-2123.new"));
		assertThat(this.files.list()).containsExactly(DATA_1);
	}

	/** None overwrites what another made, and none ever reads half a key. */
	@Test
	void letsProcessesMakeKeysAtOnce() throws IOException {
		Path go = this.place.resolve("go");
		List<Path> results = Stream.of("a", "b", "c").map(this.place::resolve).toList();
		List<Process> processes = results.stream()
			.map((result) -> KeyMaker.launch(this.directory, result, go))
			.toList();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> results.stream().allMatch((result) -> Files.exists(ready(result))));
		Files.createFile(go);
		await().atMost(Duration.ofSeconds(60)).until(() -> processes.stream().noneMatch(Process::isAlive));
		List<String> first = Files.readAllLines(results.get(0));
		assertThat(first).hasSize(KeyMaker.KEYS).doesNotHaveDuplicates();
		for (Path result : results) {
			assertThat(Files.readAllLines(result)).isEqualTo(first);
		}
		try (Stream<Path> left = Files.list(this.directory)) {
			assertThat(left).hasSize(KeyMaker.KEYS);
		}
	}

	private static Path ready(Path result) {
		return result.resolveSibling(result.getFileName() + ".ready");
	}

	private void refuses(String problem, String action) {
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> this.files.read(DATA_1))
			.withMessageContaining(problem)
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains(action));
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
