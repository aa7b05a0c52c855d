package id.tangerangkota.layanan.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.tangerangkota.layanan.audit.AuditRecord;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows of the trail as a file for a spreadsheet. */
final class AuditCsv {

	private static final List<String> HEADER = List.of("chain", "seq", "at", "action", "outcome", "actor_kind",
			"actor_account", "actor_roles", "actor_agency", "subject_kind", "subject_id", "details", "key_id", "hash");

	private static final JsonMapper JSON = new JsonMapper();

	private final CsvWriter csv;

	AuditCsv(Writer out) {
		this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
		this.csv.writeRecord(HEADER);
	}

	void write(AuditRecord record) throws IOException {
		try {
			this.csv.writeRecord(fields(record));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static List<String> fields(AuditRecord record) {
		return Stream
			.of(record.chain(), String.valueOf(record.seq()), record.at().toString(), record.action(), record.outcome(),
					record.actorKind(), text(record.account()), String.join(",", record.roles()), text(record.agency()),
					(record.subject() != null) ? record.subject().kind() : "",
					(record.subject() != null) ? record.subject().id() : "", JSON.writeValueAsString(record.details()),
					record.keyId(), record.hash())
			.map(SpreadsheetText::harmless)
			.toList();
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	void flush() throws IOException {
		this.csv.flush();
	}

}
