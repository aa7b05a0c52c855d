package id.tangerangkota.layanan.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads lists of services. {@code catalog.facet} holds those of each facet in order, so
 * that a page costs what it shows, however long the list is.
 */
@Component
class ServiceLists {

	private static final String COLUMNS = "select " + ServiceRows.SUMMARY + """
			from (select f.standing as place, f.name as sorted, f.service_id from catalog.facet f
			""";

	private static final String PAGE = """
				order by f.standing, f.name, f.service_id limit :size offset :offset) f
			join catalog.service s on s.id = f.service_id left join catalog.agency a on a.id = s.agency_id
			order by f.place, f.sorted, f.service_id
			""";

	private static final String OF_FACET = COLUMNS + """
				where f.facet = :facet and (not :folded or not f.sub_district)
			""" + PAGE;

	/**
	 * Walks along the facet with the fewest services and looks the others up for each of
	 * them.
	 */
	private static final String OF_MANY = COLUMNS + """
				where f.facet = (select t.facet from catalog.facet_total t where t.facet = any (cast(:facets as text[]))
						order by t.services, t.facet limit 1)
					and (not :folded or not f.sub_district)
					and (select count(*) from catalog.facet o
						where o.service_id = f.service_id and o.facet = any (cast(:facets as text[]))) = :narrowings
			""" + PAGE;

	/** Intersects the facets in the index of the search, up to the limit. */
	private static final String OF_FEW = """
			with found as materialized (
				select s.id, s.standing, lower(s.name) as sorted, cardinality(s.platforms) as listings
				from catalog.service s where s.search @@ cast(:terms as tsquery) limit :limit
			), page as (
				select * from found order by standing, sorted, id limit :size offset :offset
			)
			select t.services, t.listings,
			""" + ServiceRows.SUMMARY + """
			from (select count(*) as services,
					case when :platform then count(*) else coalesce(sum(listings), 0) end as listings from found) t
			left join page p on true
			left join catalog.service s on s.id = p.id left join catalog.agency a on a.id = s.agency_id
			order by p.standing, p.sorted, p.id
			""";

	private static final CatalogTotals NOTHING = new CatalogTotals(0, 0);

	private final JdbcClient jdbc;

	ServiceLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ServicePage list(ServiceFilter filter, int page, int size) {
		List<String> facets = filter.facets();
		long offset = (long) (page - 1) * size;
		if (facets.size() > 1) {
			ServicePage few = few(filter, size, offset);
			return few.capped() ? new ServicePage(many(filter, size, offset), few.total(), few.listings(), true) : few;
		}
		String facet = facets.isEmpty() ? "" : facets.getFirst();
		List<ServiceSummary> items = this.jdbc.sql(OF_FACET)
			.param("facet", facet)
			.param("folded", filter.folded())
			.param("size", size)
			.param("offset", offset)
			.query(ServiceRows::summary)
			.list();
		CatalogTotals totals = totals(facet, filter.folded());
		return new ServicePage(items, totals.services(), totals.listings(), false);
	}

	private ServicePage few(ServiceFilter filter, int size, long offset) {
		List<ServicePage> found = new ArrayList<>();
		List<ServiceSummary> items = new ArrayList<>();
		this.jdbc.sql(OF_FEW)
			.param("terms", filter.terms())
			.param("limit", ServiceCatalog.COUNT_LIMIT + 1)
			.param("platform", filter.platform() != null)
			.param("size", size)
			.param("offset", offset)
			.query((row) -> {
				ServiceRows.collect(row, items, found, ServiceCatalog.COUNT_LIMIT);
			});
		return found.getFirst();
	}

	private List<ServiceSummary> many(ServiceFilter filter, int size, long offset) {
		return this.jdbc.sql(OF_MANY)
			.param("facets", filter.facets().toArray(String[]::new))
			.param("narrowings", filter.facets().size())
			.param("folded", filter.folded())
			.param("size", size)
			.param("offset", offset)
			.query(ServiceRows::summary)
			.list();
	}

	CatalogTotals totals(@Nullable ServiceKind kind) {
		return totals((kind != null) ? "kind=" + kind : "", false);
	}

	private CatalogTotals totals(String facet, boolean folded) {
		return this.jdbc.sql("""
				select case when :folded then front_services else services end as services,
					case when :folded then front_listings else listings end as listings
				from catalog.facet_total where facet = :facet""")
			.param("folded", folded)
			.param("facet", facet)
			.query((row, number) -> new CatalogTotals(row.getLong("services"), row.getLong("listings")))
			.optional()
			.orElse(NOTHING);
	}

}
