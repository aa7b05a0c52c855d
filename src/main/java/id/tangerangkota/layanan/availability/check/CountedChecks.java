package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.stereotype.Component;

/**
 * All checks that count, in memory and once on each node: every batch of results asks for
 * them, and so does whoever looks. Who stores results tells the number of the last
 * change, so that they are exact there; others see a change of another node within two
 * seconds.
 */
@Component
public class CountedChecks implements CheckRules {

	private static final Duration FRESH = Duration.ofSeconds(2);

	private final CheckRows rows;

	private final CheckChanges changes;

	private final CheckSettings settings;

	private final Clock clock;

	private final Map<Integer, CheckDetail> checks = new ConcurrentHashMap<>();

	private volatile long version = -1;

	private volatile Instant seen = Instant.MIN;

	CountedChecks(CheckRows rows, CheckChanges changes, CheckSettings settings, Clock clock) {
		this.rows = rows;
		this.changes = changes;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Map<Integer, CheckRule> rules(Collection<Integer> checks) {
		if (this.changes.isChanging()) {
			return rules(this.rows.find(checks)).stream().collect(Collectors.toMap(CheckRule::check, (rule) -> rule));
		}
		Instant now = this.clock.instant();
		if (this.seen.isBefore(now.minus(FRESH)) || this.seen.isAfter(now)) {
			refresh();
		}
		return find(checks).stream().collect(Collectors.toMap(CheckDetail::id, CountedChecks::rule));
	}

	@Override
	public List<CheckRule> ofService(ServiceId service) {
		return rules(this.rows.ofService(service));
	}

	private List<CheckRule> rules(List<CheckDetail> checks) {
		return checks.stream().filter(this::counts).map(CountedChecks::rule).toList();
	}

	/** Those of these that count, as far as is known. */
	public List<CheckDetail> find(Collection<Integer> checks) {
		return checks.stream().map(this.checks::get).filter(Objects::nonNull).toList();
	}

	/** Those of one part of all checks that count, as far as is known. */
	public List<CheckDetail> ofShard(int shard) {
		return this.checks.values().stream().filter((check) -> this.settings.shardOf(check.id()) == shard).toList();
	}

	/** Numbers of all that changed after a change, those that no longer count, too. */
	public List<Integer> changedAfter(long change) {
		return this.rows.changedAfter(change);
	}

	/**
	 * Takes over what changed until now.
	 * @return the number of the last change
	 */
	public long refresh() {
		long committed = this.rows.version();
		see(committed);
		return committed;
	}

	/** Takes over what changed up to a change that is committed. */
	public void see(long committed) {
		if (this.version < committed) {
			load(committed);
		}
		this.seen = this.clock.instant();
	}

	private synchronized void load(long committed) {
		if (this.version >= committed) {
			return;
		}
		List<Integer> changed = this.rows.changedAfter(this.version);
		Map<Integer, CheckDetail> now = new HashMap<>();
		this.rows.find(changed).stream().filter(this::counts).forEach((check) -> now.put(check.id(), check));
		for (Integer number : changed) {
			CheckDetail check = now.get(number);
			if (check != null) {
				this.checks.put(number, check);
			}
			else {
				this.checks.remove(number);
			}
		}
		this.version = committed;
	}

	private boolean counts(CheckDetail check) {
		return check.counts(this.settings.inside());
	}

	private static CheckRule rule(CheckDetail check) {
		CheckSpec spec = check.spec();
		Host host = spec.target().host();
		return new CheckRule(check.id(), check.service(), check.platform(), check.agency(), spec.interval(),
				spec.failures(), spec.successes(), spec.slows(), host.name(), Zone.of(host));
	}

}
