package id.tangerangkota.layanan.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageClockTests {

	@Test
	void saysTheTimeOfTheCity() {
		PageClock clock = new PageClock(Clock.fixed(Instant.parse("2026-08-09T18:05:00Z"), ZoneOffset.UTC));
		assertThat(clock.now(Language.INDONESIAN)).isEqualTo("10 Agu 2026 pukul 01.05 WIB");
		assertThat(clock.now(Language.ENGLISH)).isEqualTo("10 Aug 2026, 01:05 WIB");
	}

}
