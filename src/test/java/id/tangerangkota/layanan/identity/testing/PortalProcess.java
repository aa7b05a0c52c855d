package id.tangerangkota.layanan.identity.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.LayananApplication;

import static org.awaitility.Awaitility.await;

/**
 * The portal, or one of its commands, in a process of its own: it shares nothing with the
 * test but the database and can be killed.
 */
public final class PortalProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern ADDRESS = Pattern.compile("Layanan Kota Tangerang: http://localhost:(\\d+)");

	private final Process process;

	private final Path output;

	private PortalProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts it.
	 * @param output file that gets what it writes
	 * @param properties as name=value
	 * @param arguments of the command, none for the portal itself
	 */
	public static PortalProcess start(String jdbcUrl, Path output, List<String> properties, String... arguments) {
		List<String> line = new ArrayList<>();
		properties.forEach((property) -> line.add("-D" + property));
		line.addAll(List.of("-cp", System.getProperty("java.class.path"), LayananApplication.class.getName()));
		line.addAll(List.of(arguments));
		return launch(jdbcUrl, output, line);
	}

	/**
	 * Starts the portal as it is packaged, on as few processors as it may have.
	 * @param output file that gets what it writes
	 */
	public static PortalProcess startJar(String jdbcUrl, Path output, Path jar) {
		// It brings none of the settings of tests.
		return launch(jdbcUrl, output,
				List.of("-XX:ActiveProcessorCount=2",
						"-Dspring.config.additional-location=" + PortalProcess.class.getResource("/config/"), "-jar",
						jar.toString()));
	}

	private static PortalProcess launch(String jdbcUrl, Path output, List<String> program) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m", "-Dspring.datasource.url=" + jdbcUrl,
				"-Dspring.datasource.username=postgres", "-Dserver.port=0", "-Dmanagement.server.port=0"));
		// The same keys.
		line.add("-Dfork=" + System.getProperty("fork", "0"));
		line.addAll(program);
		try {
			return new PortalProcess(
					new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it serves pages. */
	public int port() {
		await().atMost(PATIENCE)
			.failFast("The portal ended, see " + this.output, () -> !this.process.isAlive())
			.until(() -> ADDRESS.matcher(output()).find());
		Matcher matcher = ADDRESS.matcher(output());
		if (!matcher.find()) {
			throw new IllegalStateException();
		}
		return Integer.parseInt(matcher.group(1));
	}

	/** Waits for its end, and returns how it ended. */
	public int exitValue() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("It goes on and on: " + output());
		}
		return this.process.exitValue();
	}

	/** As a machine without power: nothing is finished and nothing cleaned up. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly();
		exitValue();
	}

	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws InterruptedException {
		if (this.process.isAlive()) {
			kill();
		}
	}

}
