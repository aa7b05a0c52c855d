package id.tangerangkota.layanan.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RetentionIntegrationTests {

	@Autowired
	private Retention retention;

	@Autowired
	private Registration registration;

	@Autowired
	private SignInHistory history;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void deletesAccountsNobodyEverUsed() {
		UUID fresh = register(Duration.ofDays(89));
		UUID unused = register(Duration.ofDays(91));
		this.history.record(new id.tangerangkota.layanan.actor.AccountId(unused), this.clock.instant(),
				SignInHistory.Outcome.FAILED, "Chrome, Android");
		UUID used = register(Duration.ofDays(400));
		this.jdbc.sql("update identity.account set last_sign_in_at = created_at where id = ?").param(used).update();
		assertThat(this.retention.purge()).isPositive();
		assertThat(exists(fresh)).isTrue();
		assertThat(exists(unused)).isFalse();
		assertThat(exists(used)).isTrue();
	}

	@Test
	void deletesInvitationsNobodyTook() {
		UUID fresh = invited(Duration.ofDays(29), false);
		UUID old = invited(Duration.ofDays(31), false);
		UUID comesBack = invited(Duration.ofDays(400), true);
		this.retention.purge();
		assertThat(exists(fresh)).isTrue();
		assertThat(exists(old)).isFalse();
		assertThat(exists(comesBack)).as("somebody who worked here").isTrue();
	}

	@Test
	void forgetsAfterFiveYearsWhoSawWhat() {
		UUID account = register(Duration.ofDays(3000));
		for (int years : new int[] { 4, 6 }) {
			this.jdbc.sql("""
					insert into identity.disclosure (id, account_id, seen_by, role, what, reason, at)
					values (gen_random_uuid(), ?, gen_random_uuid(), 'OFFICER', 'NIK', 'COUNTER', ?)""")
				.params(account, at(Duration.ofDays(365L * years)))
				.update();
		}
		this.retention.purge();
		assertThat(this.jdbc.sql("select count(*) from identity.disclosure where account_id = ?")
			.param(account)
			.query(Integer.class)
			.single()).isOne();
		assertThat(exists(account)).as("the record of it stays").isTrue();
	}

	private UUID register(Duration age) {
		Nik nik = Nik.parse(Niks.next());
		this.registration
			.register(new Registration.Application(nik, "Siti Aminah", "kopi pagi hujan deras", null, "203.0.113.9"));
		UUID id = this.counter.find(nik).orElseThrow().id().value();
		this.jdbc.sql("update identity.account set created_at = ? where id = ?").params(at(age), id).update();
		return id;
	}

	private UUID invited(Duration age, boolean before) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, roles, created_at, last_sign_in_at, version)
				values (?, 'STAFF', 'INVITED', '{AUDITOR}', ?, ?, 0)""")
			.params(id, at(age), before ? at(age) : null)
			.update();
		return id;
	}

	private Timestamp at(Duration ago) {
		Instant instant = this.clock.instant().minus(ago);
		return Timestamp.from(instant);
	}

	private boolean exists(UUID id) {
		return this.jdbc.sql("select exists (select from identity.account where id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

}
