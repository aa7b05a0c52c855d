package id.tangerangkota.layanan.availability.check;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import id.tangerangkota.layanan.availability.SiteVisits.Ending;
import id.tangerangkota.layanan.availability.probe.AllowedNetworks;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.Names;
import id.tangerangkota.layanan.availability.probe.Prober;
import id.tangerangkota.layanan.availability.probe.ProberSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProbedVisitsTests {

	private static ProbedVisits visits(Prober prober, boolean enabled) {
		return new ProbedVisits(prober,
				new CheckSettings(enabled, List.of("https://a.example", "https://b.example", "https://c.example"),
						false, 4, Duration.ofSeconds(15), Duration.ofDays(30), Duration.ofDays(730), Duration.ofDays(1),
						20_000),
				Clock.systemUTC());
	}

	private static Prober prober() {
		return new Prober(
				new Binder(new MapConfigurationPropertySource()).bindOrCreate("layanan.availability.probe",
						ProberSettings.class),
				new AllowedNetworks(List.of()), "Test/1.0", new NoNames(), Clock.systemUTC(),
				new SimpleMeterRegistry());
	}

	/** What will be the same tomorrow is not tried again until then. */
	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1/", "http://103.7.1.2:8081/", "ftp://a.example/" })
	void openNoPageWhereTheyMustNotGo(String address) {
		try (Prober prober = prober()) {
			assertThat(visits(prober, true).visit(address).ending()).isEqualTo(Ending.UNREACHABLE);
		}
	}

	@Test
	void goNowhereWhileChecksAreOff() {
		try (Prober prober = prober()) {
			assertThatIllegalStateException().isThrownBy(() -> visits(prober, false).visit("http://103.7.1.2/"));
		}
	}

	private static final class NoNames implements Names {

		@Override
		public CompletableFuture<List<InetAddress>> addresses(Host name) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
			throw new UnsupportedOperationException();
		}

	}

}
