package id.tangerangkota.layanan.catalog.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.tangerangkota.layanan.postgres.ReferenceData;

/**
 * A catalogue file as read: its rows and everything that is wrong with them on their own.
 * References to agencies, categories and other services are checked against the database
 * by {@link CatalogImport}.
 */
record CatalogFile(List<CatalogRow> rows, List<RowProblem> problems) {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final String FILE = "file";

	/**
	 * Reads a UTF-8 CSV file with a header line.
	 * @throws IOException if it cannot be read at all
	 */
	static CatalogFile read(InputStream in) throws IOException {
		CatalogFile file = new CatalogFile(new ArrayList<>(), new ArrayList<>());
		long line = 1;
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.ofCsvRecord(text(in))) {
			List<String> header = null;
			Map<String, Long> lines = new HashMap<>();
			for (CsvRecord record : reader) {
				if (header == null) {
					header = record.getFields().stream().map(String::strip).toList();
					file.checkHeader(header);
					if (!file.problems.isEmpty()) {
						// Every row would be told wrong for it.
						return file;
					}
				}
				else {
					file.add(header, record, lines);
				}
				line = record.getStartingLineNumber() + lines(record);
			}
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof CharacterCodingException)) {
				throw ex.getCause();
			}
			file.problems.add(new RowProblem(line, FILE, "is not UTF-8 text from this line on"));
		}
		catch (CharacterCodingException ex) {
			file.problems.add(new RowProblem(1, FILE, "is not UTF-8 text from this line on"));
		}
		catch (CsvParseException ex) {
			file.problems.add(new RowProblem(line, FILE, "cannot be read from this line on: is a quote left open?"));
		}
		if (file.rows.isEmpty() && file.problems.isEmpty()) {
			file.problems.add(new RowProblem(1, FILE, "holds no rows"));
		}
		return file;
	}

	/** The text without the byte order mark that spreadsheets put before it. */
	private static Reader text(InputStream in) throws IOException {
		Reader text = new BufferedReader(new InputStreamReader(in,
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)));
		text.mark(1);
		if (text.read() != BYTE_ORDER_MARK) {
			text.reset();
		}
		return text;
	}

	private static long lines(CsvRecord record) {
		return 1 + record.getFields()
			.stream()
			.mapToLong((field) -> field.replace("\r\n", "\n").chars().filter((c) -> c == '\n' || c == '\r').count())
			.sum();
	}

	private void checkHeader(List<String> header) {
		Set<String> seen = new HashSet<>();
		for (String name : header) {
			if (!seen.add(name)) {
				this.problems.add(new RowProblem(1, name, "column stands twice"));
			}
			else if (CatalogColumn.of(name).isEmpty()) {
				this.problems.add(new RowProblem(1, name, "unknown column"));
			}
		}
		for (CatalogColumn column : CatalogColumn.values()) {
			if (column.isRequired() && !seen.contains(column.header())) {
				this.problems.add(new RowProblem(1, column.header(), "column is missing"));
			}
		}
	}

	private void add(List<String> header, CsvRecord record, Map<String, Long> lines) {
		long line = record.getStartingLineNumber();
		if (record.getFieldCount() != header.size()) {
			this.problems.add(new RowProblem(line, FILE,
					"the row has " + record.getFieldCount() + " fields, the header " + header.size()));
			return;
		}
		Map<CatalogColumn, String> values = new EnumMap<>(CatalogColumn.class);
		for (int n = 0; n < header.size(); n++) {
			String value = record.getField(n);
			CatalogColumn.of(header.get(n)).ifPresent((column) -> values.put(column, column.tidy(value)));
		}
		CatalogRow row = new CatalogRow(line, values, ReferenceData.hash(record.getFields()));
		List<RowProblem> wrong = new ArrayList<>();
		values.forEach((column, value) -> Optional.ofNullable(column.problem(value))
			.ifPresent((problem) -> wrong.add(new RowProblem(line, column.header(), problem))));
		if (wrong.isEmpty()) {
			wrong.addAll(RowRules.problems(row));
		}
		String slug = row.value(CatalogColumn.SLUG);
		Long first = slug.isEmpty() ? null : lines.putIfAbsent(slug, line);
		if (first != null) {
			wrong.add(new RowProblem(line, CatalogColumn.SLUG.header(), "stands in line " + first + " already"));
		}
		this.problems.addAll(wrong);
		this.rows.add(wrong.isEmpty() ? row.ordered() : row);
	}

}
