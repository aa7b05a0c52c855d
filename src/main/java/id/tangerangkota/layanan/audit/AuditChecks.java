package id.tangerangkota.layanan.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifies the trail and keeps what came of it. */
@Component
class AuditChecks {

	private static final Logger logger = LoggerFactory.getLogger(AuditChecks.class);

	private final AuditVerifier verifier;

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditChecks(AuditVerifier verifier, JdbcClient jdbc, Clock clock) {
		this.verifier = verifier;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Verifies; somebody must wake up when it does not hold. */
	AuditVerifier.Outcome run(Collection<Anchor> kept) {
		AuditVerifier.Outcome outcome = this.verifier.verify(kept);
		String problem = outcome.problems().stream().findFirst().map(AuditProblem::toString).orElse(null);
		this.jdbc.sql("insert into audit.verification (at, entries, problem) values (?, ?, ?)")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(outcome.entries())
			.param(problem)
			.update();
		if (problem != null) {
			logger.error("The audit trail does not hold: {}. Run the command audit verify.", problem);
		}
		return outcome;
	}

}
