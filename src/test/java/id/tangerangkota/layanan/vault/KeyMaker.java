package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes keys in a process of its own, as soon as a file says go. */
class KeyMaker {

	static final int KEYS = 40;

	public static void main(String[] args) throws IOException {
		KeyFiles files = new KeyFiles(Path.of(args[0]));
		Path result = Path.of(args[1]);
		Path go = Path.of(args[2]);
		Files.createFile(result.resolveSibling(result.getFileName() + ".ready"));
		ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
		while (Files.notExists(go)) {
			if (!parent.isAlive()) {
				return;
			}
			Thread.onSpinWait();
		}
		List<String> fingerprints = new ArrayList<>();
		for (int number = 1; number <= KEYS; number++) {
			fingerprints.add(files.create(new KeyId(KeyPurpose.DATA, number)).fingerprint());
		}
		Files.write(result, fingerprints);
	}

	static Process launch(Path directory, Path result, Path go) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		try {
			return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp",
					System.getProperty("java.class.path"), KeyMaker.class.getName(), directory.toString(),
					result.toString(), go.toString())
				.redirectErrorStream(true)
				.redirectOutput(result.resolveSibling(result.getFileName() + ".log").toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
