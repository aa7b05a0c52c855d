package id.tangerangkota.layanan.web;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagingTests {

	@ParameterizedTest
	@CsvSource({ "1, 0, 1", "1, 10, 1", "1, 11, 1 2", "1, 95, 1 2 … 10", "3, 95, 1 2 3 4 … 10", "4, 95, 1 2 3 4 5 … 10",
			"5, 95, 1 … 4 5 6 … 10", "10, 95, 1 … 9 10", "2, 45, 1 2 3 4 5" })
	void leavesOutPagesFarAway(int page, long total, String expected) {
		Paging paging = Paging.of(page, 10, total, (number) -> "?halaman=" + number);
		assertThat(paging.items()
			.stream()
			.map((item) -> item.gap() ? "…" : String.valueOf(item.number()))
			.collect(Collectors.joining(" "))).isEqualTo(expected);
		assertThat(paging.items()).filteredOn(Paging.Item::current).singleElement().satisfies((item) -> {
			assertThat(item.number()).isEqualTo(page);
			assertThat(item.href()).isEqualTo("?halaman=" + page);
		});
	}

	@Test
	void endsAtTheEnds() {
		assertThat(Paging.of(1, 10, 95, String::valueOf).previous()).isNull();
		assertThat(Paging.of(1, 10, 95, String::valueOf).next()).isEqualTo("2");
		assertThat(Paging.of(10, 10, 95, String::valueOf).next()).isNull();
		assertThat(Paging.of(10, 10, 95, String::valueOf).previous()).isEqualTo("9");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void knowsNoPageOutsideTheList(int page) {
		assertThatExceptionOfType(NoSuchPage.class).isThrownBy(() -> Paging.of(page, 10, 95, String::valueOf));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void skipsNoEndlessLists(int page) {
		assertThatExceptionOfType(NoSuchPage.class).isThrownBy(() -> Paging.offset(page, 20));
	}

	@Test
	void countsWhatComesBefore() {
		assertThat(Paging.offset(1, 20)).isZero();
		assertThat(Paging.offset(3, 20)).isEqualTo(40);
		assertThat(Paging.offset(1_000_000, 2000)).isEqualTo(1_999_998_000);
	}

	@Test
	void saysWhenTheCountWasCutShort() {
		assertThat(Paging.of(1, 20, 1000, true, String::valueOf).capped()).isTrue();
	}

}
