package id.tangerangkota.layanan.web.table;

import java.nio.charset.StandardCharsets;

import id.tangerangkota.layanan.web.Demo;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands out files. Made-up numbers are told from real ones by the file's name too. How
 * long they may be kept is said by the page, as of any other: nothing is, unless it is
 * kept for everybody.
 */
@Component
public class Downloads {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final TableFiles writer;

	private final Demo demo;

	Downloads(TableFiles writer, Demo demo) {
		this.writer = writer;
		this.demo = demo;
	}

	public ResponseEntity<byte[]> csv(Table table) {
		return csv(table.name() + ".csv", this.writer.csv(table));
	}

	/** For rows too many to be a table first. */
	public ResponseEntity<byte[]> csv(String name, byte[] content) {
		return file(CSV, name, content);
	}

	public ResponseEntity<byte[]> xlsx(Table table) {
		return file(XLSX, table.name() + ".xlsx", this.writer.xlsx(table));
	}

	public ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(this.demo.named(name)).build().toString())
			.body(content);
	}

}
