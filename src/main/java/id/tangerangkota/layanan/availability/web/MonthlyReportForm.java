package id.tangerangkota.layanan.availability.web;

import java.time.DateTimeException;
import java.time.YearMonth;

import id.tangerangkota.layanan.web.InvalidParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which report somebody wants.
 *
 * @param bulan such as 2026-10
 * @param opd code of an agency
 */
record MonthlyReportForm(@Nullable String bulan, @Nullable String opd) {

	static final String PATH = "/admin/ketersediaan/laporan";

	/** Before it there was no portal. */
	private static final YearMonth FIRST = YearMonth.of(2020, 1);

	/**
	 * The month, or another where none is asked for.
	 * @throws InvalidParameter if it is no month, or long before anything was recorded
	 */
	YearMonth month(YearMonth otherwise) {
		try {
			YearMonth month = StringUtils.hasText(this.bulan) ? YearMonth.parse(this.bulan.strip()) : otherwise;
			if (!month.isBefore(FIRST)) {
				return month;
			}
		}
		catch (DateTimeException ex) {
			// As one that is too early.
		}
		throw new InvalidParameter("bulan", "The value must be a month such as 2026-10.");
	}

	@Nullable String agency() {
		return StringUtils.hasText(this.opd) ? this.opd : null;
	}

}
