package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.availability.result.ObservationListener;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers which certificates there are and when they end. What this node has seen
 * before costs nothing, and that is nearly everything: a certificate changes every few
 * months.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CertificateWatch implements ObservationListener {

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final SeenCertificates seen = new SeenCertificates();

	private final CheckRules rules;

	private final JdbcClient jdbc;

	CertificateWatch(CheckRules rules, JdbcClient jdbc) {
		this.rules = rules;
		this.jdbc = jdbc;
	}

	private record SeenRow(int checkId, UUID serviceId, String certificate, Instant ends, Instant seenAt,
			boolean through) {
	}

	@Override
	public void accept(List<Observation> observations) {
		Map<Integer, Observation> changed = new HashMap<>();
		for (Observation observation : observations) {
			if (!this.seen.contains(observation)) {
				changed.put(observation.check(), observation);
			}
		}
		if (!changed.isEmpty()) {
			write(changed);
			remember(List.copyOf(changed.values()));
		}
	}

	/** What is rolled back is told again. */
	private void remember(List<Observation> changed) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				changed.forEach(CertificateWatch.this.seen::add);
			}

		});
	}

	private void write(Map<Integer, Observation> changed) {
		Map<Integer, CheckRule> found = this.rules.rules(changed.keySet());
		List<SeenRow> rows = new ArrayList<>();
		found.forEach((check, rule) -> {
			Observation observation = Objects.requireNonNull(changed.get(check));
			CertificateFinding certificate = Objects.requireNonNull(observation.certificate());
			rows.add(new SeenRow(check, rule.service().value(), certificate.fingerprint(), certificate.expires(),
					observation.at(), observation.cameThrough()));
		});
		// What comes late says nothing of what is shown now, and who did not come through
		// nothing of the certificate of a host behind, which counts unless none is known.
		this.jdbc
			.sql("""
					with shown as (
						select r.*, availability.certificate_server(d.kind, d.target) as server
						from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, service_id uuid,
							certificate text, ends timestamptz, seen_at timestamptz, through boolean)
						left join availability.check_definition d on d.id = r.check_id
						where not exists (select 1 from availability.certificate_seen s
							where s.check_id = r.check_id and (greatest(s.seen_at, s.replaced_at) > r.seen_at
								or (not r.through and s.replaced_at is null)))),
					replaced as (
						update availability.certificate_seen s set replaced_at = r.seen_at from shown r
						where s.check_id = r.check_id and s.certificate <> r.certificate and s.replaced_at is null)
					insert into availability.certificate_seen as s (check_id, service_id, certificate, ends, seen_at, shown_by)
					select check_id, service_id, certificate, ends, seen_at, server from shown
					order by check_id
					on conflict (check_id, certificate) do update set service_id = excluded.service_id,
						shown_by = excluded.shown_by, replaced_at = null
					where s.replaced_at is not null or s.service_id <> excluded.service_id
						or s.shown_by is distinct from excluded.shown_by""")
			.param("rows", this.json.writeValueAsString(rows))
			.update();
	}

}
