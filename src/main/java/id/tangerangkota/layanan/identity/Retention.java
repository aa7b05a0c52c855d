package id.tangerangkota.layanan.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what was kept long enough: docs/privacy.md. Somebody else may have typed the
 * NIK, the name and the address of an account that nobody ever used.
 */
@Component
class Retention {

	/** Of an account nobody ever signed in to. */
	static final Duration UNUSED = Duration.ofDays(90);

	/** Of an invitation nobody took. */
	static final Duration UNANSWERED = Duration.ofDays(30);

	/** Of the record who of the staff saw what. */
	static final Period DISCLOSURES = Period.ofYears(5);

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	Retention(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Deletes a batch. Worth doing every hour, by any node.
	 * @return how many accounts went
	 */
	@Transactional
	public int purge() {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from identity.disclosure where at < ?")
			.param(timestamp(now.atOffset(ZoneOffset.UTC).minus(DISCLOSURES).toInstant()))
			.update();
		List<UUID> unused = this.jdbc
			.sql("""
					select id from identity.account a
					where last_sign_in_at is null and verified_at is null
						and (kind = 'CITIZEN' and state = 'ACTIVE' and created_at < :unused
							or kind = 'STAFF' and state = 'INVITED' and created_at < :unanswered)
						and not exists (select from identity.one_time_token t where t.account_id = a.id and t.expires_at > :now)
						and not exists (select from identity.disclosure d where d.account_id = a.id)
					order by created_at limit :most for update skip locked""")
			.param("unused", timestamp(now.minus(UNUSED)))
			.param("unanswered", timestamp(now.minus(UNANSWERED)))
			.param("now", timestamp(now))
			.param("most", AT_ONCE)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		if (!unused.isEmpty()) {
			delete(unused);
			log.info("{} accounts that were never used are deleted", unused.size());
		}
		return unused.size();
	}

	private void delete(List<UUID> accounts) {
		delete(this.jdbc.sql("delete from identity.one_time_token where account_id in (:ids)"), accounts);
		delete(this.jdbc.sql("delete from identity.sign_in where account_id in (:ids)"), accounts);
		delete(this.jdbc.sql("delete from identity.recovery_code where account_id in (:ids)"), accounts);
		delete(this.jdbc.sql("delete from identity.consent where account_id in (:ids)"), accounts);
		delete(this.jdbc.sql("delete from identity.passkey where account_id in (:ids)"), accounts);
		delete(this.jdbc.sql("delete from identity.account where id in (:ids)"), accounts);
	}

	private static void delete(StatementSpec statement, List<UUID> accounts) {
		statement.param("ids", accounts).update();
	}

	private static Timestamp timestamp(Instant instant) {
		return Timestamp.from(instant);
	}

}
