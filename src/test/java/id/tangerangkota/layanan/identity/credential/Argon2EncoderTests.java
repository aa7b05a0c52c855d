package id.tangerangkota.layanan.identity.credential;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class Argon2EncoderTests {

	private static final int MEMORY = 19456;

	private final Argon2Encoder encoder = new Argon2Encoder(MEMORY, 2, 1, new SecureRandom());

	private final Argon2PasswordEncoder springs = new Argon2PasswordEncoder(16, 32, 1, MEMORY, 2);

	/** So that nobody is locked in here, and nobody was locked out. */
	@ParameterizedTest
	@ValueSource(strings = { "kopi pagi hujan", "caf\u00e9 \ud83c\udf19 di hulu sungai", "x" })
	void readsWhatSpringSecurityWritesAndTheOtherWayRound(String password) {
		String mine = this.encoder.encode(password);
		String theirs = this.springs.encode(password);
		assertThat(mine).hasSameSizeAs(theirs).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.springs.matches(password, mine)).isTrue();
		assertThat(this.springs.matches(password + "y", mine)).isFalse();
		assertThat(this.encoder.matches(password, theirs)).isTrue();
		assertThat(this.encoder.matches(password + "y", theirs)).isFalse();
	}

	@Test
	void saltsEachHash() {
		assertThat(this.encoder.encode("kopi pagi hujan")).isNotEqualTo(this.encoder.encode("kopi pagi hujan"));
	}

	@Test
	void takesItsMemoryAgain() {
		String hash = String.valueOf(this.encoder.encode("kopi pagi hujan"));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		assertThat(this.encoder.matches("kopi pagi hujan", hash)).isTrue();
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY * 1024L / 20);
	}

	@Test
	void doesNotMixWhatIsHashedAtOnce() throws Exception {
		List<String> passwords = List.of("kopi pagi hujan", "teh sore terang", "air malam tenang");
		List<String> hashes = passwords.stream()
			.map((password) -> String.valueOf(this.encoder.encode(password)))
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
			List<Callable<Boolean>> work = new ArrayList<>();
			for (int i = 0; i < 9; i++) {
				int who = i % 3;
				work.add(() -> this.encoder.matches(passwords.get(who), hashes.get(who))
						&& !this.encoder.matches(passwords.get(who), hashes.get((who + 1) % 3)));
			}
			for (Future<Boolean> right : threads.invokeAll(work)) {
				assertThat(right.get()).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "m=16384,t=2", "m=19456,t=1" })
	void findsWeakerHashesOutdated(String parameters) {
		String hash = String.valueOf(this.encoder.encode("kopi"));
		assertThat(this.encoder.upgradeEncoding(hash)).isFalse();
		assertThat(this.encoder.upgradeEncoding(hash.replace("m=19456,t=2", parameters))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "kopi", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", "$argon2id$v=19$m=19456,t=2,p=1$" })
	void matchesNothingElse(String other) {
		assertThat(this.encoder.matches("kopi", other)).isFalse();
	}

}
