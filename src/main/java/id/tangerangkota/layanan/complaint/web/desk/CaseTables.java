package id.tangerangkota.layanan.complaint.web.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.queue.CaseExport.Row;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes cases as tables for spreadsheets. */
@Component
class CaseTables {

	/** Keys of the columns. */
	static final List<String> COLUMNS = List.of("ticket", "kind", "category", "agency", "status", "channel", "place",
			"service", "received", "due", "late", "verified", "started", "resolved", "closed", "closing", "rejection",
			"referred", "reopened", "supporters", "photos", "rating");

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private static final int FLUSHED_AFTER = 1000;

	private final QueuePages pages;

	private final ServiceCatalog catalog;

	private final DeskWords words;

	CaseTables(QueuePages pages, ServiceCatalog catalog, DeskWords words) {
		this.pages = pages;
		this.catalog = catalog;
		this.words = words;
	}

	/** Takes rows; closed, the table is whole. */
	interface Writer extends AutoCloseable {

		void write(Row row) throws IOException;

		@Override
		void close() throws IOException;

	}

	Writer csv(OutputStream out, Locale locale) {
		// Spreadsheets take UTF-8 for something else without the mark.
		OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		Cells cells = new Cells(locale);
		return new Writer() {

			private boolean begun;

			@Override
			public void write(Row row) throws IOException {
				begin();
				record(cells.of(row));
			}

			private void begin() throws IOException {
				if (!this.begun) {
					this.begun = true;
					text.write('\ufeff');
					record(headings(locale));
				}
			}

			private void record(List<?> values) throws IOException {
				try {
					csv.writeRecord(values.stream().map(CaseTables::text).toList());
				}
				catch (UncheckedIOException ex) {
					throw ex.getCause();
				}
			}

			@Override
			public void close() throws IOException {
				begin();
				csv.close();
			}

		};
	}

	Writer xlsx(OutputStream out, Locale locale) throws IOException {
		Workbook book = new Workbook(out, "Layanan Kota Tangerang", "1.0");
		Worksheet sheet = book.newWorksheet(this.words.today().toString());
		List<String> headings = headings(locale);
		for (int column = 0; column < headings.size(); column++) {
			sheet.value(0, column, headings.get(column));
			sheet.style(0, column).bold().wrapText(true).set();
		}
		sheet.width(0, 22);
		sheet.freezePane(1, 1);
		Cells cells = new Cells(locale);
		return new Writer() {

			private int line;

			@Override
			public void write(Row row) throws IOException {
				this.line++;
				List<?> values = cells.of(row);
				for (int column = 0; column < values.size(); column++) {
					put(sheet, this.line, column, values.get(column));
				}
				if (this.line % FLUSHED_AFTER == 0) {
					sheet.flush();
				}
			}

			@Override
			public void close() throws IOException {
				book.close();
			}

		};
	}

	private static void put(Worksheet sheet, int line, int column, @Nullable Object value) {
		if (value instanceof Number number) {
			sheet.value(line, column, number);
		}
		else if (value instanceof LocalDateTime time) {
			sheet.value(line, column, time);
			sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
		}
		else if (value != null) {
			sheet.value(line, column, SpreadsheetText.harmless(value.toString()));
		}
	}

	private static String text(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		return (value instanceof LocalDateTime time) ? TIME.format(time) : SpreadsheetText.harmless(value.toString());
	}

	private List<String> headings(Locale locale) {
		return COLUMNS.stream().map((column) -> this.words.say("complaint-desk.column." + column, locale)).toList();
	}

	/** The values of rows; what they are called is looked up once. */
	private final class Cells {

		private final Locale locale;

		private final QueuePages.Names names;

		private final Map<ServiceId, String> services = new HashMap<>();

		Cells(Locale locale) {
			this.locale = locale;
			this.names = CaseTables.this.pages.names(Stream.empty(), locale);
		}

		List<@Nullable Object> of(Row row) {
			List<@Nullable Object> values = new ArrayList<>();
			values.add(row.ticket().toString());
			values.add(word("kind", row.kind()));
			values.add(this.names.category(row.category()));
			values.add((row.agency() != null) ? this.names.agency(row.agency()) : null);
			values.add(word("status", row.status()));
			values.add(word("channel", row.channel()));
			values.add(this.names.place(row.subDistrict()));
			values.add((row.service() != null) ? service(row.service()) : null);
			values.add(time(row.receivedAt()));
			values.add(time(row.dueAt()));
			values.add(
					CaseTables.this.words.say(row.overdue() ? "complaint-desk.yes" : "complaint-desk.no", this.locale));
			values.add(time(row.verifiedAt()));
			values.add(time(row.startedAt()));
			values.add(time(row.resolvedAt()));
			values.add(time(row.closedAt()));
			values.add(word("closing", row.closing()));
			values.add(word("rejection", row.rejection()));
			values.add(word("referral", row.referredTo()));
			values.add(row.reopened());
			values.add(row.supporters());
			values.add(row.photos());
			values.add(row.rating());
			return values;
		}

		private @Nullable String word(String kind, @Nullable Enum<?> value) {
			return (value != null)
					? CaseTables.this.words.say("complaint-desk." + kind + "." + value.name(), this.locale) : null;
		}

		/** A few hundred at most. */
		private String service(ServiceId service) {
			return this.services.computeIfAbsent(service,
					(id) -> CaseTables.this.catalog.summaries(List.of(id))
						.stream()
						.findFirst()
						.map((found) -> found.name())
						.orElse(id.toString()));
		}

		private static @Nullable LocalDateTime time(@Nullable Instant instant) {
			return (instant != null) ? LocalDateTime.ofInstant(instant, ZONE).truncatedTo(ChronoUnit.MINUTES) : null;
		}

	}

}
