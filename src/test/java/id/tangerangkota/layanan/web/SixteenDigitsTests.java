package id.tangerangkota.layanan.web;

import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SixteenDigitsTests {

	private final Random random = new Random(36);

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			3671011234560001|************0001
			NIK 3671011234560001.|NIK ************0001.
			nik=3671011234560001&x|nik=************0001&x
			3671 0112 3456 0001|**** **** **** 0001
			3671.0112.3456.0001|****.****.****.0001
			367101-123456-0001|******-******-0001
			3671 - 0112 - 3456 - 0001|**** - **** - **** - 0001
			36 71 01 12 34 56 0001|** ** ** ** ** ** 0001
			2024 3671011234560001 2025|2024 ************0001 2025
			3671011234560001 3671011234560002|************0001 ************0002
			a3671011234560001b|a************0001b
			""")
	void hidesAllButTheLastFourDigits(String text, String masked) {
		assertThat(SixteenDigits.mask(text)).isEqualTo(masked);
		assertThat(SixteenDigits.isIn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "367101123456001", "36710112345600011", "3671 0112 3456 001", "2026-11-24 10.42.03",
			"3671, 0112, 3456, 0001", "took 1234 ms for 5678 rows of 9012 in 3456", "0812-3456-7890",
			"3671    0112    3456    0001" })
	void leavesTheRestAlone(String text) {
		assertThat(SixteenDigits.mask(text)).isSameAs(text);
		assertThat(SixteenDigits.isIn(text)).isFalse();
	}

	@Test
	void doesNotStopAtTheFirst() {
		assertThat(SixteenDigits.mask("1111 2222 3333 4444 5555")).isEqualTo("**** **** **** **** 5555");
	}

	@RepeatedTest(200)
	void nothingOfANumberIsLeftButItsEnd() {
		String number = digits(12);
		String end = digits(4);
		String written = grouped(number + end);
		String before = this.random.nextBoolean() ? "x" : "12: ";
		String after = this.random.nextBoolean() ? "" : ", 34";
		String masked = SixteenDigits.mask(before + written + after);
		String separators = written.replaceAll("\\d", "");
		assertThat(masked).hasSize(before.length() + written.length() + after.length()).startsWith(before);
		String shown = masked.substring(before.length(), before.length() + written.length());
		assertThat(shown.replaceAll("[^\\d*]", "")).isEqualTo("*".repeat(12) + end);
		assertThat(shown.replaceAll(Pattern.quote("*"), "").replaceAll("\\d", "")).isEqualTo(separators);
	}

	private String digits(int count) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(this.random.nextInt(10));
		}
		return text.toString();
	}

	private String grouped(String number) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < number.length(); i++) {
			if (i > 0 && this.random.nextInt(4) == 0) {
				text.append(" .-".charAt(this.random.nextInt(3)));
			}
			text.append(number.charAt(i));
		}
		return text.toString();
	}

}
