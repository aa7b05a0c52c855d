package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final Locale INDONESIAN = Locale.of("id");

	private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

	private final Words words = new Words(messages(), new PageClock(Clock.fixed(NOW, ZoneOffset.UTC)));

	@ParameterizedTest
	@CsvSource({ "PT0S, Tidak ada", "PT0.000001S, 1 menit", "PT59M, 59 menit", "PT59M1S, 1 jam", "PT72H, 3 hari",
			"PT23H59M, 23 jam 59 menit", "PT49H, 2 hari 1 jam" })
	void saysLengths(Duration duration, String text) {
		assertThat(this.words.duration(duration, INDONESIAN)).isEqualTo(text);
	}

	@Test
	void saysHoursAheadAsHours() {
		assertThat(this.words.ahead(Duration.ofHours(24), INDONESIAN)).isEqualTo("24 jam");
		assertThat(this.words.ahead(Duration.ofMinutes(90), INDONESIAN)).isEqualTo("1 jam 30 menit");
		assertThat(this.words.ahead(Duration.ofDays(3), INDONESIAN)).isEqualTo("3 hari");
	}

	@Test
	void beginsASentenceWithWhatLasts() {
		assertThat(this.words.span(NOW, null, INDONESIAN)).isEqualTo("Sejak 26 Nov 2026 pukul 11.00 WIB");
	}

	@Test
	void saysTheDayOfASpanOnce() {
		assertThat(this.words.span(NOW, NOW.plusSeconds(600), INDONESIAN))
			.isEqualTo("26 Nov 2026 pukul 11.00 WIB sampai pukul 11.10 WIB");
		assertThat(this.words.span(NOW, NOW.plus(Duration.ofHours(13)), Locale.ENGLISH))
			.isEqualTo("26 Nov 2026, 11:00 WIB to 27 Nov 2026, 00:00 WIB");
	}

	@Test
	void roundsSharesDownSoThatAHundredMeansWithoutAnOutage() {
		Uptime uptime = Uptime
			.of(Map.of(ServiceState.UP, Duration.ofDays(365), ServiceState.DOWN, Duration.ofSeconds(1)));
		assertThat(this.words.percent(uptime, INDONESIAN)).isEqualTo("99,99\u00a0%");
		assertThat(this.words.percent(uptime, Locale.ENGLISH)).isEqualTo("99.99%");
	}

	@Test
	void saysWhereNothingCounted() {
		assertThat(this.words.percent(Uptime.NONE, INDONESIAN)).isEqualTo("Belum ada catatan");
	}

	@Test
	void saysSinceWhenOnlyWhereItIsWorthIt() {
		assertThat(state(ServiceState.UP, null)).isEqualTo("Dapat dibuka");
		assertThat(state(ServiceState.DOWN, StateReason.TIMEOUT)).isEqualTo("Tidak dapat dibuka sejak pukul 10.42 WIB");
	}

	private String state(ServiceState state, @Nullable StateReason reason) {
		return this.words.state(
				new CurrentState(new ServiceId(new UUID(0, 1)), state, Instant.parse("2026-11-26T03:42:00Z"), reason),
				INDONESIAN);
	}

	static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/availability");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
