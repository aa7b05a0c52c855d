package id.tangerangkota.layanan.postgres.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClockOffsetTests {

	private final Random random = new Random(29);

	/** However the time of one round trip is split between the ways there and back. */
	@RepeatedTest(50)
	void isOffByHalfTheRoundTripAtMost() {
		Instant truth = Instant.EPOCH.plusMillis(this.random.nextInt());
		Duration ahead = Duration.ofMillis(this.random.nextInt(-60_000, 60_000));
		Duration there = Duration.ofMillis(this.random.nextInt(500));
		Duration back = Duration.ofMillis(this.random.nextInt(500));
		Duration measured = ClockOffset.between(truth.plus(ahead), truth.plus(there),
				truth.plus(ahead).plus(there).plus(back));
		assertThat(measured.minus(ahead).abs()).isLessThanOrEqualTo(there.plus(back).dividedBy(2).plusMillis(1));
	}

	@Test
	void toleratesFiveSecondsInBothDirections() {
		assertThat(ClockOffset.isTolerable(Duration.ofSeconds(5))).isTrue();
		assertThat(ClockOffset.isTolerable(Duration.ofSeconds(-5))).isTrue();
		assertThat(ClockOffset.isTolerable(Duration.ofMillis(5001))).isFalse();
		assertThat(ClockOffset.isTolerable(Duration.ofMillis(-5001))).isFalse();
	}

}
