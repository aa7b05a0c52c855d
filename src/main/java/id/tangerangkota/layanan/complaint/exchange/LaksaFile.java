package id.tangerangkota.layanan.complaint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A file of cases of the LAKSA of before, as text.
 *
 * @param rows by line; the columns are those of {@link #COLUMNS}
 */
record LaksaFile(Map<Long, Map<String, String>> rows, List<FileProblem> problems) {

	static final List<String> COLUMNS = List.of("number", "received_at", "kind", "category", "subject", "text",
			"agency", "status", "sub_district", "address", "finished_at", "answer");

	private static final String FILE = "file";

	/**
	 * Reads a UTF-8 CSV file with a header line.
	 * @throws IOException if it cannot be read at all
	 */
	static LaksaFile read(InputStream in) throws IOException {
		LaksaFile file = new LaksaFile(new LinkedHashMap<>(), new ArrayList<>());
		long line = 1;
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			for (NamedCsvRecord record : reader) {
				line = record.getStartingLineNumber();
				Set<String> header = Set.copyOf(record.getHeader());
				if (!header.containsAll(COLUMNS)) {
					file.problems.add(new FileProblem(1, FILE, "has not all of the columns " + COLUMNS));
					return file;
				}
				Map<String, String> row = new LinkedHashMap<>();
				COLUMNS.forEach((column) -> row.put(column, record.getField(column).strip()));
				file.rows.put(line, row);
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		catch (CsvParseException | IllegalArgumentException ex) {
			file.problems.add(new FileProblem(line, FILE, "cannot be read from this line on"));
		}
		if (file.rows.isEmpty() && file.problems.isEmpty()) {
			file.problems.add(new FileProblem(1, FILE, "holds no rows"));
		}
		return file;
	}

}
