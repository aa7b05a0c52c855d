package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.check.Slots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says of checks at which nobody looked for more than three intervals that nothing is
 * known since: once for each such time, also when everything stood still meanwhile.
 */
@Component
class Blindness {

	private static final int AT_ONCE = 1_000;

	private static final Logger log = LoggerFactory.getLogger(Blindness.class);

	private final JdbcClient jdbc;

	private final ResultStore store;

	private final CountedChecks checks;

	private final CheckSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Blindness(JdbcClient jdbc, ResultStore store, CountedChecks checks, CheckSettings settings,
			TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.checks = checks;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Looks after shards nobody holds.
	 * @param leases of a holder that is no process, for as long as it takes
	 */
	void watch(Leases leases) {
		for (Integer shard : this.jdbc.sql("""
				select id from availability.shard where id < :shards and leased_until < clock_timestamp()
					and covered_until < :now
				order by id""")
			.param("shards", this.settings.shards())
			.param("now",
					this.clock.instant()
						.minus(Slots.SHORTEST_PAUSE.multipliedBy(CheckRule.UNSEEN_INTERVALS))
						.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getInt("id"))
			.list()) {
			leases.acquire(shard, false).ifPresent((lease) -> {
				try {
					tell(lease);
				}
				finally {
					leases.release(lease, lease.coveredUntil());
				}
			});
		}
	}

	/**
	 * Tells of the checks of a shard, before anybody looks at it again.
	 * @return of how many
	 */
	int tell(Lease lease) {
		Instant since = lease.coveredUntil();
		Instant now = this.clock.instant();
		this.checks.refresh();
		List<Integer> blind = this.checks.ofShard(lease.shard())
			.stream()
			.filter((check) -> since.plus(check.spec().interval().multipliedBy(CheckRule.UNSEEN_INTERVALS))
				.isBefore(now))
			.map(CheckDetail::id)
			.toList();
		int told = 0;
		for (int start = 0; start < blind.size(); start += AT_ONCE) {
			List<Integer> some = blind.subList(start, Math.min(start + AT_ONCE, blind.size()));
			told += this.transaction.execute((status) -> tell(lease, some, since));
		}
		if (told > 0) {
			log.warn("Nobody looked at {} checks of shard {} since {}", told, lease.shard(), since);
		}
		return told;
	}

	private int tell(Lease lease, List<Integer> checks, Instant since) {
		List<Finding> findings = new ArrayList<>();
		this.jdbc.sql("""
				insert into availability.blind as b (check_id, since) select id, :since from unnest(:checks) as c (id)
				on conflict (check_id) do update set since = excluded.since where b.since < excluded.since
				returning check_id""")
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("checks", checks.toArray(Integer[]::new))
			.query((row) -> {
				findings.add(Finding.blind(row.getInt("check_id"), since));
			});
		return findings.isEmpty() ? 0 : this.store.store(lease, (short) 0, findings);
	}

}
