package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenCertificatesTests {

	private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");

	private final SeenCertificates seen = new SeenCertificates();

	private static Observation seeing(int check, @Nullable String fingerprint, Duration later) {
		CertificateFinding certificate = (fingerprint != null)
				? new CertificateFinding(fingerprint, NOON.plus(Duration.ofDays(80)), Verdict.VALID) : null;
		return new Observation(check, NOON.plus(later), Outcome.UP, null, 200, 50, certificate, "192.0.2.1");
	}

	@Test
	void knowTheLastOneOfEachCheck() {
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ZERO))).isFalse();
		this.seen.add(seeing(1, "ab", Duration.ZERO));
		this.seen.add(seeing(1025, "cd", Duration.ZERO));
		this.seen.add(seeing(Integer.MAX_VALUE, "ef", Duration.ZERO));
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ofHours(5)))).isTrue();
		assertThat(this.seen.contains(seeing(1, "cd", Duration.ZERO))).isFalse();
		assertThat(this.seen.contains(seeing(2, "ab", Duration.ZERO))).isFalse();
		assertThat(this.seen.contains(seeing(1025, "cd", Duration.ZERO))).isTrue();
		assertThat(this.seen.contains(seeing(Integer.MAX_VALUE, "ef", Duration.ZERO))).isTrue();
		this.seen.add(seeing(1, "cd", Duration.ZERO));
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ZERO))).isFalse();
	}

	/** The same one may be all there is, or only what a check got to. */
	@Test
	void knowWhetherACheckCameThrough() {
		Observation whole = seeing(1, "ab", Duration.ZERO);
		Observation cut = new Observation(1, NOON, Outcome.DOWN, Cause.CONNECT, 0, 50, whole.certificate(), null);
		this.seen.add(cut);
		assertThat(this.seen.contains(cut)).isTrue();
		assertThat(this.seen.contains(whole)).isFalse();
		this.seen.add(whole);
		assertThat(this.seen.contains(whole)).isTrue();
		assertThat(this.seen.contains(cut)).isFalse();
	}

	@Test
	void areNotTrustedForLong() {
		this.seen.add(seeing(1, "ab", Duration.ZERO));
		this.seen.add(seeing(2, "ab", Duration.ofHours(5)));
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ofHours(6)))).isFalse();
		this.seen.add(seeing(1, "ab", Duration.ofHours(6)));
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ofHours(11)))).isTrue();
	}

	@Test
	void sayNothingOfResultsWithout() {
		this.seen.add(seeing(1, null, Duration.ZERO));
		assertThat(this.seen.contains(seeing(1, null, Duration.ZERO))).isTrue();
		assertThat(this.seen.contains(seeing(1, "ab", Duration.ZERO))).isFalse();
	}

}
