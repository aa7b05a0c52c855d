package id.tangerangkota.layanan.web.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LogMaskingTests {

	private static final String NIK = "3671011234560001";

	private static final Logger logger = LoggerFactory.getLogger(LogMaskingTests.class);

	/** Boot tells Logback through system properties, and never takes them back. */
	@AfterEach
	void restoreTheUsualLog() {
		System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
		System.clearProperty("LOG_FILE");
		start();
	}

	@Test
	void hidesItInMessagesArgumentsAndCauses(CapturedOutput output) {
		start();
		write();
		assertThat(output.getOut()).doesNotContain(NIK, "3671 0112")
			.contains("INFO", "LogMaskingTests      : ", "Typed ************0001 and **** **** **** 0001",
					"15: 367101123456001")
			.contains("java.lang.IllegalStateException: outer ************0001",
					"Caused by: java.lang.IllegalArgumentException: inner ************0001",
					"Suppressed: java.lang.IllegalStateException: beside ************0001", "\tat ")
			.contains("17: 91234567890123456");
	}

	@Test
	void hidesItInStructuredLines(CapturedOutput output) {
		start("--logging.structured.format.console=ecs",
				"--logging.structured.json.customizer=" + MaskedFields.class.getName());
		write();
		String line = output.getOut().lines().filter((text) -> text.contains("Typed")).findFirst().orElseThrow();
		JsonNode json = JsonMapper.shared().readTree(line);
		assertThat(output.getOut()).doesNotContain(NIK, "3671 0112");
		assertThat(json.at("/message").asString()).startsWith("Typed ************0001");
		assertThat(json.at("/error/message").asString()).isEqualTo("outer ************0001");
		assertThat(json.at("/error/stack_trace").asString()).contains("inner ************0001");
	}

	@Test
	void hidesItInFiles(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("portal.log");
		start("--logging.file.name=" + file);
		write();
		assertThat(Files.readString(file)).contains("Typed ************0001", "inner ************0001")
			.doesNotContain(NIK);
	}

	private static void write() {
		IllegalStateException failure = new IllegalStateException("outer " + NIK,
				new IllegalArgumentException("inner " + NIK));
		failure.addSuppressed(new IllegalStateException("beside " + NIK));
		logger.info("Typed {} and {}, 15: {}, 17: {}", NIK, "3671 0112 3456 0001", "367101123456001",
				"91234567890123456", failure);
	}

	private static void start(String... arguments) {
		new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.run(arguments)
			.close();
	}

	static class Nothing {

	}

}
