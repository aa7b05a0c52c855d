package id.tangerangkota.layanan.catalog.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.postgres.ReferenceData;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the catalogue that comes with a release. */
@Component
class CatalogData implements ApplicationModuleInitializer {

	private static final String CATEGORIES = """
			insert into catalog.category as c (slug, name, name_en, description, description_en, life_events, position,
				source_hash)
			select slug, name, name_en, description, description_en,
				coalesce(string_to_array(upper(life_events), '|'), '{}'), position, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (slug text, name text, name_en text, description text,
				description_en text, life_events text, position smallint, source_hash text)
			on conflict (slug) do update set name = excluded.name, name_en = excluded.name_en,
				description = excluded.description, description_en = excluded.description_en,
				life_events = excluded.life_events, position = excluded.position, source_hash = excluded.source_hash
			where c.edited_at is null and c.source_hash <> excluded.source_hash
			""";

	private static final String AGENCIES = """
			insert into catalog.agency as a (id, code, short_name, name, name_en, type, name_confidence, summary,
				summary_en, note, region_code, site_host, source_hash)
			select uuidv7(), code, short_name, name, name_en, type, upper(name_confidence), summary, summary_en, note,
				region_code, lower(site_host), source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, short_name text, name text, name_en text,
				type text, name_confidence text, summary text, summary_en text, note text, region_code text,
				site_host text, source_hash text)
			on conflict (code) do update set short_name = excluded.short_name, name = excluded.name,
				name_en = excluded.name_en, type = excluded.type, name_confidence = excluded.name_confidence,
				summary = excluded.summary, summary_en = excluded.summary_en, note = excluded.note,
				region_code = excluded.region_code, site_host = excluded.site_host, source_hash = excluded.source_hash
			where a.edited_at is null and a.source_hash <> excluded.source_hash
			""";

	private static final String SYNONYMS = """
			insert into catalog.synonym as s (phrase, meaning, source_hash)
			select phrase, meaning, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (phrase text, meaning text, source_hash text)
			on conflict (phrase) do update set meaning = excluded.meaning, source_hash = excluded.source_hash
			where s.edited_at is null and s.source_hash <> excluded.source_hash
			""";

	private static final String POINTERS = """
			insert into catalog.pointer as p (slug, phrases, title, title_en, text, text_en, service, link_kind,
				source_hash)
			select slug, string_to_array(phrases, '|'), title, title_en, text, text_en, service, upper(link_kind),
				source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (slug text, phrases text, title text, title_en text,
				text text, text_en text, service text, link_kind text, source_hash text)
			on conflict (slug) do update set phrases = excluded.phrases, title = excluded.title,
				title_en = excluded.title_en, text = excluded.text, text_en = excluded.text_en,
				service = excluded.service, link_kind = excluded.link_kind, source_hash = excluded.source_hash
			where p.edited_at is null and p.source_hash <> excluded.source_hash
			""";

	private final ReferenceData data;

	private final CatalogWriter writer;

	private final PageChanges pages;

	private final TransactionTemplate transaction;

	CatalogData(ReferenceData data, CatalogWriter writer, PageChanges pages, TransactionTemplate transaction) {
		this.data = data;
		this.writer = writer;
		this.pages = pages;
		this.transaction = transaction;
	}

	@Override
	public void initialize() {
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			int words = this.data.merge(file("categories"), CATEGORIES) + this.data.merge(file("agencies"), AGENCIES)
					+ this.data.merge(file("synonyms"), SYNONYMS) + this.data.merge(file("pointers"), POINTERS);
			List<UUID> changed = this.writer.write(services().rows(), false);
			if (words > 0) {
				this.writer.deriveAll();
			}
			else if (!changed.isEmpty()) {
				this.writer.derive(changed);
			}
			if (words > 0 || !changed.isEmpty()) {
				this.pages.changed(CatalogDesk.PAGES);
			}
		});
	}

	/**
	 * The services that come with the release, which the build has checked like any
	 * import.
	 */
	static CatalogFile services() {
		try (InputStream in = file("services").getInputStream()) {
			CatalogFile services = CatalogFile.read(in);
			if (!services.problems().isEmpty()) {
				throw new IllegalStateException("The catalogue of this release is wrong: " + services.problems());
			}
			return services;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the catalogue of this release", ex);
		}
	}

	private static Resource file(String name) {
		return new ClassPathResource("data/catalog/" + name + ".csv");
	}

}
