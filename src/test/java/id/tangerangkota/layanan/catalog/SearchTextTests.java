package id.tangerangkota.layanan.catalog;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTests {

	@Test
	void leavesOutFillers() {
		SearchText text = SearchText.of("Bagaimana cara bikin KTP-el yang hilang?");
		assertThat(text.words()).contains("cara", "ktp", "el");
		assertThat(text.meaningful()).contains("ktp", "el", "hilang").doesNotContain("cara", "yang");
	}

	@Test
	void keepsFillersWhenNothingElseIsSaid() {
		assertThat(SearchText.of("cara yang").meaningful()).isNotEmpty();
	}

	@Test
	void readsCompatibilityForms() {
		assertThat(SearchText.of("ＫＴＰ").words()).containsExactly("ktp");
	}

	@Test
	void takesNoMoreThanTwelveWords() {
		assertThat(SearchText.of("kata ".repeat(5000)).words()).hasSize(12);
		assertThat(SearchText.of("a".repeat(10_000)).words()).isEmpty();
	}

	@RepeatedTest(20)
	void yieldsLettersAndDigitsOnlyWhateverIsTyped(RepetitionInfo repetition) {
		RandomText random = new RandomText(repetition.getCurrentRepetition());
		for (int i = 0; i < 200; i++) {
			SearchText text = SearchText.of(random.wild(300));
			assertThat(text.words()).hasSizeLessThanOrEqualTo(12).allMatch(SearchTextTests::isPlain);
			assertThat(text.meaningful()).allMatch(text.words()::contains);
			assertThat(text.phrases()).allMatch((phrase) -> isPlain(phrase.replace(" ", "")));
		}
	}

	private static boolean isPlain(String word) {
		return !word.isEmpty()
				&& word.codePoints().allMatch((c) -> Character.isLetter(c) || switch (Character.getType(c)) {
					case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
					default -> false;
				});
	}

}
