package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.availability.ServiceState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StripTests {

	private static final Pattern RUN = Pattern.compile("M(\\d+) [\\d.]+H(\\d+)");

	@Test
	void drawsDaysInARowWithOneLine() {
		Strip strip = Strip.of(List.of(ServiceState.UP, ServiceState.UP, ServiceState.DOWN, ServiceState.UP));
		assertThat(strip.width()).isEqualTo(16);
		assertThat(strip.paths()).containsOnly(entry("up", "M0 15H8M12 15H16"), entry("down", "M8 12H12"));
	}

	@Test
	void showsDaysWithoutAnyRecordAlike() {
		assertThat(Strip.of(List.of(ServiceState.UNMONITORED, ServiceState.UNKNOWN)).paths())
			.containsOnly(entry("unknown", "M0 22.5H8"));
	}

	@Test
	void drawsNothingOfNoDays() {
		assertThat(Strip.of(List.of()).paths()).isEmpty();
	}

	@Test
	void drawsEachDayOnce() {
		Random random = new Random(20261126);
		for (int round = 0; round < 200; round++) {
			List<ServiceState> days = new ArrayList<>();
			int count = random.nextInt(120);
			for (int day = 0; day < count; day++) {
				days.add(ServiceState.values()[random.nextInt(ServiceState.values().length)]);
			}
			List<Integer> drawn = new ArrayList<>();
			Strip.of(days).paths().values().forEach((path) -> RUN.matcher(path).results().forEach((run) -> {
				for (int x = Integer.parseInt(run.group(1)); x < Integer.parseInt(run.group(2)); x += 4) {
					drawn.add(x / 4);
				}
			}));
			Collections.sort(drawn);
			assertThat(drawn).hasSize(count).doesNotHaveDuplicates();
		}
	}

	private static Map.Entry<String, String> entry(String state, String path) {
		return Map.entry(state, path);
	}

}
