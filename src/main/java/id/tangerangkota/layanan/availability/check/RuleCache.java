package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.stereotype.Component;

/**
 * The rules of all checks in memory: every batch of results asks for them. Whoever stores
 * results tells the number of the last change, so that they are exact there; others see a
 * change of another node within two seconds.
 */
@Component
class RuleCache implements CheckRules {

	private static final Duration FRESH = Duration.ofSeconds(2);

	private final CheckRows rows;

	private final CheckChanges changes;

	private final CheckSettings settings;

	private final Clock clock;

	private final Map<Integer, CheckRule> rules = new ConcurrentHashMap<>();

	private volatile long version = -1;

	private volatile Instant seen = Instant.MIN;

	RuleCache(CheckRows rows, CheckChanges changes, CheckSettings settings, Clock clock) {
		this.rows = rows;
		this.changes = changes;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Map<Integer, CheckRule> rules(Collection<Integer> checks) {
		if (this.changes.isChanging()) {
			return read(this.rows.find(checks)).stream().collect(Collectors.toMap(CheckRule::check, (rule) -> rule));
		}
		Instant now = this.clock.instant();
		if (this.seen.isBefore(now.minus(FRESH)) || this.seen.isAfter(now)) {
			see(this.rows.version());
		}
		Map<Integer, CheckRule> found = new HashMap<>();
		for (Integer check : checks) {
			CheckRule rule = this.rules.get(check);
			if (rule != null) {
				found.put(check, rule);
			}
		}
		return found;
	}

	@Override
	public List<CheckRule> ofService(ServiceId service) {
		return read(this.rows.ofService(service));
	}

	/** Takes over what changed up to a change that is committed. */
	void see(long committed) {
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
		Map<Integer, CheckRule> now = new HashMap<>();
		read(this.rows.find(changed)).forEach((rule) -> now.put(rule.check(), rule));
		for (Integer check : changed) {
			CheckRule rule = now.get(check);
			if (rule != null) {
				this.rules.put(check, rule);
			}
			else {
				this.rules.remove(check);
			}
		}
		this.version = committed;
	}

	private List<CheckRule> read(List<CheckDetail> checks) {
		return checks.stream().filter((check) -> check.counts(this.settings.inside())).map(RuleCache::rule).toList();
	}

	private static CheckRule rule(CheckDetail check) {
		CheckSpec spec = check.spec();
		Host host = spec.target().host();
		return new CheckRule(check.id(), check.service(), check.platform(), check.agency(), spec.interval(),
				spec.failures(), spec.successes(), spec.slows(), spec.mode() == CheckMode.COUNTED, host.name(),
				Zone.of(host));
	}

}
