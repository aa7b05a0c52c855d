package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two nodes, with a directory each unless they share one. */
@ExtendWith(OutputCaptureExtension.class)
class KeyRingTests {

	private static final Place PLACE = new Place("a.b", "c", "d");

	private static final Duration SOON = KeyRing.NEWS.multipliedBy(3);

	private final RegisterInMemory register = new RegisterInMemory();

	@TempDir
	private Path directory;

	@TempDir
	private Path elsewhere;

	private TestNode node;

	private TestNode sharing;

	@BeforeEach
	void start() {
		this.node = TestNode.start(this.directory, this.register);
		this.sharing = TestNode.start(this.directory, this.register);
	}

	@Test
	void picksUpANewKeyWhileItRuns() {
		Cipher cipher = new Cipher(this.sharing.ring());
		assertThat(cipher.newest()).isEqualTo("v1:data-1:");
		this.node.rotate(KeyPurpose.DATA);
		await().atMost(SOON).until(() -> cipher.seal("a", PLACE).startsWith("v1:data-2:"));
	}

	@Test
	void findsAKeyItNeverHeardOfAtOnce() {
		Cipher cipher = new Cipher(this.sharing.ring());
		String first = new Cipher(this.node.ring()).seal("a", PLACE);
		assertThat(cipher.open(first, PLACE)).isEqualTo("a");
		this.node.rotate(KeyPurpose.DATA);
		String second = new Cipher(this.node.ring()).seal("b", PLACE);
		assertThat(second).startsWith("v1:data-2:");
		assertThat(cipher.open(second, PLACE)).isEqualTo("b");
		assertThat(cipher.open(first, PLACE)).isEqualTo("a");
	}

	@Test
	void usesNoKeyBeforeTheDatabaseSaysSo() {
		this.node.ring().active(KeyPurpose.DATA);
		Key next = this.node.files().create(new KeyId(KeyPurpose.DATA, 2));
		this.node.ring().refresh();
		assertThat(this.node.ring().active(KeyPurpose.DATA)).hasToString("data-1");
		assertThat(this.node.ring().find(KeyPurpose.DATA, "data-2")).isPresent();
		this.register.add(next);
		this.register.activate(next.id());
		this.node.ring().refresh();
		assertThat(this.node.ring().active(KeyPurpose.DATA)).hasToString("data-2");
	}

	@Test
	void goesOnWithTheKeyItHasUntilTheOtherComes(CapturedOutput output) throws IOException {
		TestNode alone = aloneWithTheSameKeys();
		this.node.rotate(KeyPurpose.DATA);
		alone.ring().refresh();
		assertThat(alone.ring().active(KeyPurpose.DATA)).hasToString("data-1");
		alone.ring().refresh();
		assertThat(output.getOut()).contains("other nodes use [data-2]; copy the files to this one");
		Files.copy(this.directory.resolve("data-2.key"), this.elsewhere.resolve("data-2.key"));
		alone.ring().refresh();
		assertThat(alone.ring().active(KeyPurpose.DATA)).hasToString("data-2");
	}

	@Test
	void neverUsesAnotherKeyByTheSameName(CapturedOutput output) throws IOException {
		TestNode alone = aloneWithTheSameKeys();
		this.node.rotate(KeyPurpose.DATA);
		alone.files().create(new KeyId(KeyPurpose.DATA, 2));
		alone.ring().refresh();
		alone.ring().refresh();
		assertThat(alone.ring().active(KeyPurpose.DATA)).hasToString("data-1");
		assertThat(alone.ring().find(KeyPurpose.DATA, "data-2")).isEmpty();
		assertThat(output.getOut()).contains("[data-2] are not the keys this database was used with");
	}

	@Test
	void isNotStoppedByABrokenFile(CapturedOutput output) throws IOException {
		String sealed = new Cipher(this.node.ring()).seal("a", PLACE);
		Files.writeString(this.directory.resolve("data-2.key"), "nothing");
		Files.setPosixFilePermissions(this.directory.resolve("data-2.key"),
				PosixFilePermissions.fromString("rw-------"));
		for (int i = 0; i < 3; i++) {
			this.node.ring().refresh();
			assertThat(new Cipher(this.node.ring()).open(sealed, PLACE)).isEqualTo("a");
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("data-2.key holds no key"))).hasSize(1);
	}

	@Test
	void keepsWorkingWhenFilesGoAndSaysSo(CapturedOutput output) throws IOException {
		String sealed = new Cipher(this.node.ring()).seal("a", PLACE);
		Files.delete(this.directory.resolve("data-1.key"));
		this.node.ring().refresh();
		this.node.ring().refresh();
		assertThat(new Cipher(this.node.ring()).open(sealed, PLACE)).isEqualTo("a");
		assertThat(output.getOut()).contains("the files of [data-1] are gone");
	}

	private TestNode aloneWithTheSameKeys() throws IOException {
		this.node.ring().active(KeyPurpose.DATA);
		for (KeyPurpose purpose : KeyPurpose.values()) {
			String name = purpose + "-1.key";
			Files.copy(this.directory.resolve(name), this.elsewhere.resolve(name));
		}
		TestNode alone = TestNode.start(this.elsewhere, this.register);
		alone.ring().active(KeyPurpose.DATA);
		return alone;
	}

}
