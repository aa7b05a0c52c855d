package id.tangerangkota.layanan.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads lists of services from {@code catalog.facet}, which holds them in order: a page
 * costs as much as it shows, however long the list is.
 */
@Component
class ServiceLists {

	/**
	 * Walks along the facet with the fewest services and looks the others up for each of
	 * them.
	 */
	private static final String LISTED = """
			from catalog.facet f
			where f.facet = (select wanted from unnest(cast(:facets as text[])) wanted
					left join catalog.facet_total t on t.facet = wanted order by coalesce(t.services, 0), wanted limit 1)
				and (not :folded or not f.sub_district)
				and (:narrowings = 1 or (select count(*) from catalog.facet o
					where o.service_id = f.service_id and o.facet = any (cast(:facets as text[]))) = :narrowings)
			""";

	private static final String PAGE = "select " + ServiceRows.SUMMARY + """
			from (select f.standing as place, f.name as sorted, f.service_id
			""" + LISTED + """
				order by f.standing, f.name, f.service_id limit :size offset :offset) f
			join catalog.service s on s.id = f.service_id left join catalog.agency a on a.id = s.agency_id
			order by f.place, f.sorted, f.service_id
			""";

	/** A service has one listing of a platform. */
	private static final String COUNT = """
			select count(*) as services, coalesce(sum(listings), 0) as listings
			from (select case when :platform then 1 else f.listings end as listings
			""" + LISTED + " limit :limit) counted";

	private static final CatalogTotals NOTHING = new CatalogTotals(0, 0);

	private final JdbcClient jdbc;

	ServiceLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ServicePage list(ServiceFilter filter, int page, int size) {
		List<ServiceSummary> items = bind(this.jdbc.sql(PAGE), filter).param("size", size)
			.param("offset", (long) (page - 1) * size)
			.query(ServiceRows::summary)
			.list();
		if (facets(filter).size() == 1) {
			CatalogTotals totals = totals(facets(filter).getFirst(), filter.folded());
			return new ServicePage(items, totals.services(), totals.listings(), false);
		}
		return bind(this.jdbc.sql(COUNT), filter).param("platform", filter.platform() != null)
			.param("limit", ServiceCatalog.COUNT_LIMIT + 1)
			.query((row, number) -> ServiceRows.page(items, row, ServiceCatalog.COUNT_LIMIT))
			.single();
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

	private static StatementSpec bind(StatementSpec statement, ServiceFilter filter) {
		List<String> facets = facets(filter);
		return statement.param("facets", facets.toArray(String[]::new))
			.param("narrowings", facets.size())
			.param("folded", filter.folded());
	}

	private static List<String> facets(ServiceFilter filter) {
		return filter.facets().isEmpty() ? List.of("") : filter.facets();
	}

}
