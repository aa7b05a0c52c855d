package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.availability.CertificateEnding;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.incident.IncidentRows.Trouble;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns the staff of certificates that end soon: one incident for each certificate, told
 * again as the end comes nearer. A service is no longer part of it once its checks have
 * not seen the certificate for a while, and then with the last one it is over. A check
 * that wants its certificate to be valid for longer is warned of sooner.
 */
@Component
@Transactional
class CertificateWarnings {

	/** Days before the end, nearest first. */
	private static final int[] THRESHOLDS = { 1, 7, 14, 30 };

	/** From here on it cannot wait. */
	private static final int URGENT = 7;

	private static final int FIRST = THRESHOLDS[THRESHOLDS.length - 1];

	/** Servers behind one name show old and new certificates by turns. */
	private static final Duration BY_TURNS = Duration.ofHours(1);

	private final IncidentRows rows;

	private final ApplicationEventPublisher events;

	private final JdbcClient jdbc;

	private final Clock clock;

	CertificateWarnings(IncidentRows rows, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
		this.rows = rows;
		this.events = events;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Ending(UUID service, String certificate, Instant ends, Instant seenAt) {

		String resource() {
			return Resource.warning(this.certificate);
		}

	}

	/** Brings the warnings up to date. Doing it again changes nothing. */
	void follow() {
		Instant now = this.clock.instant();
		List<Ending> endings = endings(now);
		leave(endings, now);
		close(now);
		if (!endings.isEmpty()) {
			List<Ending> told = join(endings, now);
			Set<String> nearer = nearer(endings, now);
			Stream.concat(told.stream(), endings.stream().filter((ending) -> nearer.contains(ending.resource())))
				.distinct()
				.filter((ending) -> ending.ends().isAfter(now))
				.forEach((ending) -> this.events
					.publishEvent(new CertificateEnding(new ServiceId(ending.service()), ending.ends())));
		}
		forget(now);
	}

	/** When it became worth a warning, which does not change from run to run. */
	private static Instant known(Ending ending, Instant now) {
		Instant month = ending.ends().minus(Duration.ofDays(FIRST));
		Instant since = month.isAfter(ending.seenAt()) ? month : ending.seenAt();
		return since.isAfter(now) ? now : since;
	}

	static int threshold(Instant ends, Instant now) {
		Duration left = Duration.between(now, ends);
		for (int days : THRESHOLDS) {
			if (left.compareTo(Duration.ofDays(days)) <= 0) {
				return days;
			}
		}
		return FIRST;
	}

	private List<Ending> endings(Instant now) {
		return this.jdbc.sql("""
				select distinct on (s.service_id, s.certificate) s.service_id, s.certificate, s.ends, s.seen_at
				from availability.certificate_seen s
				join availability.check_state c on c.check_id = s.check_id and c.state <> 'UNMONITORED'
				left join availability.check_definition d on d.id = s.check_id
				where s.ends <= :now + make_interval(days => greatest(:first, coalesce(d.days_left, 0)))
					and (s.replaced_at is null or s.replaced_at > :lately)
					and (s.shown_by is null or s.shown_by = availability.certificate_server(d.kind, d.target))
				order by s.service_id, s.certificate, s.seen_at""")
			.param("now", IncidentRows.timestamp(now))
			.param("lately", IncidentRows.timestamp(now.minus(BY_TURNS)))
			.param("first", FIRST)
			.query((row, number) -> new Ending(row.getObject("service_id", UUID.class), row.getString("certificate"),
					IncidentLists.instant(row, "ends"), IncidentLists.instant(row, "seen_at")))
			.list();
	}

	/**
	 * Opens warnings, and adds services to those there are.
	 * @return what was not warned of yet
	 */
	private List<Ending> join(List<Ending> endings, Instant now) {
		Map<String, @Nullable Instant> left = new HashMap<>();
		this.jdbc.sql("""
				select i.resource || ' ' || s.service_id as named,
					nullif(max(coalesce(s.until, 'infinity')), 'infinity') as left_at
				from availability.incident i join availability.incident_service s on s.incident_id = i.id
				where i.kind = 'CERTIFICATE' and i.resource = any (?) group by 1""")
			.param(resources(endings))
			.query((row) -> {
				left.put(row.getString("named"), IncidentLists.instantOrNull(row, "left_at"));
			});
		List<Ending> fresh = new ArrayList<>();
		List<Trouble> troubles = new ArrayList<>();
		for (Ending ending : endings) {
			String named = ending.resource() + " " + ending.service();
			if (!left.containsKey(named) || left.get(named) != null) {
				Instant since = later(known(ending, now), left.get(named));
				fresh.add(ending);
				troubles.add(new Trouble(ending.resource(), IncidentKind.CERTIFICATE.name(), ending.service(), null,
						since, StateReason.CERTIFICATE.name(), ending.ends(), threshold(ending.ends(), now)));
			}
		}
		if (!troubles.isEmpty()) {
			this.rows.join(troubles, now);
		}
		return fresh;
	}

	private static Instant later(Instant one, @Nullable Instant other) {
		return (other != null && other.isAfter(one)) ? other : one;
	}

	private static String[] resources(List<Ending> endings) {
		return endings.stream().map(Ending::resource).toArray(String[]::new);
	}

	/**
	 * Notes that ends came nearer.
	 * @return the resources of the warnings that must be told again
	 */
	private Set<String> nearer(List<Ending> endings, Instant now) {
		return new HashSet<>(this.jdbc.sql("""
				with nearer as (
					update availability.incident i set threshold = e.threshold, version = version + 1
					from (select distinct * from unnest(cast(:resources as text[]), cast(:thresholds as integer[]))
						as e (resource, threshold)) as e
					where i.resource = e.resource and i.ended_at is null and i.threshold > e.threshold
					returning i.id, i.resource),
				told as (
					insert into availability.incident_entry (id, incident_id, at, kind)
					select gen_random_uuid(), id, :now, 'CERTIFICATE_NEARER' from nearer)
				select resource from nearer""")
			.param("resources", resources(endings))
			.param("thresholds",
					endings.stream().map((ending) -> threshold(ending.ends(), now)).toArray(Integer[]::new))
			.param("now", IncidentRows.timestamp(now))
			.query(String.class)
			.list());
	}

	/**
	 * Takes out services that do not show the certificate any more: another one is there,
	 * or no check looks at this one.
	 */
	private void leave(List<Ending> endings, Instant now) {
		this.jdbc
			.sql("""
					with gone as (
						update availability.incident_service s set until = greatest(s.since, :now) from availability.incident i
						where i.id = s.incident_id and i.kind = 'CERTIFICATE' and i.ended_at is null and s.until is null
							and not exists (select 1 from unnest(cast(:resources as text[]), cast(:services as uuid[]))
								as e (resource, service_id) where e.resource = i.resource and e.service_id = s.service_id)
						returning s.incident_id, s.service_id, s.until, i.resource)
					insert into availability.incident_entry (id, incident_id, at, kind, service_id)
					select gen_random_uuid(), g.incident_id, g.until, case when exists (
							select 1 from availability.certificate_seen s where s.replaced_at is null
								and s.service_id = g.service_id and :prefix || s.certificate = g.resource)
						then 'SERVICE_LEFT' else 'SERVICE_RENEWED' end, g.service_id
					from gone g""")
			.param("prefix", Resource.warning(""))
			.param("now", IncidentRows.timestamp(now))
			.param("resources", resources(endings))
			.param("services", endings.stream().map(Ending::service).toArray(UUID[]::new))
			.update();
	}

	/** Those of which no service is left. */
	private void close(Instant now) {
		this.jdbc.sql("""
				with over as (
					select i.id, greatest(i.started_at, :now) as ended_at, exists (select 1
						from availability.certificate_seen s where s.replaced_at is null
							and :prefix || s.certificate = i.resource) as unwatched
					from availability.incident i where i.kind = 'CERTIFICATE' and i.ended_at is null and not exists (
						select 1 from availability.incident_service s where s.incident_id = i.id and s.until is null)),
				closed as (
					update availability.incident i set ended_at = o.ended_at, version = i.version + 1,
						status = case when o.unwatched then 'UNWATCHED' else 'RESOLVED' end
					from over o where i.id = o.id)
				insert into availability.incident_entry (id, incident_id, at, kind, status)
				select gen_random_uuid(), id, ended_at,
					case when unwatched then 'CERTIFICATE_UNWATCHED' else 'CERTIFICATE_RENEWED' end,
					case when unwatched then 'UNWATCHED' else 'RESOLVED' end
				from over""").param("prefix", Resource.warning("")).param("now", IncidentRows.timestamp(now)).update();
	}

	/** How many certificates end so soon that somebody must act. */
	int urgent() {
		return this.jdbc.sql("""
				select count(*) from availability.incident
				where kind = 'CERTIFICATE' and ended_at is null and threshold <= ?""")
			.param(URGENT)
			.query(Integer.class)
			.single();
	}

	/**
	 * What is replaced for good, and what a check showed before it asked another server.
	 */
	private void forget(Instant now) {
		this.jdbc.sql("""
				delete from availability.certificate_seen s
				where s.replaced_at <= :lately or exists (select 1 from availability.check_definition d
					join availability.check_state c on c.check_id = d.id
					where d.id = s.check_id and ((d.removed_at is not null and c.state = 'UNMONITORED')
						or s.shown_by <> availability.certificate_server(d.kind, d.target)))""")
			.param("lately", IncidentRows.timestamp(now.minus(BY_TURNS)))
			.update();
	}

}
