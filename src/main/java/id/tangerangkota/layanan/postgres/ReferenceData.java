package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the rows a release brings along into tables that people may edit. A row carries
 * the hash of its source, so that a new release changes only rows that it brings anew and
 * nobody edited, and a restart changes nothing.
 */
@Component
public class ReferenceData {

	private static final int LOCK = 0x4c4b5441;

	private final JdbcClient jdbc;

	private final JsonMapper json = new JsonMapper();

	ReferenceData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes other nodes that start at the same moment wait until the end of the
	 * transaction.
	 */
	public void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
	}

	/**
	 * Merges the rows of a CSV file.
	 * @param csv a UTF-8 file with a header line
	 * @param sql a statement that reads the parameter {@code :rows}, a JSON array of
	 * objects with the file's columns (empty fields are null), {@code position} (from 1)
	 * and {@code source_hash}
	 * @return the number of rows the statement changed
	 */
	public int merge(Resource csv, String sql) {
		return this.jdbc.sql(sql).param("rows", this.json.writeValueAsString(rows(csv))).update();
	}

	private static List<Map<String, @Nullable Object>> rows(Resource csv) {
		try (InputStream in = csv.getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			List<Map<String, @Nullable Object>> rows = new ArrayList<>();
			for (NamedCsvRecord record : reader) {
				rows.add(row(record, rows.size() + 1));
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + csv.getDescription(), ex);
		}
	}

	private static Map<String, @Nullable Object> row(NamedCsvRecord record, int position) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		record.getFieldsAsMap().forEach((column, value) -> row.put(column, value.isEmpty() ? null : value));
		row.put("source_hash", hash(record.getFields()));
		row.put("position", position);
		return row;
	}

	/**
	 * The hash that tells whether a source row is the one loaded before.
	 * @param fields the row's fields in the order of the file
	 */
	public static String hash(List<String> fields) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
