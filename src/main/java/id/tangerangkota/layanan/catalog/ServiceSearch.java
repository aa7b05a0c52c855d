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
	 * So many candidates are ranked; those beyond stay in the order they are found in.
	 */
	private static final int RANKED = 300;

	private static final String CANDIDATE = "s.id, s.name, s.search, s.standing, cardinality(s.platforms) as listings";

	/**
	 * Candidates come in three tiers (everything in names and keywords, everything
	 * anywhere, anything) and stop at the limit, so that a common word in a large
	 * catalogue costs little more than a rare one. In the first two tiers all words
	 * match.
	 */
	private static final String CANDIDATES = "select c.*, row_number() over () as arrival from ((select " + CANDIDATE
			+ """
						, 1 as tier from catalog.service s
						where s.search @@ cast(:allInNames as tsquery)) union all (select
					""" + CANDIDATE
			+ """
						, 2 from catalog.service s
						where s.search @@ cast(:all as tsquery) and not s.search @@ cast(:allInNames as tsquery)) union all (select
					"""
			+ CANDIDATE
			+ """
						, 3 from catalog.service s
						where s.search @@ cast(:any as tsquery) and not s.search @@ cast(:all as tsquery)) limit :limit) c
					""";

	/**
	 * When the candidates reach the limit, those with all words are counted without being
	 * ranked.
	 */
	private static final String FIND = "with candidates as materialized (" + CANDIDATES
			+ """
					), ranked as materialized (
						select id, tier, name, listings,
							case when tier < 3 then 2 * cardinality(cast(:full as text[]))
								else (select count(*) from unnest(cast(:full as tsquery[])) part where search @@ part)
									+ (select count(*) from unnest(cast(:loose as tsquery[])) part where search @@ part) end as matched,
							case when arrival > :ranked then 0
								else ts_rank('{0.1, 0.3, 0.6, 1.0}', search, cast(:any as tsquery))
									* case standing % 4 when 0 then 1.1 when 1 then 1.0 else 0.8 end
									* case when standing >= 4 then 0.6 else 1.0 end end as rank
						from candidates
					), best as (
						select max(matched) as matched, count(*) = :limit and min(tier) < 3 as uncounted from ranked
					), relevant as materialized (
						-- What has only half of the best answer's words is noise.
						select r.* from ranked r cross join best b where r.matched * 2 > b.matched or r.matched = b.matched
					), counted as (
						select count(*) as services, sum(listings) as listings from relevant where not (select uncounted from best)
						union all
						select count(*), sum(listings) from (
							select cardinality(s.platforms) as listings from catalog.service s
							where (select uncounted from best) and s.search @@ cast(:all as tsquery) limit :most) s
					), page as (
						select id, matched, tier, rank, lower(name) as sorted from relevant
						order by matched desc, tier, rank desc, lower(name), id limit :size offset :offset
					)
					select t.services, t.listings,
					"""
			+ ServiceRows.SUMMARY
			+ """
					from (select sum(services) as services,
							case when :platform then sum(services) else coalesce(sum(listings), 0) end as listings from counted) t
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
		long offset = (long) (page - 1) * size;
		List<ServicePage> found = new ArrayList<>();
		List<ServiceSummary> items = new ArrayList<>();
		this.jdbc.sql(FIND)
			.param("platform", filter.platform() != null)
			.param("ranked", RANKED)
			.param("allInNames", within(filter, terms.allInNames()))
			.param("all", within(filter, terms.all()))
			.param("any", within(filter, terms.any()))
			.param("full", terms.full().toArray(String[]::new))
			.param("loose", terms.loose().toArray(String[]::new))
			.param("limit", Math.min(Math.max(RANKED, offset + size) + 1, ServiceCatalog.COUNT_LIMIT + 1))
			.param("most", ServiceCatalog.COUNT_LIMIT + 1)
			.param("size", size)
			.param("offset", offset)
			.query((row) -> {
				ServiceRows.collect(row, items, found);
			});
		return found.getFirst();
	}

	private static String within(ServiceFilter filter, String terms) {
		return filter.terms().isEmpty() ? terms : "(" + terms + ") & " + filter.terms();
	}

}
