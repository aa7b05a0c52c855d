package id.tangerangkota.layanan.privacy.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTests {

	private static final Instant NOW = Instant.parse("2026-11-23T03:42:00Z");

	private final Errors errors = new MapBindingResult(Map.of(), "form");

	/** The city is seven hours ahead of Greenwich. */
	@ParameterizedTest
	@CsvSource({ "2026-11-23,10:42,2026-11-23T03:42:00Z", "2026-11-23,06.59,2026-11-22T23:59:00Z",
			"' 2026-01-01 ',00:00,2025-12-31T17:00:00Z", "2024-02-29,23:59,2024-02-29T16:59:00Z" })
	void readsTheTimeOfTheCity(String date, String time, Instant moment) {
		assertThat(Typed.moment("d", date, "t", time, NOW, this.errors)).isEqualTo(moment);
		assertThat(this.errors.hasErrors()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23,10:43,d:privacy.error.future", "2026-11-24,00:00,d:privacy.error.future",
			"23-11-2026,10:42,d:privacy.error.date", "2025-02-29,10:42,d:privacy.error.date",
			"1999-12-31,10:42,d:privacy.error.date", "+12026-01-01,10:42,d:privacy.error.date",
			"2026-11-23,24:00,t:privacy.error.time", "2026-11-23,7,t:privacy.error.time", ",,d:privacy.error.date" })
	void saysWhatIsWrongWithTheTime(@Nullable String date, @Nullable String time, String first) {
		assertThat(Typed.moment("d", date, "t", time, NOW, this.errors)).isNull();
		assertThat(codes(this.errors)).contains(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Siti", "Siti Nur'aini", "Ahmad bin Ali, S.T.", "宝", "Ṣāliḥ" })
	void takesNamesAsTheyAre(String name) {
		Typed.checkName("nama", name, this.errors);
		assertThat(this.errors.hasErrors()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "'',missing", "'   ',missing", "Siti2,form", "'---',form" })
	void refusesWhatIsNoName(String name, String reason) {
		Typed.checkName("nama", name, this.errors);
		assertThat(codes(this.errors)).containsExactly("nama:privacy.error.name." + reason);
	}

	@Test
	void countsBeforeItStores() {
		Typed.check("isi", "x".repeat(2000), true, 2000, this.errors);
		assertThat(this.errors.hasErrors()).isFalse();
		Typed.check("isi", "x".repeat(2001), true, 2000, this.errors);
		assertThat(codes(this.errors)).containsExactly("isi:privacy.error.long");
	}

	@ParameterizedTest
	@CsvSource({ "0812 3456 7890,081234567890", "+62 (21) 555-1234,+62215551234", "'',", "'  ',",
			"021.555.1234,0215551234" })
	void readsNumbersAsPeopleWriteThem(String typed, @Nullable String kept) {
		CorrectionForm form = new CorrectionForm("Siti", typed, null, null);
		form.check(false, List.of(), this.errors);
		assertThat(this.errors.hasErrors()).isFalse();
		assertThat(form.toCorrection(null).phone()).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "123", "0812345678901234", "nol delapan", "+", "08123456789a", "٠٨١٢٣٤٥٦٧٨٩" })
	void refusesWhatIsNoNumber(String typed) {
		new CorrectionForm("Siti", typed, null, null).check(false, List.of(), this.errors);
		assertThat(codes(this.errors)).containsExactly("telepon:privacy.error.phone");
	}

	@Test
	void leavesTheVerifiedName() {
		CorrectionForm form = new CorrectionForm("Somebody Else", null, null, null);
		form.check(true, List.of(), this.errors);
		assertThat(form.toCorrection("Siti").name()).isEqualTo("Siti");
	}

	@ParameterizedTest
	@CsvSource({ "1.200,1200", "0,0", "'',", "999999999,999999999" })
	void countsPeople(String typed, @Nullable Integer people) {
		BreachForm form = new BreachForm("a", null, null, "b", typed, null, null, null, null, null, null);
		form.check(this.errors);
		assertThat(this.errors.hasErrors()).isFalse();
		assertThat(form.people()).isEqualTo(people);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "banyak", "1000000000", "1,5" })
	void refusesWhatIsNoCount(String typed) {
		new BreachForm("a", null, null, "b", typed, null, null, null, null, null, null).check(this.errors);
		assertThat(codes(this.errors)).containsExactly("jumlah:privacy.error.people");
	}

	private static List<String> codes(Errors errors) {
		return errors.getFieldErrors()
			.stream()
			.map((FieldError error) -> error.getField() + ":" + error.getCode())
			.toList();
	}

}
