package id.tangerangkota.layanan.web;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class DayRangeTests {

	@Test
	void goesFromMidnightToMidnightInTheCity() {
		DayRange range = DayRange.of("2026-04-01", " 2026-06-30 ");
		assertThat(range.start()).isEqualTo(Instant.parse("2026-03-31T17:00:00Z"));
		assertThat(range.end()).isEqualTo(Instant.parse("2026-06-30T17:00:00Z"));
		assertThat(range.isOpen()).isFalse();
	}

	@Test
	void isOpenWhereNothingStands() {
		assertThat(DayRange.of(null, " ")).isEqualTo(new DayRange(null, null));
		assertThat(DayRange.of(null, null).isOpen()).isTrue();
		assertThat(DayRange.of("2026-04-01", null).end()).isNull();
	}

	@Test
	void readsWhatItWrites() {
		LocalDate day = LocalDate.of(2024, 2, 29);
		Query query = new DayRange(day, day).addTo(Query.EMPTY);
		assertThat(query).hasToString("dari=2024-02-29&sampai=2024-02-29");
		assertThat(DayRange.of(query.parameters().get("dari"), query.parameters().get("sampai")).ends())
			.containsExactly(entry("dari", day), entry("sampai", day));
		assertThat(new DayRange(null, day).ends()).containsExactly(entry("sampai", day));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kapan", "2026-13-01", "2026-02-29", "+12026-01-01", "-0001-01-01", "01/04/2026" })
	void refusesWhatIsNoDay(String text) {
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(() -> DayRange.of(null, text))
			.satisfies((ex) -> assertThat(ex.parameter()).isEqualTo("sampai"));
	}

}
