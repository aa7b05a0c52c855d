package id.tangerangkota.layanan.region;

import id.tangerangkota.layanan.postgres.ReferenceData;

import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RegionData implements ApplicationModuleInitializer {

	private static final String DISTRICTS = """
			insert into region.district as d (code, name, slug, latitude, longitude, source_hash)
			select code, name, slug, latitude, longitude, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, name text, slug text,
				latitude double precision, longitude double precision, source_hash text)
			on conflict (code) do update set name = excluded.name, slug = excluded.slug, latitude = excluded.latitude,
				longitude = excluded.longitude, source_hash = excluded.source_hash
			where d.edited_at is null and d.source_hash <> excluded.source_hash
			""";

	private static final String SUB_DISTRICTS = """
			insert into region.sub_district as s (code, district_code, name, slug, postal_code, latitude, longitude,
				former_spellings, source_hash)
			select code, district_code, name, slug, postal_code, latitude, longitude,
				coalesce(string_to_array(former_spellings, '|'), '{}'), source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, district_code text, name text, slug text,
				postal_code text, latitude double precision, longitude double precision, former_spellings text,
				source_hash text)
			on conflict (code) do update set district_code = excluded.district_code, name = excluded.name,
				slug = excluded.slug, postal_code = excluded.postal_code, latitude = excluded.latitude,
				longitude = excluded.longitude, former_spellings = excluded.former_spellings,
				source_hash = excluded.source_hash
			where s.edited_at is null and s.source_hash <> excluded.source_hash
			""";

	private final ReferenceData data;

	private final TransactionTemplate transaction;

	RegionData(ReferenceData data, TransactionTemplate transaction) {
		this.data = data;
		this.transaction = transaction;
	}

	@Override
	public void initialize() {
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			this.data.merge(new ClassPathResource("data/region/districts.csv"), DISTRICTS);
			this.data.merge(new ClassPathResource("data/region/sub-districts.csv"), SUB_DISTRICTS);
		});
	}

}
