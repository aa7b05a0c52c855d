package id.tangerangkota.layanan.availability.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import id.tangerangkota.layanan.availability.Uptime;
import org.jspecify.annotations.Nullable;

/**
 * The services of an agency in a month.
 *
 * @param agency its name, null for all of them
 * @param made when the figures were read; later ones may differ, because an outage is
 * dated back
 * @param until when the counted time ends: the end of the month, or the present
 * @param rows by name
 * @param published the services whose addresses are verified, together
 * @param monitored how many websites and apps checks looked at when it was made
 * @param listings how many the catalogue had
 */
public record MonthlyReport(YearMonth month, @Nullable String agency, Instant made, Instant until, List<Row> rows,
		Uptime published, int monitored, int listings) {

	/**
	 * A service in a month.
	 *
	 * @param verified whether its address is verified, so that it is part of the total
	 * @param outages how many touched the month
	 * @param longest the longest of them within the month, zero when there was none
	 */
	public record Row(String slug, String name, @Nullable String agency, boolean verified, Uptime uptime, int outages,
			Duration longest) {
	}

}
