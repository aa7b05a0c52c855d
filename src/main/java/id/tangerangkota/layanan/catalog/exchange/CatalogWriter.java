package id.tangerangkota.layanan.catalog.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of a catalogue file, set-based, and derives what follows from them. */
@Component
class CatalogWriter {

	/** Enough to make one statement worth its while, few enough to keep it small. */
	static final int ROWS_AT_ONCE = 1000;

	/**
	 * Reference data leaves alone what it brought before and what a person edited; an
	 * import is an edit and has left out already what is the same.
	 */
	private static final String WRITE = """
			with source as (
				select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (slug text, kind text, name text, summary text,
					summary_en text, description text, description_en text, description_confidence text, agency text,
					agency_confidence text, categories text, life_events text, audience text, keywords text,
					lifecycle text, replaced_by text, region_code text, related text, last_reviewed date,
					tdpse_number text, tdpse_date date, position integer, source_hash text, listings jsonb,
					standard jsonb)
			), touched as (
				insert into catalog.service as s (id, slug, kind, name, summary, summary_en, description, description_en,
					description_confidence, agency_id, agency_confidence, categories, life_events, audience, keywords,
					lifecycle, replaced_by, region_code, related, last_reviewed, tdpse_number, tdpse_date, position,
					source_hash, edited_at)
				select uuidv7(), slug, upper(kind), name, summary, summary_en, description, description_en,
					upper(description_confidence), (select id from catalog.agency a where a.code = r.agency),
					upper(agency_confidence), string_to_array(categories, '|'),
					coalesce(string_to_array(upper(life_events), '|'), '{}'),
					coalesce(string_to_array(upper(audience), '|'), '{}'),
					coalesce(string_to_array(keywords, '|'), '{}'), upper(lifecycle), replaced_by, region_code,
					coalesce(string_to_array(related, '|'), '{}'), last_reviewed, tdpse_number, tdpse_date, position,
					source_hash, case when :edit then now() end
				from source r
				on conflict (slug) do update set kind = excluded.kind, name = excluded.name, summary = excluded.summary,
					summary_en = excluded.summary_en, description = excluded.description,
					description_en = excluded.description_en, description_confidence = excluded.description_confidence,
					agency_id = excluded.agency_id, agency_confidence = excluded.agency_confidence,
					categories = excluded.categories, life_events = excluded.life_events, audience = excluded.audience,
					keywords = excluded.keywords, lifecycle = excluded.lifecycle, replaced_by = excluded.replaced_by,
					region_code = excluded.region_code, related = excluded.related,
					last_reviewed = excluded.last_reviewed, tdpse_number = excluded.tdpse_number,
					tdpse_date = excluded.tdpse_date, source_hash = excluded.source_hash,
					edited_at = excluded.edited_at, version = s.version + 1,
					ended_on = case when excluded.lifecycle not in ('REPLACED', 'RETIRED') then null
						when s.lifecycle in ('REPLACED', 'RETIRED') then s.ended_on
						else cast(now() at time zone 'Asia/Jakarta' as date) end
				where :edit or (s.source_hash <> excluded.source_hash and s.edited_at is null)
				returning id, slug
			), listings_gone as (
				delete from catalog.listing l using touched t join source r on r.slug = t.slug
				where l.service_id = t.id and not r.listings @> jsonb_build_array(jsonb_build_object('platform', l.platform))
			), listings_written as (
				insert into catalog.listing (id, service_id, platform, address, verification, verified_on, verified_by,
					evidence, fallback_address)
				select uuidv7(), t.id, l.* from touched t join source r on r.slug = t.slug
				cross join lateral jsonb_to_recordset(r.listings) as l (platform text, address text, verification text,
					verified_on date, verified_by text, evidence text, fallback_address text)
				on conflict (service_id, platform) do update set address = excluded.address,
					verification = excluded.verification, verified_on = excluded.verified_on,
					verified_by = excluded.verified_by, evidence = excluded.evidence,
					fallback_address = excluded.fallback_address
			), standard_gone as (
				delete from catalog.service_standard x using touched t join source r on r.slug = t.slug
				where x.service_id = t.id and not jsonb_exists(r.standard, x.component)
			), standard_written as (
				insert into catalog.service_standard (service_id, component, content)
				select t.id, e.key, e.value from touched t join source r on r.slug = t.slug
				cross join lateral jsonb_each_text(r.standard) e
				on conflict (service_id, component) do update set content = excluded.content
			)
			select id from touched
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json = new JsonMapper();

	CatalogWriter(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes the rows; call {@link #derive} after the last.
	 * @param edit whether this is a person's edit, which wins over what is there
	 * @return the services that changed
	 */
	List<UUID> write(List<CatalogRow> rows, boolean edit) {
		// Bulk statements are worth planning for their own values, until the transaction
		// ends.
		this.jdbc.sql("select set_config('plan_cache_mode', 'auto', true)").query((row) -> {
		});
		List<UUID> changed = new ArrayList<>();
		for (int start = 0; start < rows.size(); start += ROWS_AT_ONCE) {
			List<Map<String, @Nullable Object>> chunk = rows.subList(start, Math.min(start + ROWS_AT_ONCE, rows.size()))
				.stream()
				.map(CatalogRow::forDatabase)
				.toList();
			changed.addAll(this.jdbc.sql(WRITE)
				.param("rows", this.json.writeValueAsString(chunk))
				.param("edit", edit)
				.query(UUID.class)
				.list());
		}
		return changed;
	}

	/** Derives order, search documents, facets and vocabulary. */
	void derive(List<UUID> changed) {
		derive(changed.toArray(UUID[]::new));
	}

	/** The same for all services, when what they refer to changed. */
	void deriveAll() {
		derive((UUID[]) null);
	}

	private void derive(UUID @Nullable [] changed) {
		this.jdbc.sql("call catalog.refresh_services(cast(? as uuid[]))").param(changed).update();
		this.jdbc.sql("call catalog.refresh_words()").update();
		this.jdbc.sql("call catalog.settle()").update();
	}

}
