package id.tangerangkota.layanan.complaint;

import id.tangerangkota.layanan.postgres.ReferenceData;

import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the categories a release brings along. One without times of its own gets those of
 * its class: 3 working days to verify, and 5 for information, 60 for reports about the
 * conduct of officials or 14 for all others to solve.
 */
@Component
class CategoryData implements ApplicationModuleInitializer {

	static final String CATEGORIES = """
			insert into complaint.category as c (code, position, name, name_en, scope, scope_en, agency, support,
				verify_days, resolve_days, proposed, supervisory, sensitive, emergency, radius, only_for, source_note,
				source_hash)
			select code, position, name, name_en, scope, scope_en, agency, coalesce(support, ''),
				coalesce(verify_days, 3),
				coalesce(resolve_days, case when supervisory then 60 when only_for = 'INFORMATION' then 5 else 14 end),
				proposed, supervisory, sensitive, emergency, radius, only_for, source_note, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, position integer, name text, name_en text,
				scope text, scope_en text, agency text, support text, verify_days integer, resolve_days integer,
				proposed boolean, supervisory boolean, sensitive boolean, emergency boolean, radius integer,
				only_for text, source_note text, source_hash text)
			on conflict (code) do update set position = excluded.position, name = excluded.name,
				name_en = excluded.name_en, scope = excluded.scope, scope_en = excluded.scope_en,
				agency = excluded.agency, support = excluded.support, verify_days = excluded.verify_days,
				resolve_days = excluded.resolve_days, proposed = excluded.proposed,
				supervisory = excluded.supervisory, sensitive = excluded.sensitive, emergency = excluded.emergency,
				radius = excluded.radius, only_for = excluded.only_for, source_note = excluded.source_note,
				source_hash = excluded.source_hash
			where c.edited_at is null and c.source_hash <> excluded.source_hash
			""";

	private final ReferenceData data;

	private final TransactionTemplate transaction;

	CategoryData(ReferenceData data, TransactionTemplate transaction) {
		this.data = data;
		this.transaction = transaction;
	}

	@Override
	public void initialize() {
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			this.data.merge(new ClassPathResource("data/complaint/categories.csv"), CATEGORIES);
		});
	}

}
