package id.tangerangkota.layanan.catalog;

import id.tangerangkota.layanan.postgres.DailyCounts;

import org.springframework.stereotype.Component;

/** Daily counts of use. */
@Component
class UsageCounts {

	private final DailyCounts counts;

	UsageCounts(DailyCounts counts) {
		this.counts = counts;
	}

	enum Kind {

		WORD_ASKED("""
				insert into catalog.word_asked as c (day, word, asked) values (?, ?, ?)
				on conflict (day, word) do update set asked = c.asked + excluded.asked"""),

		WORD_UNANSWERED("""
				insert into catalog.word_unanswered as c (day, word, asked) values (?, ?, ?)
				on conflict (day, word) do update set asked = c.asked + excluded.asked"""),

		SERVICE_OPENED("""
				insert into catalog.opening as c (day, service_id, opened)
				select cast(day as date), s.id, opened from (values (?, cast(? as uuid), ?)) as v (day, id, opened)
				join catalog.service s on s.id = v.id
				on conflict (day, service_id) do update set opened = c.opened + excluded.opened"""),

		SERVICE_VIEWED("""
				insert into catalog.view_day as c (day, service_id, viewed)
				select cast(day as date), s.id, viewed from (values (?, ?, ?)) as v (day, slug, viewed)
				join catalog.service s on s.slug = v.slug
				on conflict (day, service_id) do update set viewed = c.viewed + excluded.viewed""");

		private final String sql;

		Kind(String sql) {
			this.sql = sql;
		}

	}

	private static final String SEARCHED = """
			insert into catalog.search_day as c (day, searches) values (?, ?)
			on conflict (day) do update set searches = c.searches + excluded.searches""";

	private static final String HIT = """
			insert into catalog.search_day as c (day, hits) values (?, ?)
			on conflict (day) do update set hits = c.hits + excluded.hits""";

	void add(Kind kind, String what) {
		this.counts.add(kind.sql, what);
	}

	void searched() {
		this.counts.add(SEARCHED);
	}

	void hit() {
		this.counts.add(HIT);
	}

}
