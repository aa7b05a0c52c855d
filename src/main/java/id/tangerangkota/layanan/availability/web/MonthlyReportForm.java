package id.tangerangkota.layanan.availability.web;

import java.time.DateTimeException;
import java.time.YearMonth;

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

	/** The month, or another where none can be read. */
	YearMonth month(YearMonth otherwise) {
		try {
			return StringUtils.hasText(this.bulan) ? YearMonth.parse(this.bulan) : otherwise;
		}
		catch (DateTimeException ex) {
			return otherwise;
		}
	}

	@Nullable String agency() {
		return StringUtils.hasText(this.opd) ? this.opd : null;
	}

}
