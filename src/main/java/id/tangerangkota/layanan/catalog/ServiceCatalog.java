package id.tangerangkota.layanan.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the catalogue: services with their listings, agencies, categories. What it reads
 * is shown, not decided upon, so no method needs a transaction: begin and commit would be
 * two more round trips.
 */
@org.springframework.stereotype.Service
public class ServiceCatalog {

	/** Counting stops here, so that no page pays for the length of a list. */
	public static final int COUNT_LIMIT = 1000;

	private final JdbcClient jdbc;

	private final ServiceLists lists;

	ServiceCatalog(JdbcClient jdbc, ServiceLists lists) {
		this.jdbc = jdbc;
		this.lists = lists;
	}

	/** How much the catalogue holds, of one kind or (null) in all. */
	public CatalogTotals totals(@Nullable ServiceKind kind) {
		return this.lists.totals(kind);
	}

	/**
	 * A page of services: verified ones first, then cited, then inferred, then obsolete
	 * ones, each by name.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	public ServicePage list(ServiceFilter filter, int page, int size) {
		return this.lists.list(filter, page, size);
	}

	/** The service with this slug and everything the public may know of it. */
	public Optional<ServiceDetail> service(String slug) {
		return this.jdbc.sql("""
				select s.*, a.code as agency_code, a.short_name as agency_short_name, a.name as agency_name,
					a.name_en as agency_name_en
				from catalog.service s left join catalog.agency a on a.id = s.agency_id where s.slug = ?""")
			.param(slug)
			.query(ServiceRow::of)
			.optional()
			.map(this::detail);
	}

	private ServiceDetail detail(ServiceRow row) {
		ServiceId id = row.service().id();
		return row.with(categories(), summaries(row.related(), row.replacedBy()),
				listings(List.of(id)).getOrDefault(id, List.of()), standard(id));
	}

	private Map<String, ServiceSummary> summaries(List<String> slugs, @Nullable String another) {
		Map<String, ServiceSummary> found = new LinkedHashMap<>();
		this.jdbc.sql("select " + ServiceRows.SUMMARY + """
				from catalog.service s left join catalog.agency a on a.id = s.agency_id
				where s.slug = any (:slugs) or s.slug = :another""")
			.param("slugs", slugs.toArray(String[]::new))
			.param("another", another)
			.query(ServiceRows::summary)
			.list()
			.forEach((summary) -> found.put(summary.slug(), summary));
		return found;
	}

	/** These services by name, as lists show them. */
	public List<ServiceSummary> summaries(Collection<ServiceId> services) {
		return this.jdbc.sql("select " + ServiceRows.SUMMARY + """
				from catalog.service s left join catalog.agency a on a.id = s.agency_id
				where s.id = any (:services) order by lower(s.name), s.id""")
			.param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.query(ServiceRows::summary)
			.list();
	}

	/**
	 * Services whose name or slug holds these words as they stand, by name; for the
	 * staff, who know what they look for.
	 */
	public List<ServiceSummary> named(String words, int limit) {
		return this.jdbc.sql("select " + ServiceRows.SUMMARY + """
				from catalog.service s left join catalog.agency a on a.id = s.agency_id
				where position(lower(:words) in lower(s.name)) > 0 or position(lower(:words) in s.slug) > 0
				order by lower(s.name), s.id limit :limit""")
			.param("words", words.strip())
			.param("limit", limit)
			.query(ServiceRows::summary)
			.list();
	}

	/** The listings of services, of those that have any: web first, then apps. */
	public Map<ServiceId, List<ListingSummary>> listings(Collection<ServiceId> services) {
		Map<ServiceId, List<ListingSummary>> listings = new HashMap<>();
		this.jdbc.sql("""
				select * from catalog.listing where service_id = any (:services)
				order by service_id, array_position(array['WEB', 'ANDROID', 'IOS'], platform)""")
			.param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.query((row) -> {
				listings
					.computeIfAbsent(new ServiceId(row.getObject("service_id", UUID.class)), (id) -> new ArrayList<>())
					.add(listing(row));
			});
		return listings;
	}

	/** The listings whose address somebody verified, of services that have any. */
	public Map<ServiceId, Set<Platform>> verified() {
		Map<ServiceId, Set<Platform>> verified = new HashMap<>();
		this.jdbc.sql("select service_id, platform from catalog.listing where verification = 'VERIFIED'")
			.query((row) -> {
				verified
					.computeIfAbsent(new ServiceId(row.getObject("service_id", UUID.class)),
							(id) -> EnumSet.noneOf(Platform.class))
					.add(Platform.valueOf(row.getString("platform")));
			});
		return verified;
	}

	private static ListingSummary listing(ResultSet row) throws SQLException {
		return new ListingSummary(Platform.valueOf(row.getString("platform")), row.getString("address"),
				Verification.valueOf(row.getString("verification")), row.getObject("verified_on", LocalDate.class),
				row.getString("verified_by"), row.getString("evidence"), row.getString("fallback_address"));
	}

	private Map<StandardComponent, String> standard(ServiceId service) {
		Map<StandardComponent, String> standard = new EnumMap<>(StandardComponent.class);
		this.jdbc.sql("select component, content from catalog.service_standard where service_id = ?")
			.param(service.value())
			.query((row) -> {
				standard.put(StandardComponent.valueOf(row.getString("component")), row.getString("content"));
			});
		return standard;
	}

	/** The sites of a kecamatan and of its kelurahan, by region code. */
	public Map<String, ServiceSummary> servicesOfDistrict(String districtCode) {
		Map<String, ServiceSummary> services = new LinkedHashMap<>();
		this.jdbc.sql("select s.region_code, " + ServiceRows.SUMMARY + """
				from catalog.service s left join catalog.agency a on a.id = s.agency_id
				where s.region_code = :code or s.region_code like :code || '.%'
				order by s.region_code, s.name""").param("code", districtCode).query((row) -> {
			services.putIfAbsent(row.getString("region_code"), ServiceRows.summary(row, 0));
		});
		return services;
	}

	/** The office of a kecamatan. */
	public Optional<AgencySummary> agencyOfRegion(String regionCode) {
		return this.jdbc.sql("select code, short_name, name, name_en from catalog.agency where region_code = ?")
			.param(regionCode)
			.query((row, number) -> new AgencySummary(row.getString("code"), row.getString("short_name"),
					row.getString("name"), row.getString("name_en")))
			.optional();
	}

	/** Codes of the owners of all services; null where nobody knows. */
	public Map<ServiceId, @Nullable String> owners() {
		Map<ServiceId, @Nullable String> owners = new HashMap<>();
		this.jdbc.sql("""
				select s.id, a.code from catalog.service s left join catalog.agency a on a.id = s.agency_id""")
			.query((row) -> {
				owners.put(new ServiceId(row.getObject("id", UUID.class)), row.getString("code"));
			});
		return owners;
	}

	/** What people should use instead, by name, of the services that have it. */
	public Map<ServiceId, String> successors() {
		Map<ServiceId, String> successors = new HashMap<>();
		this.jdbc.sql("""
				select s.id, r.name from catalog.service s join catalog.service r on r.slug = s.replaced_by""")
			.query((row) -> {
				successors.put(new ServiceId(row.getObject("id", UUID.class)), row.getString("name"));
			});
		return successors;
	}

	/** When each service was reviewed last; those nobody reviewed are left out. */
	public Map<ServiceId, LocalDate> lastReviews() {
		Map<ServiceId, LocalDate> reviews = new HashMap<>();
		this.jdbc.sql("select id, last_reviewed from catalog.service where last_reviewed is not null").query((row) -> {
			reviews.put(new ServiceId(row.getObject("id", UUID.class)),
					row.getObject("last_reviewed", LocalDate.class));
		});
		return reviews;
	}

	/** Slugs of all services, a part at a time. */
	public List<String> slugs(int offset, int limit) {
		return this.jdbc.sql("select slug from catalog.service order by slug limit :limit offset :offset")
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> row.getString("slug"))
			.list();
	}

	/** How many services each category has, by slug. */
	public Map<String, Long> categoryCounts() {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select c.slug, t.services from catalog.category c
				join catalog.facet_total t on t.facet = 'category=' || c.slug""").query((row) -> {
			counts.put(row.getString("slug"), row.getLong("services"));
		});
		return counts;
	}

	/** All categories in their order. */
	public List<Category> categories() {
		return this.jdbc.sql("select * from catalog.category order by position").query(ServiceCatalog::category).list();
	}

	public Optional<Category> category(String slug) {
		return this.jdbc.sql("select * from catalog.category where slug = ?")
			.param(slug)
			.query(ServiceCatalog::category)
			.optional();
	}

	private static Category category(ResultSet row, int number) throws SQLException {
		return new Category(row.getString("slug"), row.getString("name"), row.getString("name_en"),
				row.getString("description"), row.getString("description_en"),
				ServiceRows.enums(LifeEvent.class, row.getArray("life_events")));
	}

	/** All agencies by name. */
	public List<Agency> agencies() {
		return this.jdbc.sql("select * from catalog.agency order by name")
			.query((row, number) -> agency(row, List.of()))
			.list();
	}

	/** The agency with this code, with its accounts. */
	public Optional<Agency> agency(String code) {
		List<Agency.Account> accounts = this.jdbc.sql("""
				select network, url from catalog.agency_account
				where agency_id = (select id from catalog.agency where code = ?) order by network, url""")
			.param(code)
			.query((row, number) -> new Agency.Account(row.getString("network"), row.getString("url")))
			.list();
		return this.jdbc.sql("select * from catalog.agency where code = ?")
			.param(code)
			.query((row, number) -> agency(row, accounts))
			.optional();
	}

	private static Agency agency(ResultSet row, List<Agency.Account> accounts) throws SQLException {
		return new Agency(row.getString("code"), row.getString("short_name"), row.getString("name"),
				row.getString("name_en"), AgencyType.valueOf(row.getString("type")),
				"CITED".equals(row.getString("name_confidence")), row.getString("summary"), row.getString("summary_en"),
				row.getString("note"), row.getString("region_code"), row.getString("site_host"), row.getString("phone"),
				row.getString("email"), row.getString("address"), accounts);
	}

	/**
	 * Services whose slug or name looks like what was asked for, for people who came to a
	 * dead link.
	 */
	public List<ServiceSummary> similar(String slug) {
		return this.jdbc.sql("select " + ServiceRows.SUMMARY + """
				from catalog.service s left join catalog.agency a on a.id = s.agency_id
				where s.slug % :slug
				order by public.similarity(s.slug, :slug) desc, s.standing, s.name limit 5""")
			.param("slug", slug)
			.query(ServiceRows::summary)
			.list();
	}

}
