package id.tangerangkota.layanan.quality.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.springframework.stereotype.Component;

/** Writes evidence as a table for spreadsheets: the numbers, and the counts. */
@Component
class EvidenceTable {

	/** What a spreadsheet says of itself; it would name the moment it was written. */
	private static final String PROPERTIES = "docProps/core.xml";

	private final EvidenceWords words;

	EvidenceTable(EvidenceWords words) {
		this.words = words;
	}

	byte[] write(Evidence evidence, Locale locale) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "Layanan Kota Tangerang", "1.0")) {
			Worksheet numbers = sheet(book, "passport-evidence.sheet.numbers",
					List.of("figure", "subject", "rule", "value"), locale);
			int row = 1;
			for (Published one : evidence.published()) {
				numbers.value(row, 0, this.words.figure(one.figure(), locale));
				numbers.value(row, 1, SpreadsheetText.harmless(evidence.name(one.subject())));
				numbers.value(row, 2, this.words.say("passport-evidence.rule." + one.rule(), locale));
				numbers.value(row++, 3, new BigDecimal(one.value()));
			}
			Worksheet counts = sheet(book, "passport-evidence.sheet.counts",
					List.of("figure", "subject", "part", "numerator", "denominator"), locale);
			row = 1;
			for (Count one : evidence.counts()) {
				counts.value(row, 0, this.words.figure(one.figure(), locale));
				counts.value(row, 1, SpreadsheetText.harmless(evidence.name(one.subject())));
				counts.value(row, 2, SpreadsheetText.harmless(evidence.name(one.part())));
				counts.value(row, 3, one.numerator());
				counts.value(row++, 4, one.denominator());
			}
			scales(book, evidence, locale);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return fixed(bytes.toByteArray(), PageClock.start(evidence.days().to().plusDays(1)));
	}

	private void scales(Workbook book, Evidence evidence, Locale locale) {
		Worksheet scales = sheet(book, "passport-evidence.sheet.scales",
				List.of("figure", "version", "from", "target", "weight", "value", "score"), locale);
		int row = 1;
		for (UsedScale used : evidence.scales()) {
			Scale scale = used.scale();
			for (Scale.Point point : scale.points()) {
				scales.value(row, 0, this.words.figure(Recount.INDICATOR + scale.indicator(), locale));
				scales.value(row, 1, scale.version());
				scales.value(row, 2, scale.validFrom().toString());
				scales.value(row, 3, scale.target());
				scales.value(row, 4, scale.weight());
				scales.value(row, 5, point.value());
				scales.value(row++, 6, point.score());
			}
		}
	}

	private Worksheet sheet(Workbook book, String name, List<String> columns, Locale locale) {
		Worksheet sheet = book.newWorksheet(this.words.say(name, locale));
		for (int column = 0; column < columns.size(); column++) {
			sheet.value(0, column, this.words.say("passport-evidence.column." + columns.get(column), locale));
			sheet.style(0, column).bold().wrapText(true).set();
			sheet.width(column, (column < 2) ? 40 : 24);
		}
		sheet.freezePane(1, 1);
		return sheet;
	}

	/** Without the moment it was written. */
	private static byte[] fixed(byte[] written, Instant time) {
		try {
			Map<String, byte[]> files = FixedZip.read(written);
			byte[] properties = files.get(PROPERTIES);
			if (properties != null) {
				files.put(PROPERTIES,
						new String(properties, StandardCharsets.UTF_8)
							.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[0-9.]*Z", time.toString())
							.getBytes(StandardCharsets.UTF_8));
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			FixedZip.write(files, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
