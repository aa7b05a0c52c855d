package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class BlindnessIntegrationTests {

	private final SetClock clock = new SetClock(Checks.NOON);

	private final List<Observation> heard = new ArrayList<>();

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationContext portal;

	private Process process;

	private int counting;

	@BeforeEach
	void start() {
		Process.clean(this.jdbc);
		Checks.followCatalogue(this.portal);
		this.process = process("one");
		this.counting = Checks.counting(this.portal);
	}

	private Process process(String name) {
		return new Process(name, this.database, this.clock, new Sites(), this.heard::addAll);
	}

	@AfterEach
	void clean() {
		Process.clean(this.jdbc);
	}

	private void watch() {
		this.process.blindness.watch(new Leases(this.jdbc, "watch", Duration.ofSeconds(5)));
	}

	@Test
	void isToldOnceWhenNobodyLooks() {
		this.clock.advance(Duration.ofSeconds(179));
		watch();
		assertThat(this.heard).isEmpty();
		this.clock.advance(Duration.ofSeconds(2));
		watch();
		watch();
		this.clock.advance(Duration.ofHours(1));
		watch();
		assertThat(this.heard).hasSize(this.counting).allSatisfy((observation) -> {
			assertThat(observation.outcome()).isEqualTo(Outcome.BLIND);
			assertThat(observation.cause()).isEqualTo(Cause.NOBODY_LOOKED);
			assertThat(observation.at()).isEqualTo(Checks.NOON);
		});
		assertThat(this.jdbc.sql("select count(*) from availability.result").query(Long.class).single()).isZero();
	}

	/** All processes were away, and the first that comes back says so before it looks. */
	@Test
	void isToldAfterARestartOfEverything() {
		this.clock.advance(Duration.ofHours(2));
		Process later = process("two");
		for (int shard = 0; shard < 4; shard++) {
			later.node.prepare(shard);
			this.clock.advance(CheckNode.BEAT);
		}
		assertThat(this.heard).hasSize(this.counting).allMatch((one) -> one.at().equals(Checks.NOON));
		watch();
		assertThat(this.heard).hasSize(this.counting);
		later.node.end();
	}

	@Test
	void isNotToldWhileSomebodyLooks() {
		HeldShard shard = this.process.node.prepare(1);
		assertThat(shard).isNotNull();
		this.clock.advance(Duration.ofMinutes(10));
		watch();
		assertThat(this.heard).isNotEmpty().noneMatch((one) -> one.check() % 4 == 1);
		this.process.node.end();
	}

	/** The last holder was an hour ahead until its clock was set right. */
	@Test
	void isToldWhenTheClockWasSetBackBefore() {
		HeldShard shard = this.process.node.prepare(1);
		this.clock.advance(Duration.ofHours(1));
		shard.run().tick(this.clock.instant());
		this.process.node.beat();
		this.clock.set(Checks.NOON);
		shard.run().tick(this.clock.instant());
		this.process.leases.release(shard.lease(), shard.run().coveredUntil());
		assertThat(this.jdbc.sql("select covered_until <= ? from availability.shard where id = 1")
			.param(Checks.NOON.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single()).isTrue();
		this.heard.clear();
		this.clock.advance(Duration.ofMinutes(4));
		watch();
		assertThat(this.heard).anyMatch((one) -> one.check() % 4 == 1);
	}

	@Test
	void isToldAgainWhenItHappensAgain() {
		this.clock.advance(Duration.ofMinutes(10));
		watch();
		this.jdbc.sql("update availability.shard set covered_until = covered_until + interval '10 min'").update();
		watch();
		assertThat(this.heard).hasSize(this.counting);
		this.clock.advance(Duration.ofMinutes(10));
		watch();
		assertThat(this.heard).hasSize(2 * this.counting);
	}

}
