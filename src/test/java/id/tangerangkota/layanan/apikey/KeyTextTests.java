package id.tangerangkota.layanan.apikey;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyTextTests {

	private final SecureRandom random = new SecureRandom();

	@Test
	void readsWhatItMade() {
		KeyText key = KeyText.random(this.random);
		assertThat(KeyText.parse(key.value())).contains(key);
		assertThat(key.value()).startsWith("lkt-" + key.prefix() + "-").hasSize(45);
		assertThat(key.toString()).contains(key.prefix()).doesNotContain(key.value());
	}

	@Test
	void makesNoneTwice() {
		assertThat(Stream.generate(() -> KeyText.random(this.random).value()).limit(1000).collect(Collectors.toSet()))
			.hasSize(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xyz", "lkt-", "lkt-23456789-", "lkt-23456789-23456789abcdefghjkmnpqrstuvwxyz",
			"lkt-23456789-23456789abcdefghjkmnpqrstuvwxyz22", "LKT-23456789-23456789abcdefghjkmnpqrstuvwxyz2",
			"lkt-23456789-23456789abcdefghjkmnpqrstuvwxyz2\n", " lkt-23456789-23456789abcdefghjkmnpqrstuvwxyz2",
			"lkt-2345678l-23456789abcdefghjkmnpqrstuvwxyz2" })
	void knowsWhatCannotBeOne(String presented) {
		assertThat(KeyText.parse(presented)).isEmpty();
	}

}
