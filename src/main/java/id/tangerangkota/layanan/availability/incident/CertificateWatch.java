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

	private record SeenRow(int checkId, UUID serviceId, String certificate, Instant ends, Instant seenAt) {
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
					observation.at()));
		});
		this.jdbc.sql("""
				insert into availability.certificate_seen as s (check_id, service_id, certificate, ends, seen_at)
				select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, service_id uuid,
					certificate text, ends timestamptz, seen_at timestamptz)
				order by check_id
				on conflict (check_id) do update set service_id = excluded.service_id,
					certificate = excluded.certificate, ends = excluded.ends, seen_at = excluded.seen_at
				where s.certificate <> excluded.certificate and s.seen_at < excluded.seen_at""")
			.param("rows", this.json.writeValueAsString(rows))
			.update();
	}

}
