package id.tangerangkota.layanan.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final RandomGenerator LOWEST = () -> 0;

	private static final RandomGenerator HIGHEST = () -> -1L;

	@Test
	void doublesFromAMinuteToTwelveHours() {
		assertThat(IntStream.range(0, 13).mapToObj((attempt) -> Backoff.after(attempt, false, LOWEST).toMinutes()))
			.containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 720L, 720L, 720L);
	}

	@Test
	void scattersWhatFailedTogether() {
		assertThat(Backoff.after(0, false, HIGHEST)).isBetween(Duration.ofSeconds(71), Duration.ofSeconds(72));
		assertThat(Backoff.after(20, false, HIGHEST)).isEqualTo(Duration.ofHours(12));
	}

	@Test
	void hurriesWithWhatSomebodyWaitsFor() {
		assertThat(IntStream.range(0, 8).mapToObj((attempt) -> Backoff.after(attempt, true, HIGHEST).toSeconds()))
			.containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
	}

}
