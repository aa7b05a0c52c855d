package id.tangerangkota.layanan.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountdownTests {

	private static final Instant BEGIN = Instant.parse("2026-11-23T03:42:00Z");

	private final Random random = new Random(20221017);

	/** Three days by the wall in the city, where the clock is never put forward. */
	@Test
	void endsAtTheSameHourInTheCity() {
		ZoneId city = ZoneId.of("Asia/Jakarta");
		for (int i = 0; i < 1000; i++) {
			Instant begin = Instant.ofEpochSecond(this.random.nextLong(1_600_000_000L, 2_400_000_000L));
			assertThat(Countdown.due(begin).atZone(city).toLocalDateTime())
				.isEqualTo(begin.atZone(city).toLocalDateTime().plusDays(3));
		}
	}

	/** A citizen abroad gets no hour less when the clock there is put forward. */
	@ParameterizedTest
	@CsvSource({ "Europe/Berlin,2026-03-27T12:00,2026-03-30T13:00", "Europe/Berlin,2026-10-23T12:00,2026-10-26T11:00",
			"America/New_York,2026-03-06T12:00,2026-03-09T13:00", "Asia/Jakarta,2026-12-31T23:59,2027-01-03T23:59",
			"Asia/Jayapura,2028-02-27T00:00,2028-03-01T00:00", "Pacific/Apia,2011-12-28T12:00,2012-01-01T12:00" })
	void lastsSeventyTwoHoursEverywhere(ZoneId zone, LocalDateTime begin, LocalDateTime end) {
		Instant due = Countdown.due(begin.atZone(zone).toInstant());
		assertThat(Duration.between(begin.atZone(zone), due.atZone(zone))).isEqualTo(Duration.ofHours(72));
		assertThat(due.atZone(zone).toLocalDateTime()).isEqualTo(end);
	}

	@Test
	void isOverAfterTheLastMoment() {
		Instant due = Countdown.due(BEGIN);
		assertThat(Countdown.to(due, due.minusNanos(1)).isOver()).isFalse();
		assertThat(Countdown.to(due, due).isOver()).isFalse();
		assertThat(Countdown.to(due, due.plusNanos(1)).isOver()).isTrue();
	}

	@Test
	void isShortOnTheLastDay() {
		Instant due = Countdown.due(BEGIN);
		assertThat(Countdown.to(due, BEGIN).isShort()).isFalse();
		assertThat(Countdown.to(due, due.minus(Duration.ofHours(24))).isShort()).isFalse();
		assertThat(Countdown.to(due, due.minus(Duration.ofHours(24)).plusSeconds(1)).isShort()).isTrue();
		assertThat(Countdown.to(due, due.plusSeconds(1)).isShort()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, -1 })
	void addsUpAgain(long sign) {
		for (int i = 0; i < 1000; i++) {
			Duration left = Duration.ofSeconds(sign * this.random.nextLong(1, 400_000));
			Countdown countdown = new Countdown(left);
			Duration sum = Duration.ofDays(countdown.days())
				.plusHours(countdown.hours())
				.plusMinutes(countdown.minutes());
			assertThat(left.abs().minus(sum)).isBetween(Duration.ZERO, Duration.ofSeconds(59));
			assertThat(countdown.isOver()).isEqualTo(sign < 0);
		}
	}

}
