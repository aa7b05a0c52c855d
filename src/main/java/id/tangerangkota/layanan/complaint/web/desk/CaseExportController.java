package id.tangerangkota.layanan.complaint.web.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.queue.CaseExport;
import id.tangerangkota.layanan.web.Demo;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A list of cases to take along, without anything about people. */
@Controller
class CaseExportController {

	static final String PATH = CaseQueueController.PATH + "/unduh";

	private final CaseExport export;

	private final CaseTables tables;

	private final CurrentActor actor;

	private final DeskWords words;

	private final Demo demo;

	CaseExportController(CaseExport export, CaseTables tables, CurrentActor actor, DeskWords words, Demo demo) {
		this.export = export;
		this.tables = tables;
		this.actor = actor;
		this.words = words;
		this.demo = demo;
	}

	@FunctionalInterface
	private interface Table {

		CaseTables.Writer open(OutputStream out) throws IOException;

	}

	@GetMapping(PATH + ".csv")
	void csv(QueueForm form, Locale locale, HttpServletResponse response) throws IOException {
		send(form, "csv", "text/csv;charset=UTF-8", (out) -> this.tables.csv(out, locale), response);
	}

	@GetMapping(PATH + ".xlsx")
	void xlsx(QueueForm form, Locale locale, HttpServletResponse response) throws IOException {
		send(form, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				(out) -> this.tables.xlsx(out, locale), response);
	}

	/**
	 * By way of a file, so that neither the memory nor the database has to wait for
	 * somebody's slow line.
	 */
	private void send(QueueForm form, String ending, String type, Table table, HttpServletResponse response)
			throws IOException {
		Desk desk = Desk.of(this.actor.get());
		Path file = Files.createTempFile("laporan-", "." + ending);
		try {
			boolean more;
			try (OutputStream out = Files.newOutputStream(file); CaseTables.Writer writer = table.open(out)) {
				more = this.export.read(form.filter(desk.firstTab()), desk.access(), desk.actor().requireAccount(),
						CaseExport.MOST, (row) -> {
							try {
								writer.write(row);
							}
							catch (IOException ex) {
								throw new UncheckedIOException(ex);
							}
						});
			}
			// The name says it: a last row with words would be one more case to a
			// program.
			String part = more ? "-hanya-" + CaseExport.MOST + "-pertama" : "";
			response.setContentType(type);
			response.setContentLengthLong(Files.size(file));
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.demo.named("laporan-" + this.words.today() + part + "." + ending))
						.build()
						.toString());
			Files.copy(file, response.getOutputStream());
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
