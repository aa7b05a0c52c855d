package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.web.DashboardForm.Chosen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardFormTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

	private final Map<String, String> errors = new LinkedHashMap<>();

	@ParameterizedTest
	@CsvSource({ "minggu, 2026-11-23, 2026-11-23, 2026-11-29, 2026-11-16, 2026-11-22",
			"minggu, 2026-01-01, 2025-12-29, 2026-01-04, 2025-12-22, 2025-12-28",
			"bulan, 2024-03-31, 2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
			"triwulan, 2026-01-01, 2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
			"triwulan, 2026-03-31, 2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
			"triwulan, 2026-09-30, 2026-07-01, 2026-09-30, 2026-04-01, 2026-06-30",
			"triwulan, 2026-10-01, 2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30",
			"tahun, 2025-06-15, 2025-01-01, 2025-12-31, 2024-01-01, 2024-12-31" })
	void takesThePartOfTheCalendarAndTheOneBefore(String span, String day, LocalDate from, LocalDate to,
			LocalDate beforeFrom, LocalDate beforeTo) {
		Chosen chosen = chosen(span, day, null, null);
		assertThat(this.errors).isEmpty();
		assertThat(chosen).isNotNull();
		assertThat(chosen.period()).isEqualTo(new Period(from, to));
		assertThat(chosen.before()).isEqualTo(new Period(beforeFrom, beforeTo));
	}

	@Test
	void comparesFreeTimesWithAsManyDaysBefore() {
		Chosen chosen = chosen("bebas", null, "2026-11-01", "2026-11-10");
		assertThat(chosen).isNotNull();
		assertThat(chosen.before()).isEqualTo(new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 10, 31)));
	}

	@Test
	void takesOneDay() {
		Chosen chosen = chosen("bebas", null, "2026-11-25", "2026-11-25");
		assertThat(chosen).isNotNull();
		assertThat(chosen.period().days()).isEqualTo(1);
		assertThat(chosen.before()).isEqualTo(new Period(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)));
	}

	@Test
	void takesTheQuarterOfYesterdayWhereNothingIsChosen() {
		Chosen chosen = chosen(null, " ", null, null);
		assertThat(chosen).isNotNull();
		assertThat(chosen.period()).isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
	}

	@ParameterizedTest
	@CsvSource({ "dekade, , , , rentang, dashboard.error.span", "minggu, kemarin, , , pada, dashboard.error.day",
			"bulan, 2026-02-30, , , pada, dashboard.error.day", "bulan, 2014-12-31, , , pada, dashboard.error.early",
			"bulan, +20260-01-01, , , pada, dashboard.error.early",
			"triwulan, 2027-01-01, , , pada, dashboard.error.future",
			"bebas, , 2026-11-26, 2026-11-30, dari, dashboard.error.future",
			"bebas, , , 2026-11-02, dari, dashboard.error.day", "bebas, , 2026-11-02, , sampai, dashboard.error.day",
			"bebas, , 2026-11-02, 2026-11-01, sampai, dashboard.error.order",
			"bebas, , 2020-01-01, 2023-01-02, sampai, dashboard.error.long" })
	void saysWhatIsWrongAndWhere(@Nullable String span, @Nullable String day, @Nullable String from,
			@Nullable String to, String field, String error) {
		assertThat(chosen(span, day, from, to)).isNull();
		assertThat(this.errors).containsExactly(Map.entry(field, error));
	}

	@Test
	void keepsWhatWasTypedInItsAddress() {
		assertThat(new DashboardForm("dinas&x", null, "bulan", " 2026-11-01 ", "", null).query())
			.hasToString("opd=dinas%26x&rentang=bulan&pada=2026-11-01");
	}

	private @Nullable Chosen chosen(@Nullable String span, @Nullable String day, @Nullable String from,
			@Nullable String to) {
		return new DashboardForm(null, null, span, day, from, to).chosen(TODAY, this.errors);
	}

}
