package id.tangerangkota.layanan.complaint;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BothLanguagesTests {

	private static final Locale INDONESIAN = Locale.of("id");

	@Test
	void giveEachReaderTheirPart() {
		String text = BothLanguages.of("Gangguan sudah berakhir.\n\nTerima kasih.",
				"The outage is over.\n\nThank you.");
		assertThat(BothLanguages.in(INDONESIAN, text)).isEqualTo("Gangguan sudah berakhir.\n\nTerima kasih.");
		assertThat(BothLanguages.in(Locale.ENGLISH, text)).isEqualTo("The outage is over.\n\nThank you.");
		assertThat(CleanText.of(text)).as("is kept as it is").isEqualTo(text);
	}

	@Test
	void giveAllOfATextWithoutParts() {
		assertThat(BothLanguages.in(Locale.ENGLISH, "Air mati.")).isEqualTo("Air mati.");
	}

}
