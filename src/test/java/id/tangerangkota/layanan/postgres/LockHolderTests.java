package id.tangerangkota.layanan.postgres;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LockHolderTests {

	private static final LockHolder STARTING = new LockHolder(4711, Instant.parse("2026-11-23T01:02:03Z"), null);

	@Test
	void readsBackWhatItWrote() {
		LockHolder serving = STARTING.at("http://localhost:8080");
		assertThat(LockHolder.parse(STARTING.format())).contains(STARTING);
		assertThat(LockHolder.parse(serving.format())).contains(serving);
	}

	@Test
	void namesProcessAndAddress() {
		assertThat(STARTING).hasToString("process 4711 (running since 2026-11-23T01:02:03Z)");
		assertThat(STARTING.at("http://localhost:8080")).asString().endsWith(", which serves http://localhost:8080");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4711", "4711\nyesterday", "java\n2026-11-23T01:02:03Z" })
	void ignoresWhatItDidNotWrite(String content) {
		assertThat(LockHolder.parse(content)).isEmpty();
	}

}
