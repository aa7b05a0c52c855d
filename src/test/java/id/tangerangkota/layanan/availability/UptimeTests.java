package id.tangerangkota.layanan.availability;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UptimeTests {

	private static final Uptime DAY = Uptime.of(Map.of(ServiceState.UP, Duration.ofHours(12), ServiceState.DEGRADED,
			Duration.ofHours(3), ServiceState.DOWN, Duration.ofHours(1), ServiceState.MAINTENANCE, Duration.ofHours(4),
			ServiceState.UNKNOWN, Duration.ofHours(2), ServiceState.UNMONITORED, Duration.ofHours(2)));

	@Test
	void countsDegradedAsUpAndShowsItApart() {
		assertThat(DAY.percent(2)).contains(new BigDecimal("93.75"));
		assertThat(DAY.degraded()).isEqualTo(Duration.ofHours(3));
		assertThat(DAY.up()).isEqualTo(Duration.ofHours(12));
		assertThat(Uptime.of(Map.of(ServiceState.DEGRADED, Duration.ofSeconds(1))).percent(0))
			.contains(new BigDecimal("100"));
	}

	@Test
	void leavesOutWhatSaysNothing() {
		assertThat(DAY.counted()).isEqualTo(Duration.ofHours(16));
		assertThat(DAY.excluded()).isEqualTo(Duration.ofHours(8));
		assertThat(DAY.total()).isEqualTo(Duration.ofHours(24));
		assertThat(Uptime.of(Map.of(ServiceState.UNKNOWN, Duration.ofHours(1))).percent(2)).isEmpty();
		assertThat(Uptime.NONE.percent(2)).isEmpty();
	}

	/** A year less a microsecond is not 100. */
	@Test
	void roundsDown() {
		Uptime year = Uptime
			.of(Map.of(ServiceState.UP, Duration.ofDays(365), ServiceState.DOWN, Duration.ofNanos(1000)));
		assertThat(year.percent(2)).contains(new BigDecimal("99.99"));
		assertThat(Uptime.of(Map.of(ServiceState.DOWN, Duration.ofHours(1))).percent(1))
			.contains(new BigDecimal("0.0"));
	}

	@Test
	void addsUpStateByState() {
		Uptime two = DAY.plus(DAY);
		for (ServiceState state : ServiceState.values()) {
			assertThat(two.in(state)).isEqualTo(DAY.in(state).multipliedBy(2));
		}
		assertThat(DAY.plus(Uptime.NONE)).isEqualTo(DAY);
	}

}
