package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CheckSettingsTests {

	private static CheckSettings settings(boolean enabled, String... canaries) {
		return new CheckSettings(enabled, List.of(canaries), false, 8, Duration.ofSeconds(15), Duration.ofDays(30),
				Duration.ofDays(730), Duration.ofDays(1), 20_000);
	}

	@Test
	void wantThreeCanariesWhereChecksAreOn() {
		assertThat(settings(false).canaries()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> settings(true, "https://a.example", "https://b.example"))
			.withMessageContaining("layanan.availability.canaries");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings(true, "https://a.example/1", "https://a.example/2", "https://b.example"));
		assertThat(settings(true, "https://a.example", "https://b.example", "http://b.example").canaryTargets())
			.hasSize(3);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings(true, "https://a.example", "https://b.example", "ftp://c.example"));
	}

}
