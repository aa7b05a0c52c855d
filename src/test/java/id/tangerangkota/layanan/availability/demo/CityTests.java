package id.tangerangkota.layanan.availability.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import id.tangerangkota.layanan.availability.probe.AllowedNetworks;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Prober;
import id.tangerangkota.layanan.availability.probe.ProberSettings;
import id.tangerangkota.layanan.availability.probe.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What the real prober finds in the simulated city. */
class CityTests {

	private final Instant opened = Instant.now();

	private volatile Duration since = Duration.ZERO;

	private final Clock clock = ((InstantSource) () -> this.opened.plus(this.since)).withZone(ZoneOffset.UTC);

	private final CityServer city = new CityServer(new SiteCertificates(new SecureRandom(), this.opened), this.clock);

	private final Prober prober = new Prober(
			new ProberSettings(20, 4, 1, Set.of(80, 443), Duration.ofSeconds(1), DataSize.ofKilobytes(64),
					DataSize.ofKilobytes(16), Duration.ofSeconds(60), null, List.of()),
			new AllowedNetworks(List.of("127.0.0.1/32")), "Test/1.0", new CityNames(this.city), this.clock,
			new SimpleMeterRegistry());

	CityTests() {
		this.city.open(this.opened);
	}

	@AfterEach
	void close() {
		this.prober.close();
		this.city.close();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			disdukcapil,   0, UP,      ,                      200
			pajakonline,  30, DOWN,    STATUS,                500
			dpupr,       120, DOWN,    CONNECT,               0
			labkesda,    250, DOWN,    TIMEOUT,               0
			jdih,        300, DOWN,    CONTENT,               200
			ppdb,        360, DOWN,    CERTIFICATE_UNTRUSTED, 0
			opendata,    420, DOWN,    RESET,                 200
			bphtb,       480, DOWN,    DNS,                   0
			skp,           0, DOWN,    CERTIFICATE_EXPIRED,   0
			ppid,          0, REFUSED, TURNED_AWAY,           403
			smartcity,     0, UP,      ,                      200
			""")
	void showsEachFaultAsItIs(String site, int second, Outcome outcome, @Nullable Cause cause, int status)
			throws Exception {
		this.since = Duration.ofSeconds(second);
		Result result = probe("https://" + site + ".tangerangkota.go.id/", Duration.ofSeconds(2));
		assertThat(result.outcome()).isEqualTo(outcome);
		assertThat(result.cause()).isEqualTo(cause);
		assertThat(result.status()).isEqualTo(status);
	}

	@Test
	void showsASlowSite() throws Exception {
		this.since = Duration.ofSeconds(70);
		Result result = probe("https://baznas.tangerangkota.go.id/", Duration.ofSeconds(5));
		assertThat(result.outcome()).isEqualTo(Outcome.SLOW);
	}

	@Test
	void answersOnTheSamePortWithoutEncryption() throws Exception {
		assertThat(probe("http://kenari-1.simulasi.test/", Duration.ofSeconds(2)).outcome()).isEqualTo(Outcome.UP);
	}

	@Test
	void showsACertificateThatEndsSoon() throws Exception {
		Result result = probe("https://smartcity.tangerangkota.go.id/", Duration.ofSeconds(2));
		assertThat(result.certificate()).isNotNull()
			.satisfies((certificate) -> assertThat(certificate.expires())
				.isBetween(this.opened.plus(Duration.ofDays(4)), this.opened.plus(Duration.ofDays(5))));
	}

	private Result probe(String address, Duration timeout) throws Exception {
		CompletableFuture<Result> result = new CompletableFuture<>();
		this.prober.probe(
				HttpTarget.get(address)
					.reading(Timetable.MARK, null)
					.within(timeout, (timeout.toSeconds() > 3) ? Duration.ofSeconds(3) : null),
				this.clock.instant(), result::complete);
		return result.get(10, TimeUnit.SECONDS);
	}

}
