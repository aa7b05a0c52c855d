package id.tangerangkota.layanan.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * Small tables as CSV (RFC 4180). Always whole: what writes them keeps the last rows back
 * until it is closed.
 */
public final class CsvText {

	private static final String MARK = "\ufeff";

	private CsvText() {
	}

	/** A table for programs, in UTF-8. */
	public static byte[] of(List<String> header, List<List<String>> rows) {
		return write("", header, rows);
	}

	/** A table for spreadsheets, which take UTF-8 for something else without a mark. */
	public static byte[] forSpreadsheets(List<String> header, List<List<String>> rows) {
		return write(MARK, header, rows);
	}

	private static byte[] write(String start, List<String> header, List<List<String>> rows) {
		StringWriter text = new StringWriter();
		text.write(start);
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
			csv.writeRecord(header);
			rows.forEach(csv::writeRecord);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
