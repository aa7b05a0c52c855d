package id.tangerangkota.layanan;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Alerts say what they should; asked of Prometheus' own tool where it is installed. */
class AlertRulesTests {

	private static final Path RULES = Path.of("ops/prometheus");

	@ParameterizedTest
	@ValueSource(strings = { "check rules alerts.yml", "test rules alerts_test.yml", "check config prometheus.yml" })
	void holdUp(String command) throws IOException, InterruptedException {
		assumeTrue(isInstalled(), "promtool is not installed (Debian package prometheus)");
		List<String> words = new ArrayList<>(List.of("promtool"));
		words.addAll(List.of(command.split(" ")));
		Process process = new ProcessBuilder(words).directory(RULES.toFile()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
	}

	@Test
	void everyAlertHasATest() throws IOException {
		List<String> alerts = Files.readString(RULES.resolve("alerts.yml"))
			.lines()
			.filter((line) -> line.contains("- alert: "))
			.map((line) -> line.substring(line.indexOf(": ") + 2).strip())
			.toList();
		String tests = Files.readString(RULES.resolve("alerts_test.yml"));
		assertThat(alerts).isNotEmpty().allSatisfy((alert) -> assertThat(tests).contains(alert));
	}

	@ParameterizedTest
	@ValueSource(strings = { "availability", "portal", "quality" })
	void everyPanelOfADashboardAsksForSomething(String dashboard) throws IOException {
		JsonNode board = new JsonMapper()
			.readTree(Files.readString(Path.of("ops/grafana/dashboards", dashboard + ".json")));
		assertThat(board.path("title").asString()).isNotBlank();
		assertThat(board.path("panels")).isNotEmpty().allSatisfy((panel) -> {
			if (!"row".equals(panel.path("type").asString()) && !"text".equals(panel.path("type").asString())) {
				assertThat(panel.path("targets")).as(panel.path("title").asString())
					.isNotEmpty()
					.allSatisfy((target) -> assertThat(target.path("expr").asString()).isNotBlank());
			}
		});
	}

	private static boolean isInstalled() {
		return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "promtool")));
	}

}
