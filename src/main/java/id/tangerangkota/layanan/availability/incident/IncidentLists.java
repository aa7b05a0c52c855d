package id.tangerangkota.layanan.availability.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads incidents, two queries a list. What it reads is shown, not decided upon, so no
 * method needs a transaction.
 */
@Service
class IncidentLists implements Incidents {

	private final JdbcClient jdbc;

	IncidentLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<IncidentSummary> open() {
		return open(IncidentKind.forEverybody());
	}

	@Override
	public List<IncidentSummary> open(Set<IncidentKind> kinds) {
		return summaries(this.jdbc.sql("""
				select * from availability.incident where ended_at is null and kind = any (?)
				order by started_at desc, id""").param(names(kinds)).query(IncidentLists::row).list());
	}

	@Override
	public IncidentPage recent(int page, int size) {
		return recent(IncidentKind.forEverybody(), page, size);
	}

	@Override
	public IncidentPage recent(Set<IncidentKind> kinds, int page, int size) {
		List<IncidentSummary> items = summaries(this.jdbc.sql("""
				select * from availability.incident where ended_at is not null and kind = any (:kinds)
				order by started_at desc, id limit :size offset :offset""")
			.param("kinds", names(kinds))
			.param("size", size)
			.param("offset", Paging.offset(page, size))
			.query(IncidentLists::row)
			.list());
		long total = this.jdbc
			.sql("select count(*) from availability.incident where ended_at is not null and kind = any (?)")
			.param(names(kinds))
			.query(Long.class)
			.single();
		return new IncidentPage(items, total);
	}

	@Override
	public IncidentPage during(@Nullable Collection<ServiceId> services, @Nullable Instant from,
			@Nullable Instant until, int page, int size) {
		List<Row> rows = new ArrayList<>();
		long[] total = new long[1];
		this.jdbc.sql("""
				with found as (
					select i.* from availability.incident i
					where i.kind = any (:kinds) and i.started_at < :until and (i.ended_at is null or i.ended_at > :from)
						and (:all or exists (select 1 from availability.incident_service s
							where s.incident_id = i.id and s.service_id = any (:services) and s.since < :until
								and (s.until is null or s.until > :from))))
				select t.total, f.* from (select count(*) as total from found) t
				left join (select * from found order by started_at desc, id limit :size offset :offset) f on true
				order by f.started_at desc, f.id""")
			.param("kinds", names(IncidentKind.forEverybody()))
			.param("from", Timestamp.from(DayRange.startOrEver(from)))
			.param("until", Timestamp.from(DayRange.endOrNever(until)))
			.param("all", services == null)
			.param("services",
					(services != null) ? services.stream().map(ServiceId::value).toArray(UUID[]::new) : new UUID[0])
			.param("size", size)
			.param("offset", Paging.offset(page, size))
			.query((row) -> {
				total[0] = row.getLong("total");
				if (row.getObject("id") != null) {
					rows.add(row(row, 0));
				}
			});
		return new IncidentPage(summaries(rows), total[0]);
	}

	@Override
	public List<IncidentSummary> ofService(ServiceId service, int limit) {
		return summaries(this.jdbc.sql("""
				select * from availability.incident where kind = any (:kinds) and id in (
					select incident_id from availability.incident_service where service_id = :service)
				order by started_at desc, id limit :limit""")
			.param("kinds", names(IncidentKind.forEverybody()))
			.param("service", service.value())
			.param("limit", limit)
			.query(IncidentLists::row)
			.list());
	}

	@Override
	public Map<IncidentId, Instant> lastTold(Collection<IncidentId> incidents) {
		Map<IncidentId, Instant> told = new HashMap<>();
		this.jdbc.sql("""
				select e.incident_id, greatest(max(greatest(e.at, e.edited_at)), max(i.post_mortem_at)) as told
				from availability.incident_entry e join availability.incident i on i.id = e.incident_id
				where e.incident_id = any (?) and not e.for_staff group by e.incident_id""")
			.param(incidents.stream().map(IncidentId::value).toArray(UUID[]::new))
			.query((row) -> {
				told.put(new IncidentId(row.getObject("incident_id", UUID.class)), instant(row, "told"));
			});
		return told;
	}

	@Override
	public Map<ServiceId, IncidentId> openOf(Collection<ServiceId> services) {
		Map<ServiceId, IncidentId> open = new HashMap<>();
		this.jdbc
			.sql("""
					select s.service_id, s.incident_id from availability.incident_service s
					join availability.incident i on i.id = s.incident_id
					where s.service_id = any (:services) and s.until is null and i.ended_at is null and i.kind = any (:kinds)
					order by s.since desc""")
			.param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.param("kinds", names(IncidentKind.forEverybody()))
			.query((row) -> {
				open.put(new ServiceId(row.getObject("service_id", UUID.class)),
						new IncidentId(row.getObject("incident_id", UUID.class)));
			});
		return open;
	}

	@Override
	public Optional<IncidentDetail> incident(IncidentId id) {
		return detail(id, false).filter((detail) -> detail.summary().kind().isPublic());
	}

	@Override
	public Optional<IncidentDetail> forStaff(IncidentId id) {
		return detail(id, true);
	}

	private Optional<IncidentDetail> detail(IncidentId id, boolean forStaff) {
		return this.jdbc.sql("select * from availability.incident where id = ?")
			.param(id.value())
			.query(IncidentLists::row)
			.optional()
			.map((row) -> new IncidentDetail(summaries(List.of(row)).getFirst(), timeline(id, forStaff),
					row.postMortem()));
	}

	private List<TimelineEntry> timeline(IncidentId id, boolean forStaff) {
		// What happened at one moment stands in the order of the steps it takes.
		return this.jdbc.sql("""
				select * from availability.incident_entry where incident_id = :id and (:staff or not for_staff)
				order by at, array_position(array['OPENED', 'SERVICE_JOINED', 'SERVICE_RECOVERED', 'SERVICE_RENEWED',
					'SERVICE_LEFT'], kind)
					nulls last, seq""").param("id", id.value()).param("staff", forStaff).query((row, number) -> {
			String status = row.getString("status");
			UUID service = row.getObject("service_id", UUID.class);
			UUID author = row.getObject("author", UUID.class);
			return new TimelineEntry(row.getObject("id", UUID.class), instant(row, "at"),
					EntryKind.valueOf(row.getString("kind")), (status != null) ? IncidentStatus.valueOf(status) : null,
					(service != null) ? new ServiceId(service) : null, row.getString("text"),
					(author != null) ? new AccountId(author) : null, row.getBoolean("for_staff"),
					instantOrNull(row, "edited_at"));
		}).list();
	}

	private record Row(IncidentId id, IncidentKind kind, IncidentStatus status, Instant startedAt,
			@Nullable Instant endedAt, @Nullable StateReason cause, @Nullable Instant certificateEnds,
			boolean acknowledged, @Nullable String postMortem) {
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		String cause = row.getString("cause");
		return new Row(new IncidentId(row.getObject("id", UUID.class)), IncidentKind.valueOf(row.getString("kind")),
				IncidentStatus.valueOf(row.getString("status")), instant(row, "started_at"),
				instantOrNull(row, "ended_at"), (cause != null) ? StateReason.valueOf(cause) : null,
				instantOrNull(row, "certificate_ends"),
				row.getObject("acknowledged_at") != null && row.getObject("joined_at") == null,
				row.getString("post_mortem"));
	}

	private List<IncidentSummary> summaries(List<Row> rows) {
		Map<IncidentId, List<AffectedService>> services = new HashMap<>();
		if (!rows.isEmpty()) {
			this.jdbc.sql("""
					select s.*, coalesce(o.affected, 0) as affected from availability.incident_service s
					left join availability.outage o on o.id = s.outage_id
					where s.incident_id = any (?) order by s.since, s.service_id""")
				.param(rows.stream().map((row) -> row.id().value()).toArray(UUID[]::new))
				.query((row) -> {
					UUID outage = row.getObject("outage_id", UUID.class);
					services
						.computeIfAbsent(new IncidentId(row.getObject("incident_id", UUID.class)),
								(id) -> new ArrayList<>())
						.add(new AffectedService(new ServiceId(row.getObject("service_id", UUID.class)),
								(outage != null) ? new OutageId(outage) : null, instant(row, "since"),
								instantOrNull(row, "until"), row.getInt("affected")));
				});
		}
		return rows.stream()
			.map((row) -> new IncidentSummary(row.id(), row.kind(), row.status(), row.startedAt(), row.endedAt(),
					row.cause(), row.certificateEnds(), row.acknowledged(),
					List.copyOf(services.getOrDefault(row.id(), List.of()))))
			.toList();
	}

	private static String[] names(Set<IncidentKind> kinds) {
		return kinds.stream().map(Enum::name).toArray(String[]::new);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
