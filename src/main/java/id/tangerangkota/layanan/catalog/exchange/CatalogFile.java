package id.tangerangkota.layanan.catalog.exchange;

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
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.postgres.ReferenceData;

/**
 * A catalogue file as read: its rows and everything that is wrong with them on their own.
 * References to agencies, categories and other services are checked against the database
 * by {@link CatalogImport}.
 */
record CatalogFile(List<CatalogRow> rows, List<RowProblem> problems) {

	/** Columns that hold one value for all platforms or one for each. */
	private static final List<CatalogColumn> ALIGNED = List.of(CatalogColumn.VERIFICATION, CatalogColumn.VERIFIED_ON,
			CatalogColumn.VERIFIED_BY, CatalogColumn.FALLBACK_ADDRESS);

	/**
	 * Reads a UTF-8 CSV file with a header line.
	 * @throws IOException if it cannot be read at all
	 */
	static CatalogFile read(InputStream in) throws IOException {
		Reader text = new InputStreamReader(in,
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
		CatalogFile file = new CatalogFile(new ArrayList<>(), new ArrayList<>());
		long line = 1;
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text)) {
			Map<String, Long> lines = new HashMap<>();
			for (NamedCsvRecord record : reader) {
				if (file.rows.isEmpty() && file.problems.isEmpty()) {
					file.checkHeader(record.getHeader());
				}
				line = record.getStartingLineNumber();
				file.add(record, lines);
			}
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof CharacterCodingException)) {
				throw ex.getCause();
			}
			file.problems.add(new RowProblem(line, "file", "is not UTF-8 text after this line"));
		}
		catch (CsvParseException ex) {
			file.problems.add(new RowProblem(line, "file", "cannot be read as CSV after this line"));
		}
		if (file.rows.isEmpty() && file.problems.isEmpty()) {
			file.problems.add(new RowProblem(1, "file", "holds no rows"));
		}
		return file;
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

	private void add(NamedCsvRecord record, Map<String, Long> lines) {
		Map<CatalogColumn, String> values = new EnumMap<>(CatalogColumn.class);
		record.getFieldsAsMap()
			.forEach((header, value) -> CatalogColumn.of(header)
				.ifPresent((column) -> values.put(column, value.strip())));
		CatalogRow row = new CatalogRow(record.getStartingLineNumber(), values, ReferenceData.hash(record.getFields()));
		int before = this.problems.size();
		values.forEach((column, value) -> Optional.ofNullable(column.problem(value))
			.ifPresent((problem) -> problem(row, column, problem)));
		if (this.problems.size() == before) {
			checkTogether(row);
		}
		Long first = lines.putIfAbsent(row.value(CatalogColumn.SLUG), row.line());
		if (first != null) {
			problem(row, CatalogColumn.SLUG, "stands in line " + first + " already");
		}
		this.rows.add(row);
	}

	private void checkTogether(CatalogRow row) {
		List<Platform> platforms = row.platforms();
		boolean website = ServiceKind.WEBSITE.name().equalsIgnoreCase(row.value(CatalogColumn.KIND));
		if (platforms.stream().distinct().count() < platforms.size()) {
			problem(row, CatalogColumn.PLATFORMS, "names a platform twice");
		}
		if (platforms.stream().anyMatch((platform) -> website != (platform == Platform.WEB))) {
			problem(row, CatalogColumn.PLATFORMS, "a website runs on web, an app on android or ios");
		}
		for (Platform platform : Platform.values()) {
			if (!platforms.contains(platform) && !row.address(platform).isEmpty()) {
				problem(row, CatalogColumn.PLATFORMS, "an address is given for a platform that is not named");
			}
		}
		if (row.value(CatalogColumn.AGENCY).isEmpty() != row.value(CatalogColumn.AGENCY_CONFIDENCE).isEmpty()) {
			problem(row, CatalogColumn.AGENCY_CONFIDENCE, "is given exactly when the agency is");
		}
		for (CatalogColumn column : ALIGNED) {
			int size = row.list(column).size();
			if (size > 1 && size != platforms.size()) {
				problem(row, column, "holds " + size + " values for " + platforms.size() + " platforms");
				return;
			}
		}
		for (int n = 0; n < platforms.size(); n++) {
			checkVerification(row, platforms.get(n), n);
		}
	}

	private void checkVerification(CatalogRow row, Platform platform, int n) {
		boolean verified = "verified".equals(row.aligned(CatalogColumn.VERIFICATION, n));
		boolean on = !row.aligned(CatalogColumn.VERIFIED_ON, n).isEmpty();
		boolean by = !row.aligned(CatalogColumn.VERIFIED_BY, n).isEmpty();
		if (row.aligned(CatalogColumn.VERIFICATION, n).isEmpty()) {
			problem(row, CatalogColumn.VERIFICATION, "is empty for a platform");
		}
		if (verified != on || verified != by) {
			problem(row, CatalogColumn.VERIFICATION,
					"verified needs verified_on and verified_by, nothing else has them");
		}
		if (verified && row.address(platform).isEmpty()) {
			problem(row, CatalogColumn.VERIFICATION, "verified needs an address");
		}
	}

	private void problem(CatalogRow row, CatalogColumn column, String text) {
		this.problems.add(new RowProblem(row.line(), column.header(), text));
	}

}
