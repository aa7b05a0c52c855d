package id.tangerangkota.layanan.catalog.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the whole catalogue as a file that {@link CatalogImport} takes back unchanged.
 */
@Component
class CatalogExport {

	/** Values per platform are written once when all platforms share them. */
	private static final String ROWS = """
			select s.slug, lower(s.kind) as kind, s.name, s.summary, s.summary_en, s.description, s.description_en,
				lower(s.description_confidence) as description_confidence, a.code as agency,
				lower(s.agency_confidence) as agency_confidence, array_to_string(s.categories, '|') as categories,
				lower(array_to_string(s.life_events, '|')) as life_events,
				lower(array_to_string(s.audience, '|')) as audience, array_to_string(s.keywords, '|') as keywords,
				lower(s.lifecycle) as lifecycle, s.replaced_by, s.region_code, array_to_string(s.related, '|') as related,
				s.last_reviewed, s.tdpse_number, s.tdpse_date, l.*, d.*
			from catalog.service s left join catalog.agency a on a.id = s.agency_id
			cross join lateral (
				select lower(string_agg(platform, '|' order by n)) as platforms,
					max(address) filter (where platform = 'WEB') as web_address,
					max(address) filter (where platform = 'ANDROID') as android_address,
					max(address) filter (where platform = 'IOS') as ios_address,
					lower(catalog.aligned(array_agg(verification order by n))) as verification,
					catalog.aligned(array_agg(verified_on::text order by n)) as verified_on,
					catalog.aligned(array_agg(verified_by order by n)) as verified_by,
					max(evidence) as evidence,
					catalog.aligned(array_agg(fallback_address order by n)) as fallback_address
				from (select *, array_position(array['WEB', 'ANDROID', 'IOS'], platform) as n
					from catalog.listing where service_id = s.id) listing) l
			cross join lateral (
				select max(content) filter (where component = 'REQUIREMENTS') as standard_requirements,
					max(content) filter (where component = 'PROCEDURE') as standard_procedure,
					max(content) filter (where component = 'DURATION') as standard_duration,
					max(content) filter (where component = 'FEE') as standard_fee,
					max(content) filter (where component = 'PRODUCT') as standard_product,
					max(content) filter (where component = 'COMPLAINT_HANDLING') as standard_complaint_handling,
					max(content) filter (where component = 'LEGAL_BASIS') as standard_legal_basis,
					max(content) filter (where component = 'FACILITIES') as standard_facilities,
					max(content) filter (where component = 'COMPETENCE') as standard_competence,
					max(content) filter (where component = 'OVERSIGHT') as standard_oversight,
					max(content) filter (where component = 'STAFFING') as standard_staffing,
					max(content) filter (where component = 'GUARANTEE') as standard_guarantee,
					max(content) filter (where component = 'SAFETY') as standard_safety,
					max(content) filter (where component = 'EVALUATION') as standard_evaluation
				from catalog.service_standard where service_id = s.id) d
			""";

	/** Read in parts: the driver would otherwise gather all of it in memory. */
	private static final int ROWS_AT_ONCE = 500;

	private final JdbcClient jdbc;

	CatalogExport(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes the header and one line for each service. */
	@Transactional(readOnly = true)
	public void write(Writer out) {
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
		csv.writeRecord(Arrays.stream(CatalogColumn.values()).map(CatalogColumn::header).toList());
		this.jdbc.sql(ROWS + "order by s.position, s.slug").withFetchSize(ROWS_AT_ONCE).query((row) -> {
			csv.writeRecord(values(row).values());
		});
		try {
			csv.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the export", ex);
		}
	}

	/** What the catalogue says of these services now, by slug. */
	Map<String, Map<CatalogColumn, String>> current(List<String> slugs) {
		Map<String, Map<CatalogColumn, String>> current = new HashMap<>();
		this.jdbc.sql(ROWS + "where s.slug = any (:slugs)")
			.param("slugs", slugs.toArray(String[]::new))
			.query((row) -> {
				current.put(row.getString("slug"), values(row));
			});
		return current;
	}

	private static Map<CatalogColumn, String> values(ResultSet row) throws SQLException {
		Map<CatalogColumn, String> values = new EnumMap<>(CatalogColumn.class);
		for (CatalogColumn column : CatalogColumn.values()) {
			String value = row.getString(column.header());
			values.put(column, (value != null) ? value : "");
		}
		return values;
	}

}
