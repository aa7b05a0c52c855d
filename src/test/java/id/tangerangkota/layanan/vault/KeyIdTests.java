package id.tangerangkota.layanan.vault;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "data-1", "index-12", "signature-999999" })
	void readsWhatItWrote(String text) {
		assertThat(KeyId.find(text)).get().hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "data", "data-", "data-0", "data-01", "data-1000000", "DATA-1", "other-1", " data-1",
			"data-1\n", "data-١", "3671010101010001" })
	void readsNothingElse(String text) {
		assertThat(KeyId.find(text)).isEmpty();
	}

	@Test
	void putsTheNewestFirst() {
		assertThat(Stream.of("index-1", "data-9", "signature-2", "data-10")
			.flatMap((text) -> KeyId.find(text).stream())
			.sorted()).map(KeyId::toString).containsExactly("data-10", "data-9", "index-1", "signature-2");
	}

}
