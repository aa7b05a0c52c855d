package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.incident.IncidentRows.Trouble;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns the staff of certificates that end soon: one incident for each certificate, told
 * again as the end comes nearer, closed when no check sees it any more. A check that
 * wants its certificate to be valid for longer is warned of sooner.
 */
@Component
@Transactional
class CertificateWarnings {

	/** Days before the end, nearest first. */
	private static final int[] THRESHOLDS = { 1, 7, 14, 30 };

	private static final int FIRST = THRESHOLDS[THRESHOLDS.length - 1];

	private final IncidentRows rows;

	private final JdbcClient jdbc;

	private final Clock clock;

	CertificateWarnings(IncidentRows rows, JdbcClient jdbc, Clock clock) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Ending(UUID service, String certificate, Instant ends, Instant seenAt) {
	}

	/** Brings the warnings up to date. Doing it again changes nothing. */
	void follow() {
		Instant now = this.clock.instant();
		List<Ending> endings = endings(now);
		close(endings, now);
		List<Trouble> troubles = new ArrayList<>();
		for (Ending ending : endings) {
			troubles.add(new Trouble(Resource.warning(ending.certificate()), IncidentKind.CERTIFICATE.name(),
					ending.service(), null, known(ending, now), StateReason.CERTIFICATE.name(), ending.ends(),
					threshold(ending.ends(), now)));
		}
		if (!troubles.isEmpty()) {
			this.rows.join(fresh(troubles), now);
			tellNearer(troubles, now);
		}
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
				left join availability.check_definition d on d.id = s.check_id and d.days_left > :first
				where s.ends <= :now + make_interval(days => coalesce(d.days_left, :first))
				order by s.service_id, s.certificate, s.seen_at""")
			.param("now", IncidentRows.timestamp(now))
			.param("first", FIRST)
			.query((row, number) -> new Ending(row.getObject("service_id", UUID.class), row.getString("certificate"),
					IncidentLists.instant(row, "ends"), IncidentLists.instant(row, "seen_at")))
			.list();
	}

	/** Those a warning does not name yet. */
	private List<Trouble> fresh(List<Trouble> troubles) {
		Set<String> known = new HashSet<>(this.jdbc.sql("""
				select i.resource || ' ' || s.service_id as known from availability.incident i
				join availability.incident_service s on s.incident_id = i.id and s.until is null
				where i.kind = 'CERTIFICATE' and i.ended_at is null""")
			.query((row, number) -> row.getString("known"))
			.list());
		return troubles.stream()
			.filter((trouble) -> !known.contains(trouble.resource() + " " + trouble.serviceId()))
			.toList();
	}

	private void tellNearer(List<Trouble> troubles, Instant now) {
		for (Trouble trouble : troubles) {
			this.jdbc.sql("""
					with nearer as (
						update availability.incident set threshold = :threshold, version = version + 1
						where resource = :resource and ended_at is null and threshold > :threshold
						returning id)
					insert into availability.incident_entry (id, incident_id, at, kind)
					select gen_random_uuid(), id, :now, 'CERTIFICATE_NEARER' from nearer""")
				.param("threshold", trouble.threshold())
				.param("resource", trouble.resource())
				.param("now", IncidentRows.timestamp(now))
				.update();
		}
	}

	/**
	 * Those no check sees any more: another certificate is there, or the check that saw
	 * it last looks no more.
	 */
	private void close(List<Ending> endings, Instant now) {
		this.jdbc.sql("""
				with closed as (
					update availability.incident set status = 'RESOLVED', ended_at = greatest(started_at, :now),
						version = version + 1
					where kind = 'CERTIFICATE' and ended_at is null and resource <> all (:resources)
					returning id, resource, ended_at),
				gone as (
					update availability.incident_service s set until = greatest(s.since, c.ended_at) from closed c
					where s.incident_id = c.id and s.until is null)
				insert into availability.incident_entry (id, incident_id, at, kind, status)
				select gen_random_uuid(), id, ended_at, case when resource = any (array(
						select :prefix || certificate from availability.certificate_seen))
					then 'CERTIFICATE_UNWATCHED' else 'CERTIFICATE_RENEWED' end, 'RESOLVED' from closed""")
			.param("prefix", Resource.warning(""))
			.param("now", IncidentRows.timestamp(now))
			.param("resources",
					endings.stream()
						.map((ending) -> Resource.warning(ending.certificate()))
						.distinct()
						.toArray(String[]::new))
			.update();
	}

}
