package id.tangerangkota.layanan.catalog;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds services by what people want to do. Names count most, then keywords and
 * categories, then descriptions; typing errors are forgiven, beginnings of words are
 * enough, and synonyms turn citizens' words into those of the catalogue.
 */
@org.springframework.stereotype.Service
public class ServiceSearch {

	/**
	 * Candidates stop here, so that a common word in a large catalogue costs little more
	 * than a rare one; nobody reads on for fifteen pages.
	 */
	static final int COUNT_LIMIT = 300;

	/**
	 * Candidates come in three tiers: everything in names and keywords, everything
	 * anywhere, anything. In the first two all words match.
	 */
	private static final String FIND = """
			with asked as materialized (
				select cast(:allInNames as tsquery) as all_in_names, cast(:all as tsquery) as everything,
					cast(:any as tsquery) as anything, cast(:full as tsquery[]) as full_parts,
					cast(:loose as tsquery[]) as loose_parts
			), candidates as materialized (
				(select s.id, s.name, s.search, s.standing, cardinality(s.platforms) as listings, 1 as tier
				from asked cross join catalog.service s where s.search @@ asked.all_in_names)
				union all
				(select s.id, s.name, s.search, s.standing, cardinality(s.platforms), 2
				from asked cross join catalog.service s
				where s.search @@ asked.everything and not s.search @@ asked.all_in_names)
				union all
				(select s.id, s.name, s.search, s.standing, cardinality(s.platforms), 3
				from asked cross join catalog.service s
				where s.search @@ asked.anything and not s.search @@ asked.everything)
				limit :limit
			), ranked as materialized (
				select c.id, c.tier, c.name, c.listings,
					case when c.tier < 3 then 2 * cardinality(asked.full_parts)
						else (select count(*) from unnest(asked.full_parts) part where c.search @@ part)
							+ (select count(*) from unnest(asked.loose_parts) part where c.search @@ part) end as matched,
					ts_rank('{0.1, 0.3, 0.6, 1.0}', c.search, asked.anything)
						* case c.standing % 4 when 0 then 1.1 when 1 then 1.0 else 0.8 end
						* case when c.standing >= 4 then 0.6 else 1.0 end as rank
				from asked cross join candidates c
			), relevant as materialized (
				-- What has only half of the best answer's words is noise.
				select * from ranked
				where matched * 2 > (select max(matched) from ranked) or matched = (select max(matched) from ranked)
			), page as (
				select id, matched, tier, rank, lower(name) as sorted from relevant
				order by matched desc, tier, rank desc, lower(name), id limit :size offset :offset
			)
			select t.services, t.listings,
			"""
			+ ServiceRows.SUMMARY + """
					from (select count(*) as services,
							coalesce(sum(case when :platform then 1 else listings end), 0) as listings from relevant) t
					left join page p on true
					left join catalog.service s on s.id = p.id left join catalog.agency a on a.id = s.agency_id
					order by p.matched desc, p.tier, p.rank desc, p.sorted, p.id
					""";

	private static final ServicePage NOTHING = new ServicePage(List.of(), 0, 0, false);

	private final JdbcClient jdbc;

	private final SearchReader reader;

	private final SearchUsage usage;

	ServiceSearch(JdbcClient jdbc, SearchReader reader, SearchUsage usage) {
		this.jdbc = jdbc;
		this.reader = reader;
		this.usage = usage;
	}

	/**
	 * Finds services.
	 * @param typed any text
	 * @param page from 1
	 * @param size 1 to 100
	 */
	public SearchResult search(String typed, ServiceFilter filter, int page, int size) {
		SearchText text = SearchText.of(typed);
		SearchReader.Reading reading = this.reader.read(text);
		ServicePage found = reading.terms().isEmpty() ? NOTHING : find(reading.terms(), filter, page, size);
		boolean nothing = found.total() == 0;
		if (page == 1) {
			this.usage.record(reading, nothing);
		}
		return new SearchResult(found, reading.pointers(), reading.corrections(),
				nothing ? this.reader.nearest(text) : List.of());
	}

	private ServicePage find(SearchTerms terms, ServiceFilter filter, int page, int size) {
		List<ServicePage> found = new ArrayList<>();
		List<ServiceSummary> items = new ArrayList<>();
		this.jdbc.sql(FIND)
			.param("platform", filter.platform() != null)
			.param("allInNames", within(filter, terms.allInNames()))
			.param("all", within(filter, terms.all()))
			.param("any", within(filter, terms.any()))
			.param("full", terms.full().toArray(String[]::new))
			.param("loose", terms.loose().toArray(String[]::new))
			.param("limit", COUNT_LIMIT + 1)
			.param("size", size)
			.param("offset", (long) (page - 1) * size)
			.query((row) -> {
				ServiceRows.collect(row, items, found, COUNT_LIMIT);
			});
		return found.getFirst();
	}

	private static String within(ServiceFilter filter, String terms) {
		return filter.terms().isEmpty() ? terms : "(" + terms + ") & " + filter.terms();
	}

}
