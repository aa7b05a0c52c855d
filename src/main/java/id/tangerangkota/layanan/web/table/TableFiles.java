package id.tangerangkota.layanan.web.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes tables as files for spreadsheets. */
@Component
public class TableFiles {

	TableFiles() {
	}

	/** The table as a file of the format CSV. */
	public byte[] csv(Table table) {
		// Spreadsheets take UTF-8 for something else without the mark.
		StringWriter text = new StringWriter();
		text.write('\ufeff');
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
			csv.writeRecord(table.headings());
			table.rows().forEach((row) -> csv.writeRecord(row.stream().map(TableFiles::text).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String text(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		return (value instanceof Number || value instanceof LocalDate) ? value.toString()
				: SpreadsheetText.harmless(value.toString());
	}

	/** The table as a file of the format XLSX. */
	public byte[] xlsx(Table table) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "Layanan Kota Tangerang", "1.0")) {
			Worksheet sheet = book.newWorksheet(table.name());
			for (int column = 0; column < table.headings().size(); column++) {
				sheet.value(0, column, table.headings().get(column));
				sheet.style(0, column).bold().wrapText(true).set();
			}
			sheet.width(0, 30);
			sheet.freezePane(1, 1);
			for (int line = 0; line < table.rows().size(); line++) {
				write(sheet, line + 1, table.rows().get(line));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void write(Worksheet sheet, int line, List<@Nullable Object> row) {
		for (int column = 0; column < row.size(); column++) {
			Object value = row.get(column);
			if (value instanceof Number number) {
				sheet.value(line, column, number);
			}
			else if (value instanceof LocalDate day) {
				sheet.value(line, column, day);
				sheet.style(line, column).format("yyyy-mm-dd").set();
			}
			else if (value != null) {
				sheet.value(line, column, SpreadsheetText.harmless(value.toString()));
			}
		}
	}

}
