package id.tangerangkota.layanan.identity.credential;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.web.Overload;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordHashingTests {

	private static final PasswordEncoder encoder = new CredentialConfiguration()
		.passwordEncoder(new HashingSettings(1, 4), new SecureRandom());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CountDownLatch gate = new CountDownLatch(1);

	private PasswordHashing hashing = new PasswordHashing(encoder, new HashingSettings(1, 4), this.meters);

	@AfterEach
	void end() {
		this.gate.countDown();
		this.hashing.destroy();
	}

	@Test
	void hashesWithTodaysParameters() {
		String hash = this.hashing.hash("kopi pagi hujan");
		assertThat(hash).startsWith("{argon2@2026}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.hashing.matches("kopi pagi hujan", hash)).isTrue();
		assertThat(this.hashing.matches("kopi pagi hujan ", hash)).as("nothing is trimmed").isFalse();
		assertThat(this.hashing.matches("Kopi pagi hujan", hash)).isFalse();
		assertThat(this.hashing.isOutdated(hash)).isFalse();
	}

	@Test
	void knowsOlderParameters() {
		String old = new DelegatingPasswordEncoder("argon2@2026",
				Map.of("argon2@2026", new Argon2PasswordEncoder(16, 32, 1, 16384, 2)))
			.encode("kopi pagi hujan");
		assertThat(this.hashing.matches("kopi pagi hujan", old)).isTrue();
		assertThat(this.hashing.isOutdated(String.valueOf(old))).isTrue();
	}

	@Test
	void matchesNobodyWhereThereIsNoAccount() {
		assertThat(this.hashing.matches("", null)).isFalse();
		assertThat(this.hashing.matches("kopi pagi hujan", null)).isFalse();
	}

	@Test
	void refusesWhatIsTooLongWithoutHashingIt() {
		assertThat(this.hashing.matches("x".repeat(1024 * 1024), this.hashing.hash("x".repeat(128)))).isFalse();
	}

	@Test
	void refusesWhoeverFindsTheQueueFull() throws Exception {
		this.hashing.destroy();
		this.meters.clear();
		this.hashing = new PasswordHashing(new SlowEncoder(), new HashingSettings(1, 2), this.meters);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> served = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				served.add(people.submit(() -> this.hashing.matches("a", "a")));
			}
			Awaitility.await().until(() -> this.meters.get("layanan.password.hashing.waiting").gauge().value() == 2);
			assertThatExceptionOfType(Overload.class).isThrownBy(() -> this.hashing.matches("a", "a"))
				.satisfies((ex) -> assertThat(ex.retryAfter()).isPositive());
			assertThat(this.meters.get("layanan.password.hashing.refused").counter().count()).isEqualTo(1);
			this.gate.countDown();
			for (Future<Boolean> one : served) {
				assertThat(one.get()).isTrue();
			}
		}
	}

	/** Waits for the gate, but not for the hash of nobody. */
	private final class SlowEncoder implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			return password.toString();
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			try {
				PasswordHashingTests.this.gate.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return password.toString().equals(hash);
		}

	}

}
