package id.tangerangkota.layanan.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartsTests {

	private final RandomText random = new RandomText(20261123);

	@Test
	void joinsDifferentPartsToDifferentBytes() {
		Map<ByteBuffer, List<String>> seen = new HashMap<>();
		for (int i = 0; i < 20_000; i++) {
			List<String> parts = new ArrayList<>();
			int count = this.random.number(4);
			while (parts.size() < count) {
				parts.add(this.random.likeOthers(4));
			}
			ByteBuffer joined = ByteBuffer.wrap(Parts.join(parts.stream().map(Parts::of).toArray(byte[][]::new)));
			assertThat(seen.putIfAbsent(joined, parts)).isIn(null, parts);
		}
		assertThat(seen).hasSizeGreaterThan(1000);
	}

	@Test
	void keepsHalvesOfCharactersApart() {
		assertThat(Parts.of("\ud800")).isNotEqualTo(Parts.of("\ud801")).isNotEqualTo(Parts.of("?"));
	}

}
