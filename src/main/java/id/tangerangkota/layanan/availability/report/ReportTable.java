package id.tangerangkota.layanan.availability.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.Uptime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a report as a table for spreadsheets: plain numbers, so that one can go on. */
@Component
public class ReportTable {

	/** Keys of the columns. */
	private static final List<String> COLUMNS = List.of("service", "agency", "verified", "percent", "up", "degraded",
			"down", "maintenance", "unknown", "unmonitored", "outages", "longest");

	private static final int DECIMALS = 4;

	private static final double SECONDS_PER_MINUTE = 60;

	private final MessageSource messages;

	ReportTable(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The table as a file of the format XLSX.
	 * @param demo whether all of it is made up, which stands above the table then
	 */
	public byte[] write(MonthlyReport report, boolean demo, Locale locale) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "Layanan Kota Tangerang", "1.0")) {
			Worksheet sheet = book.newWorksheet(report.month().toString());
			int row = 0;
			if (demo) {
				sheet.value(row++, 0, say("web.demo.notice", locale));
			}
			for (int column = 0; column < COLUMNS.size(); column++) {
				sheet.value(row, column, say("availability.report.column." + COLUMNS.get(column), locale));
				sheet.style(row, column).bold().wrapText(true).set();
			}
			sheet.width(0, 48);
			sheet.freezePane(1, ++row);
			for (MonthlyReport.Row service : report.rows()) {
				write(sheet, row++, service, locale);
			}
			sheet.value(row, 0, say("availability.report.total", locale));
			sheet.style(row, 0).bold().set();
			uptime(sheet, row, report.published());
			sheet.value(row + 1, 0,
					say("availability.report.monitored", locale, report.monitored(), report.listings()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private void write(Worksheet sheet, int row, MonthlyReport.Row service, Locale locale) {
		sheet.value(row, 0, service.name());
		sheet.value(row, 1, service.agency());
		sheet.value(row, 2, say(service.verified() ? "availability.report.yes" : "availability.report.no", locale));
		uptime(sheet, row, service.uptime());
		sheet.value(row, 10, service.outages());
		sheet.value(row, 11, minutes(service.longest()));
	}

	private static void uptime(Worksheet sheet, int row, Uptime uptime) {
		uptime.percent(DECIMALS).ifPresent((percent) -> sheet.value(row, 3, percent));
		List<Duration> times = List.of(uptime.up(), uptime.degraded(), uptime.down(), uptime.maintenance(),
				uptime.unknown(), uptime.unmonitored());
		for (int time = 0; time < times.size(); time++) {
			sheet.value(row, 4 + time, minutes(times.get(time)));
		}
	}

	private static double minutes(Duration duration) {
		return Math.round(duration.toMillis() / SECONDS_PER_MINUTE) / 1000.0;
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
