package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.check.Observation;
import id.tangerangkota.layanan.availability.check.ObservationListener;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers when certificates end. What this node has seen before costs nothing, and that
 * is nearly everything: a certificate changes every few months.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CertificateWatch implements ObservationListener {

	/** Another node may have written something newer since. */
	private static final Duration TRUSTED = Duration.ofHours(6);

	private static final int MOST_TRUSTED = 300_000;

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final Cache<Integer, Instant> seen = Caffeine.newBuilder()
		.maximumSize(MOST_TRUSTED)
		.expireAfterWrite(TRUSTED)
		.build();

	private final CheckRules rules;

	private final JdbcClient jdbc;

	CertificateWatch(CheckRules rules, JdbcClient jdbc) {
		this.rules = rules;
		this.jdbc = jdbc;
	}

	private record SeenRow(int checkId, UUID serviceId, String zone, Instant ends, Instant seenAt) {
	}

	@Override
	public void accept(List<Observation> observations) {
		Map<Integer, Observation> changed = new HashMap<>();
		for (Observation observation : observations) {
			Instant ends = observation.certificateExpires();
			if (ends != null && !ends.equals(this.seen.getIfPresent(observation.check()))) {
				changed.put(observation.check(), observation);
			}
		}
		if (!changed.isEmpty()) {
			write(changed);
			changed.forEach((check, observation) -> this.seen.put(check,
					Objects.requireNonNull(observation.certificateExpires())));
		}
	}

	private void write(Map<Integer, Observation> changed) {
		Map<Integer, CheckRule> found = this.rules.rules(changed.keySet());
		List<SeenRow> rows = new ArrayList<>();
		found.forEach((check, rule) -> {
			Observation observation = Objects.requireNonNull(changed.get(check));
			rows.add(new SeenRow(check, rule.service().value(), rule.zone(),
					Objects.requireNonNull(observation.certificateExpires()), observation.at()));
		});
		this.jdbc
			.sql("""
					insert into availability.certificate_seen as s (check_id, service_id, zone, ends, seen_at)
					select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, service_id uuid, zone text,
						ends timestamptz, seen_at timestamptz)
					order by check_id
					on conflict (check_id) do update set service_id = excluded.service_id, zone = excluded.zone,
						ends = excluded.ends, seen_at = excluded.seen_at
					where s.ends <> excluded.ends and s.seen_at < excluded.seen_at""")
			.param("rows", this.json.writeValueAsString(rows))
			.update();
	}

}
