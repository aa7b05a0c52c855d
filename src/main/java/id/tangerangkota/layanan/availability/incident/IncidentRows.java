package id.tangerangkota.layanan.availability.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happens to many incidents at once, and their timelines. Whoever calls it brings
 * the transaction.
 */
@Component
class IncidentRows {

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final JdbcClient jdbc;

	IncidentRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A service for which something goes wrong.
	 *
	 * @param resource what explains it; those with the same are one incident
	 * @param outageId null where nothing is confirmed to be down
	 * @param cause null where nobody knows
	 */
	record Trouble(String resource, String kind, UUID serviceId, @Nullable UUID outageId, Instant since,
			@Nullable String cause, @Nullable Instant certificateEnds, @Nullable Integer threshold) {
	}

	/**
	 * Opens incidents, or lets services join those that are open. A service joins once
	 * for each of its outages, which may follow each other at once, and otherwise only if
	 * it is not there; somebody must take care of it again.
	 * @return the incidents that were opened
	 */
	List<IncidentId> join(List<Trouble> troubles, Instant now) {
		String rows = this.json.writeValueAsString(troubles);
		// In the order of resources, so that two batches do not wait for each other. Open
		// ones are changed, too, so that nobody closes them meanwhile.
		List<UUID> opened = new ArrayList<>();
		this.jdbc.sql("""
				insert into availability.incident as i (id, kind, status, resource, cause, started_at, opened_at,
					certificate_ends, threshold)
				select gen_random_uuid(), min(r.kind), 'INVESTIGATING', r.resource,
					(array_agg(r.cause order by r.since))[1], min(r.since), :now, min(r.certificate_ends),
					min(r.threshold)
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (resource text, kind text, since timestamptz,
					cause text, certificate_ends timestamptz, threshold integer)
				group by r.resource order by r.resource
				on conflict (resource) where ended_at is null do update
					set started_at = least(i.started_at, excluded.started_at), version = i.version + 1
				returning new.id, old.id is null as opened""")
			.param("rows", rows)
			.param("now", timestamp(now))
			.query((row) -> {
				if (row.getBoolean("opened")) {
					opened.add(row.getObject("id", UUID.class));
				}
			});
		this.jdbc.sql("""
				with opened as (
					insert into availability.incident_entry (id, incident_id, at, kind, status)
					select gen_random_uuid(), i.id, i.started_at, 'OPENED', i.status from availability.incident i
					where i.id = any (:opened)),
				joined as (
					insert into availability.incident_service (incident_id, service_id, outage_id, since)
					select i.id, r.service_id, r.outage_id, r.since
					from jsonb_to_recordset(cast(:rows as jsonb)) as r (resource text, service_id uuid, outage_id uuid,
						since timestamptz)
					join availability.incident i on i.resource = r.resource and i.ended_at is null
					where r.outage_id is not null or not exists (select 1 from availability.incident_service s
						where s.incident_id = i.id and s.service_id = r.service_id and s.until is null)
					order by r.since, r.service_id
					on conflict do nothing
					returning incident_id, service_id, since),
				waiting as (
					update availability.incident i set joined_at = :now
					where i.id in (select incident_id from joined) and i.acknowledged_at is not null
						and i.joined_at is null)
				insert into availability.incident_entry (id, incident_id, at, kind, service_id)
				select gen_random_uuid(), j.incident_id, j.since, 'SERVICE_JOINED', j.service_id from joined j""")
			.param("opened", opened.toArray(UUID[]::new))
			.param("rows", rows)
			.param("now", timestamp(now))
			.update();
		return opened.stream().map(IncidentId::new).toList();
	}

	/**
	 * A service whose outage ended.
	 *
	 * @param recovered whether people can use it again
	 */
	record Ended(UUID outageId, Instant until, boolean recovered) {
	}

	/**
	 * Takes services out of their incidents, and closes those of which none is left.
	 * @return the incidents that were closed
	 */
	List<IncidentId> leave(List<Ended> ended) {
		List<UUID> touched = this.jdbc.sql("""
				with r as (select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (outage_id uuid,
					until timestamptz, recovered boolean)),
				gone as (
					update availability.incident_service s set until = greatest(s.since, r.until) from r
					where s.outage_id = r.outage_id and s.until is null
					returning s.incident_id, s.service_id, s.until, r.recovered),
				told as (
					insert into availability.incident_entry (id, incident_id, at, kind, service_id)
					select gen_random_uuid(), incident_id, until,
						case when recovered then 'SERVICE_RECOVERED' else 'SERVICE_LEFT' end, service_id from gone)
				select distinct incident_id from gone""")
			.param("rows", this.json.writeValueAsString(ended))
			.query(IncidentRows::id)
			.list();
		return closeWithoutServices(touched);
	}

	/**
	 * Of the services that left last none may have recovered: then nobody knows whether
	 * it is over.
	 */
	private List<IncidentId> closeWithoutServices(List<UUID> incidents) {
		UUID[] ids = incidents.toArray(UUID[]::new);
		// First, and alone: what is read next must know of services that joined
		// meanwhile. In the order in which they join.
		this.jdbc.sql("select id from availability.incident where id = any (?) order by resource for update")
			.param(ids)
			.query(IncidentRows::id)
			.list();
		return this.jdbc.sql("""
				with over as (
					select i.id, l.ended_at, case when exists (select 1 from availability.incident_entry e
							where e.incident_id = i.id and e.kind = 'SERVICE_RECOVERED' and e.at = l.ended_at)
						then 'RESOLVED' else 'UNWATCHED' end as status
					from availability.incident i cross join lateral (select max(s.until) as ended_at
						from availability.incident_service s where s.incident_id = i.id) as l
					where i.id = any (?) and i.ended_at is null and not exists (select 1
						from availability.incident_service s where s.incident_id = i.id and s.until is null)),
				closed as (
					update availability.incident i set status = o.status, ended_at = o.ended_at, version = i.version + 1
					from over o where i.id = o.id),
				told as (
					insert into availability.incident_entry (id, incident_id, at, kind, status)
					select gen_random_uuid(), id, ended_at, status, status from over)
				select id from over""")
			.param(ids)
			.query(IncidentRows::id)
			.list()
			.stream()
			.map(IncidentId::new)
			.toList();
	}

	/** Closes what was only said of services that checks have now found down. */
	void supersede(Collection<ServiceId> services, Instant now) {
		this.jdbc.sql("""
				with closed as (
					update availability.incident i set status = 'RESOLVED', version = i.version + 1,
						ended_at = greatest(i.started_at, :now)
					where i.ended_at is null and i.resource = any (:resources)
					returning i.id, i.ended_at),
				gone as (
					update availability.incident_service s set until = greatest(s.since, c.ended_at) from closed c
					where s.incident_id = c.id and s.until is null)
				insert into availability.incident_entry (id, incident_id, at, kind, status)
				select gen_random_uuid(), id, ended_at, 'SUPERSEDED', 'RESOLVED' from closed""")
			.param("now", timestamp(now))
			.param("resources", services.stream().map(Resource::suspicion).toArray(String[]::new))
			.update();
	}

	/** Takes all services out of an incident that somebody ended. */
	void leaveAll(IncidentId incident, Instant now) {
		this.jdbc.sql("""
				update availability.incident_service set until = greatest(since, :now)
				where incident_id = :id and until is null""")
			.param("now", timestamp(now))
			.param("id", incident.value())
			.update();
	}

	/** Whether checks find one of its services down. */
	boolean isConfirmedDown(IncidentId incident) {
		return this.jdbc.sql("""
				select exists (select 1 from availability.incident_service
				where incident_id = ? and outage_id is not null and until is null)""")
			.param(incident.value())
			.query(Boolean.class)
			.single();
	}

	/** Adds what somebody of the staff wrote. */
	void write(IncidentId incident, Instant at, EntryKind kind, @Nullable IncidentStatus status, String text,
			AccountId author, boolean forStaff) {
		this.jdbc.sql("""
				insert into availability.incident_entry (id, incident_id, at, kind, status, text, author, for_staff)
				values (gen_random_uuid(), :incident, :at, :kind, :status, :text, :author, :staff)""")
			.param("incident", incident.value())
			.param("at", timestamp(at))
			.param("kind", kind.name())
			.param("status", (status != null) ? status.name() : null)
			.param("text", text)
			.param("author", author.value())
			.param("staff", forStaff)
			.update();
	}

	/** Who of the staff wrote an entry. */
	Optional<AccountId> author(IncidentId incident, UUID entry) {
		return this.jdbc.sql("""
				select author from availability.incident_entry
				where id = :entry and incident_id = :incident and author is not null""")
			.param("entry", entry)
			.param("incident", incident.value())
			.query((row, number) -> new AccountId(id(row, number)))
			.optional();
	}

	/** Changes what somebody of the staff wrote, and keeps what stood there. */
	void edit(UUID entry, String text, AccountId by, Instant now) {
		this.jdbc.sql("""
				insert into availability.incident_edit (id, incident_id, entry_id, text_before, edited_by, edited_at)
				select gen_random_uuid(), incident_id, id, text, :by, :now from availability.incident_entry
				where id = :entry""")
			.param("by", by.value())
			.param("now", timestamp(now))
			.param("entry", entry)
			.update();
		this.jdbc.sql("update availability.incident_entry set text = :text, edited_at = :now where id = :entry")
			.param("text", text)
			.param("now", timestamp(now))
			.param("entry", entry)
			.update();
	}

	/** Keeps what stood in a post-mortem. */
	void keepPostMortem(IncidentId incident, String before, AccountId by, Instant now) {
		this.jdbc.sql("""
				insert into availability.incident_edit (id, incident_id, text_before, edited_by, edited_at)
				values (gen_random_uuid(), :incident, :before, :by, :now)""")
			.param("incident", incident.value())
			.param("before", before)
			.param("by", by.value())
			.param("now", timestamp(now))
			.update();
	}

	private static UUID id(ResultSet row, int number) throws SQLException {
		return row.getObject(1, UUID.class);
	}

	/** The driver takes no Instant. */
	static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
