package id.tangerangkota.layanan.complaint.web.desk;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import id.tangerangkota.layanan.web.InvalidParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which time to look at.
 *
 * @param masa code of a period that ends today
 */
record SummaryForm(@Nullable String masa) {

	private static final Map<String, Function<LocalDate, LocalDate>> PERIODS = periods();

	private static Map<String, Function<LocalDate, LocalDate>> periods() {
		Map<String, Function<LocalDate, LocalDate>> periods = new LinkedHashMap<>();
		periods.put("30-hari", (today) -> today.minusDays(29));
		periods.put("90-hari", (today) -> today.minusDays(89));
		periods.put("tahun-ini", (today) -> today.withMonth(Month.JANUARY.getValue()).withDayOfMonth(1));
		periods.put("12-bulan", (today) -> today.minusMonths(12).plusDays(1));
		periods.put("5-tahun", (today) -> today.minusYears(5).plusDays(1));
		return periods;
	}

	static List<String> choices() {
		return List.copyOf(PERIODS.keySet());
	}

	String chosen() {
		return StringUtils.hasText(this.masa) ? this.masa : "90-hari";
	}

	/** The first day of the time. */
	LocalDate from(LocalDate today) {
		Function<LocalDate, LocalDate> period = PERIODS.get(chosen());
		if (period == null) {
			throw new InvalidParameter("masa", "must be one of " + choices());
		}
		return period.apply(today);
	}

}
