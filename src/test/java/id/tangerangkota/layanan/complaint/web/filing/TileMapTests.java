package id.tangerangkota.layanan.complaint.web.filing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TileMapTests {

	@Test
	void isThereWhereTheCityHasTiles() {
		assertThat(new TileMap("/peta/{z}/{x}/{y}.png", "x", 17).available()).isTrue();
		assertThat(new TileMap(null, "x", 17).available()).isFalse();
	}

	/** Who draws tiles elsewhere tells others where people report something. */
	@ParameterizedTest
	@ValueSource(strings = { "https://tile.example.org/{z}/{x}/{y}.png", "//tile.example.org/{z}/{x}/{y}.png",
			"peta/{z}/{x}/{y}.png", "/peta/{z}/{x}.png", "" })
	void takesTilesOfThisHostOnly(String tiles) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TileMap(tiles, "x", 17));
	}

}
