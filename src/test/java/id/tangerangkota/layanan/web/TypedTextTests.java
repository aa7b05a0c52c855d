package id.tangerangkota.layanan.web;

import java.time.DayOfWeek;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TypedTextTests {

	@Test
	void makesSpacesAndLineEndsEven() {
		assertThat(TypedText.text(" a\r\nb\rc\n ")).isEqualTo("a\nb\nc");
		assertThat(TypedText.line(" a \r\n  b ")).isEqualTo("a b");
	}

	@Test
	void hidesWhatCouldBeANikAndNobodySees() {
		assertThat(TypedText.maskedLine(" a\u0007 b\n3671011203450001 ")).isEqualTo("a b ************0001");
	}

	@Test
	void isEmptyWhereNothingWasTyped() {
		assertThat(TypedText.text(null)).isEmpty();
		assertThat(TypedText.line(null)).isEmpty();
		assertThat(TypedText.maskedLine(null)).isEmpty();
	}

	@Test
	void takesEmptyParametersForAbsent() {
		assertThat(TypedText.given(null)).isNull();
		assertThat(TypedText.given("  ")).isNull();
		assertThat(TypedText.given(" ktp ")).isEqualTo("ktp");
		assertThat(TypedText.given("q", " ".repeat(30), 20)).isNull();
		assertThat(TypedText.given("q", "x".repeat(20), 20)).hasSize(20);
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(() -> TypedText.given("q", "x".repeat(21), 20));
	}

	@ParameterizedTest
	@CsvSource({ "08:30, 08:30", "' 8.30 ',", "08.30, 08:30", "25:00,", "," })
	void readsTimesAsPeopleWriteThem(@Nullable String typed, @Nullable LocalTime time) {
		assertThat(TypedText.time(typed)).isEqualTo(time);
	}

	@Test
	void findsWhatWasChosen() {
		assertThat(TypedText.choice(DayOfWeek.values(), "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
		assertThat(TypedText.choice(DayOfWeek.values(), "monday")).isNull();
		assertThat(TypedText.choice(DayOfWeek.values(), null)).isNull();
	}

}
