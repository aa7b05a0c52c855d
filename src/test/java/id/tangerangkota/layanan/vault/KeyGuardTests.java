package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class KeyGuardTests {

	private final RegisterInMemory register = new RegisterInMemory();

	@TempDir
	private Path place;

	@Test
	void makesKeysOnceAndWarnsOnce(CapturedOutput output) {
		assertThat(guard("a", true).open()).map(Key::toString).containsExactly("data-1", "index-1", "signature-1");
		assertThat(output.getOut().lines().filter((line) -> line.contains("Made the keys"))).singleElement()
			.asString()
			.contains("[data-1, index-1, signature-1]", "Back them up apart from the data");
		assertThat(guard("a", true).open()).hasSize(3);
		assertThat(output.getOut().lines().filter((line) -> line.contains("Made the keys"))).hasSize(1);
		assertThat(this.register.list()).hasSize(3).allMatch(KnownKey::active).allMatch(KnownKey::settled);
	}

	@Test
	void makesNoneUnlessItMay() {
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("a", false).open())
			.withMessage("There are no keys in %s for: [data, index, signature].", this.place.resolve("a"))
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("keys init"));
		assertThat(this.place.resolve("a")).doesNotExist();
	}

	@Test
	void makesThemWhenToldTo() {
		assertThat(guard("a", false).init()).hasSize(3);
		assertThat(guard("a", false).open()).hasSize(3);
	}

	@Test
	void makesOnlyWhatIsMissing() {
		new KeyFiles(this.place.resolve("a")).create(new KeyId(KeyPurpose.DATA, 3));
		assertThat(guard("a", true).open()).map(Key::toString)
			.containsExactlyInAnyOrder("data-3", "index-1", "signature-1");
	}

	/** A lost directory is no reason to begin anew: what is there would be lost. */
	@Test
	void makesNoOtherKeysForADatabaseThatHasSome() {
		guard("a", true).open();
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("b", true).open())
			.withMessage("Keys of this database are missing in %s: [data-1, index-1, signature-1]."
					+ " Without them what they encrypted cannot be read.", this.place.resolve("b"))
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("backup of the keys"));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("b", true).init());
		assertThat(this.place.resolve("b")).doesNotExist();
	}

	@Test
	void missesASingleFile() throws IOException {
		guard("a", true).open();
		Files.delete(this.place.resolve("a/index-1.key"));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("a", true).open())
			.withMessageContaining("[index-1]");
	}

	@Test
	void goesOnWhenTheFilesAreBack() throws IOException {
		guard("a", true).open();
		FileSystemUtils.copyRecursively(this.place.resolve("a"), this.place.resolve("backup"));
		FileSystemUtils.deleteRecursively(this.place.resolve("a"));
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("a", true).open());
		Files.move(this.place.resolve("backup"), this.place.resolve("a"));
		for (KeyPurpose purpose : KeyPurpose.values()) {
			Files.setPosixFilePermissions(this.place.resolve("a/" + purpose + "-1.key"),
					PosixFilePermissions.fromString("r--------"));
		}
		assertThat(guard("a", true).open()).hasSize(3);
	}

	@Test
	void refusesKeysOfAnotherDatabase() {
		guard("a", true).open();
		new KeyGuard(new KeyFiles(this.place.resolve("b")), new RegisterInMemory(), true).open();
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> guard("b", true).open())
			.withMessage("These keys in %s are not those this database was used with: [data-1, index-1, signature-1].",
					this.place.resolve("b"));
	}

	@Test
	void doesWithoutARetiredKey() throws IOException {
		TestNode node = TestNode.start(this.place.resolve("a"), this.register);
		node.ring().active(KeyPurpose.DATA);
		node.rotate(KeyPurpose.DATA);
		this.register.retire(new KeyId(KeyPurpose.DATA, 1));
		Files.delete(this.place.resolve("a/data-1.key"));
		assertThat(guard("a", false).open()).map(Key::toString).contains("data-2").doesNotContain("data-1");
	}

	@Test
	void doesWithoutAKeyThatNothingWasMadeWith() throws IOException {
		TestNode node = TestNode.start(this.place.resolve("a"), this.register);
		node.ring().active(KeyPurpose.DATA);
		this.register.add(node.files().create(new KeyId(KeyPurpose.DATA, 2)));
		Files.delete(this.place.resolve("a/data-2.key"));
		assertThat(guard("a", false).open()).hasSize(3);
	}

	private KeyGuard guard(String directory, boolean generate) {
		return new KeyGuard(new KeyFiles(this.place.resolve(directory)), this.register, generate);
	}

}
