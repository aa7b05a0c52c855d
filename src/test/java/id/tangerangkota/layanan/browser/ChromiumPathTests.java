package id.tangerangkota.layanan.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ChromiumPathTests {

	@TempDir
	private Path directory;

	@Test
	void takesTheOneThatIsNamed() throws IOException {
		Path named = program("own");
		assertThat(ChromiumPath.find(Map.of("CHROME_PATH", named.toString(), "PATH", ""))).contains(named);
	}

	@Test
	void refusesANameWithoutAProgram() {
		assertThatIllegalStateException()
			.isThrownBy(() -> ChromiumPath.find(Map.of("CHROME_PATH", this.directory.resolve("gone").toString())))
			.withMessageContaining("CHROME_PATH");
	}

	@Test
	void searchesThePath() throws IOException {
		Path found = program("google-chrome");
		assertThat(ChromiumPath.find(Map.of("PATH", "nowhere" + File.pathSeparator + this.directory))).contains(found);
	}

	@Test
	void passesBySomethingThatCannotRun() throws IOException {
		Files.createFile(this.directory.resolve("chromium"));
		Path found = program("google-chrome-stable");
		assertThat(ChromiumPath.find(Map.of("PATH", this.directory.toString()))).contains(found);
	}

	private Path program(String name) throws IOException {
		Path program = Files.createFile(this.directory.resolve(name));
		assertThat(program.toFile().setExecutable(true)).isTrue();
		return program;
	}

}
