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
	 * Candidates come in three tiers (everything in names and keywords, everything
	 * anywhere, anything) and stop at the limit, so that a common word in a large
	 * catalogue costs no more than a rare one.
	 */
	private static final String FIND = """
			with candidates as (
				(select s.id, 1 as tier from catalog.service s
				where s.search @@ cast(:allInNames as tsquery) and
			""" + ServiceRows.FILTER + """
				)
				union all
				(select s.id, 2 from catalog.service s
				where s.search @@ cast(:all as tsquery) and not s.search @@ cast(:allInNames as tsquery) and
			""" + ServiceRows.FILTER + """
				)
				union all
				(select s.id, 3 from catalog.service s
				where s.search @@ cast(:any as tsquery) and not s.search @@ cast(:all as tsquery) and
			""" + ServiceRows.FILTER
			+ """
						)
						limit :limit
					), ranked as (
						select c.id, c.tier, s.name,
							(select count(*) from unnest(cast(:full as tsquery[])) part where s.search @@ part)
								+ (select count(*) from unnest(cast(:loose as tsquery[])) part where s.search @@ part) as matched,
							ts_rank('{0.1, 0.3, 0.6, 1.0}', s.search, cast(:any as tsquery))
								* case s.standing % 4 when 0 then 1.1 when 1 then 1.0 else 0.8 end
								* case when s.standing >= 4 then 0.6 else 1.0 end as rank,
					"""
			+ ServiceRows.LISTINGS + """
						from candidates c join catalog.service s on s.id = c.id
					), page as (
						select id, row_number() over (order by matched desc, tier, rank desc, lower(name), id) as place,
							count(*) over () as services, sum(listings) over () as listings
						from (select *, max(matched) over () as best from ranked) ranked
						-- What has only half of the best answer's words is noise.
						where matched * 2 > best or matched = best
						order by place limit :size offset :offset
					)
					select p.services, p.listings, p.place,
					""" + ServiceRows.SUMMARY + """
					from page p join catalog.service s on s.id = p.id left join catalog.agency a on a.id = s.agency_id
					order by p.place
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
		ServiceRows.bind(this.jdbc.sql(FIND), filter)
			.param("allInNames", terms.allInNames())
			.param("all", terms.all())
			.param("any", terms.any())
			.param("full", terms.full().toArray(String[]::new))
			.param("loose", terms.loose().toArray(String[]::new))
			.param("limit", ServiceCatalog.COUNT_LIMIT + 1)
			.param("size", size)
			.param("offset", (long) (page - 1) * size)
			.query((row) -> {
				items.add(ServiceRows.summary(row, items.size()));
				if (found.isEmpty()) {
					found.add(ServiceRows.page(items, row));
				}
			});
		return found.isEmpty() ? NOTHING : found.getFirst();
	}

}
