package id.tangerangkota.layanan.quality.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.postgres.ReferenceData;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.web.PageChanges;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the first scale of each indicator that has none. A later release changes no
 * scale: what was published keeps it, and administrators make the next.
 */
@Component
class ScaleData implements ApplicationModuleInitializer {

	static final ClassPathResource FILE = new ClassPathResource("data/quality/scales.csv");

	private final ReferenceData data;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final PageChanges pages;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	ScaleData(ReferenceData data, JdbcClient jdbc, TransactionTemplate transaction, PageChanges pages, Clock clock) {
		this.data = data;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.pages = pages;
		this.clock = clock;
	}

	/** A row of the file. */
	record Brought(Scale scale, String reason, String reasonEn) {
	}

	@Override
	public void initialize() {
		List<Brought> brought = read();
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			if (brought.stream().mapToInt(this::bring).sum() > 0) {
				this.pages.changed(Scorecard.PAGES);
			}
		});
	}

	static List<Brought> read() {
		try (InputStream in = FILE.getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			List<Brought> brought = new ArrayList<>();
			for (NamedCsvRecord row : reader) {
				brought.add(new Brought(
						new Scale(row.getField("indicator"), 1, LocalDate.parse(row.getField("from")),
								points(row.getField("points")), Double.parseDouble(row.getField("target")),
								Integer.parseInt(row.getField("weight"))),
						row.getField("reason"), row.getField("reason_en")));
			}
			return brought;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + FILE.getDescription(), ex);
		}
	}

	private static List<Point> points(String written) {
		return Arrays.stream(written.split("\\|")).map((point) -> {
			String[] parts = point.split(":");
			return new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
		}).toList();
	}

	private int bring(Brought brought) {
		Scale scale = brought.scale();
		return this.jdbc.sql("""
				insert into quality.scale (indicator, version, valid_from, points, target, weight, reason, reason_en,
					changed_at)
				select :indicator, 1, :from, cast(:points as jsonb), :target, :weight, :reason, :reasonEn, :now
				where not exists (select from quality.scale where indicator = :indicator)""")
			.param("indicator", scale.indicator())
			.param("from", Date.valueOf(scale.validFrom()))
			.param("points", this.json.writeValueAsString(scale.points()))
			.param("target", scale.target())
			.param("weight", scale.weight())
			.param("reason", brought.reason())
			.param("reasonEn", brought.reasonEn())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
