package id.tangerangkota.layanan.quality.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells what the last inspections found. */
@Service
public class Inspections {

	/** The indicators that are counted from what inspections found. */
	public static final List<String> INDICATORS = InspectionIndicators.IDS;

	private final JdbcClient jdbc;

	private final Promises promises;

	Inspections(JdbcClient jdbc, Promises promises) {
		this.jdbc = jdbc;
		this.promises = promises;
	}

	/** Codes of all that is looked at, in the order in which pages show it. */
	public List<String> items() {
		List<String> items = new ArrayList<>(Arrays.stream(InspectionItem.values()).map(InspectionItem::code).toList());
		items.addAll(this.promises.codes());
		return items;
	}

	/** Where it stands that sites owe a promise; nothing for other items. */
	public Optional<String> source(String item) {
		return this.promises.all()
			.stream()
			.filter((promise) -> promise.code().equals(item))
			.map(Promise::source)
			.findFirst();
	}

	/** The sites a filter lets through, those that lack most first. */
	public List<InspectedSite> list(InspectionFilter filter, int offset, int size) {
		return query(
				"""
						with latest as (
							select distinct on (service_id) service_id, week, inspected_at, outcome, address, pages
							from quality.inspection order by service_id, week desc
						)
						select l.service_id, l.inspected_at, l.outcome, l.address, l.pages,
							count(*) filter (where f.item <> all (:promises) and f.verdict = 'MET') as met,
							count(*) filter (where f.item <> all (:promises) and f.verdict = 'MISSED' and d.item is null) as missed,
							count(*) filter (where f.verdict = 'UNKNOWN') as unknown,
							count(*) filter (where f.item = any (:promises) and f.verdict = 'MET') as kept,
							count(*) filter (where f.item = any (:promises) and f.verdict = 'MISSED' and d.item is null) as broken
						from latest l
						join quality.inspection_finding f on f.service_id = l.service_id and f.week = l.week
						left join quality.finding_dispute d
							on d.service_id = f.service_id and d.item = f.item and d.inspected_at = l.inspected_at
								and d.confirmed_at is not null and d.withdrawn_at is null
						where (:any or l.service_id = any (:services)) and (:outcome = '' or l.outcome = :outcome)
						group by l.service_id, l.inspected_at, l.outcome, l.address, l.pages
						having :missed = '' or bool_or(f.item = :missed and f.verdict = 'MISSED' and d.item is null)
						order by count(*) filter (where f.verdict = 'MISSED' and d.item is null) desc, l.address, l.service_id
						limit :size offset :offset""",
				filter)
			.param("size", size)
			.param("offset", offset)
			.param("promises", this.promises.codes().toArray(String[]::new))
			.query(Inspections::site)
			.list();
	}

	/** How many sites a filter lets through. */
	public long count(InspectionFilter filter) {
		return query(
				"""
						with latest as (
							select distinct on (service_id) service_id, week, inspected_at, outcome
							from quality.inspection order by service_id, week desc
						)
						select count(*) from latest l
						where (:any or l.service_id = any (:services)) and (:outcome = '' or l.outcome = :outcome)
							and (:missed = '' or exists (select from quality.inspection_finding f
								where f.service_id = l.service_id and f.week = l.week and f.item = :missed and f.verdict = 'MISSED'
									and not exists (select from quality.finding_dispute d
										where d.service_id = f.service_id and d.item = f.item
											and d.inspected_at = l.inspected_at and d.confirmed_at is not null
											and d.withdrawn_at is null)))""",
				filter)
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec query(String sql, InspectionFilter filter) {
		Set<ServiceId> services = filter.services();
		return this.jdbc.sql(sql)
			.param("any", services == null)
			.param("services",
					(services != null) ? services.stream().map(ServiceId::value).toArray(UUID[]::new) : new UUID[0])
			.param("outcome", (filter.outcome() != null) ? filter.outcome().name() : "")
			.param("missed", (filter.missed() != null) ? filter.missed() : "");
	}

	/** The last inspection of a site. */
	public Optional<InspectedSite> site(ServiceId service) {
		return list(new InspectionFilter(Set.of(service), null, null), 0, 1).stream().findFirst();
	}

	/** What it found, in the order of {@link #items()}. */
	public List<SiteFinding> findings(ServiceId service) {
		List<String> order = items();
		List<String> codes = this.promises.codes();
		return this.jdbc.sql("""
				select f.item, f.verdict, f.since, f.detail, f.page, d.reason, d.disputed_by, d.disputed_at,
					d.confirmed_by, d.confirmed_at,
					(select max(p.disputed_at) from quality.finding_dispute p
						where p.service_id = f.service_id and p.item = f.item and p.withdrawn_at is null
							and p.inspected_at < i.inspected_at and f.verdict = 'MISSED'
							and cast(p.inspected_at at time zone 'Asia/Jakarta' as date) >= f.since) as lapsed_at
				from quality.inspection_finding f
				join quality.inspection i on i.service_id = f.service_id and i.week = f.week
				left join quality.finding_dispute d
					on d.service_id = f.service_id and d.item = f.item and d.inspected_at = i.inspected_at
						and d.withdrawn_at is null
				where f.service_id = :service
					and f.week = (select max(week) from quality.inspection where service_id = :service)""")
			.param("service", service.value())
			.query((row, number) -> finding(row, codes.contains(row.getString("item"))))
			.list()
			.stream()
			.filter((finding) -> order.contains(finding.item()))
			.sorted(Comparator.comparingInt((finding) -> order.indexOf(finding.item())))
			.toList();
	}

	private static InspectedSite site(ResultSet row, int number) throws SQLException {
		return new InspectedSite(new ServiceId(row.getObject("service_id", UUID.class)), row.getString("address"),
				SiteOutcome.valueOf(row.getString("outcome")), row.getTimestamp("inspected_at").toInstant(),
				row.getInt("pages"), row.getInt("met"), row.getInt("missed"), row.getInt("unknown"), row.getInt("kept"),
				row.getInt("broken"));
	}

	private static SiteFinding finding(ResultSet row, boolean promise) throws SQLException {
		@Nullable Timestamp lapsed = row.getTimestamp("lapsed_at");
		return new SiteFinding(row.getString("item"), promise, Verdict.valueOf(row.getString("verdict")),
				row.getObject("since", LocalDate.class), row.getString("detail"), row.getString("page"), dispute(row),
				(lapsed != null) ? lapsed.toInstant() : null);
	}

	private static @Nullable FindingDispute dispute(ResultSet row) throws SQLException {
		@Nullable Timestamp disputed = row.getTimestamp("disputed_at");
		if (disputed == null) {
			return null;
		}
		@Nullable Timestamp confirmed = row.getTimestamp("confirmed_at");
		return new FindingDispute(row.getString("reason"), new AccountId(row.getObject("disputed_by", UUID.class)),
				disputed.toInstant(), (confirmed != null) ? new FindingDispute.Confirmation(
						new AccountId(row.getObject("confirmed_by", UUID.class)), confirmed.toInstant()) : null);
	}

	/** Sites with marks that wait for somebody else than one person to agree. */
	public Set<ServiceId> waiting(AccountId person) {
		return new HashSet<>(this.jdbc.sql("""
				select d.service_id from quality.finding_dispute d
				where d.withdrawn_at is null and d.confirmed_at is null and d.disputed_by <> :person
					and d.inspected_at = (select max(i.inspected_at) from quality.inspection i
						where i.service_id = d.service_id)""")
			.param("person", person.value())
			.query((row, number) -> new ServiceId(row.getObject("service_id", UUID.class)))
			.list());
	}

}
