package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.util.List;

import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.StatusRanges;
import id.tangerangkota.layanan.availability.probe.Target;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Whether and how the portal checks.
 *
 * @param enabled whether it checks at all; off, so that no laptop and no build asks the
 * real city
 * @param canaries addresses that answer as long as the portal's own network works, at
 * least three when it checks; best of different owners
 * @param inside whether the portal stands in the city's own network, so that checks of
 * what is reachable from there only can be made
 * @param shards parts among which nodes divide the checks; the same on all nodes
 * @param lease after which time another node may take over what one no longer renews
 * @param retention for how long single results are kept
 * @param rollupRetention for how long sums of 5 minutes and of hours are kept; those of
 * days are kept for ever
 * @param exploreEvery how often an address that was only guessed is looked at
 * @param buffer results that wait for the database; what comes on top is lost, and
 * counted
 */
@ConfigurationProperties("layanan.availability")
public record CheckSettings(@DefaultValue("false") boolean enabled, @DefaultValue List<String> canaries,
		@DefaultValue("false") boolean inside, @DefaultValue("8") int shards, @DefaultValue("15s") Duration lease,
		@DefaultValue("30d") Duration retention, @DefaultValue("730d") Duration rollupRetention,
		@DefaultValue("1d") Duration exploreEvery, @DefaultValue("20000") int buffer) {

	private static final int FEWEST_CANARIES = 3;

	private static final int MOST_SHARDS = 64;

	public CheckSettings {
		canaries = List.copyOf(canaries);
		Assert.isTrue(shards >= 1 && shards <= MOST_SHARDS, "layanan.availability.shards must be 1 to " + MOST_SHARDS);
		Assert.isTrue(lease.toSeconds() >= 5, "layanan.availability.lease must be at least 5s");
		Assert.isTrue(retention.toDays() >= 1, "layanan.availability.retention must be at least 1d");
		Assert.isTrue(rollupRetention.compareTo(retention) >= 0,
				"layanan.availability.rollup-retention must not be shorter than the retention");
		Assert.isTrue(exploreEvery.toMinutes() >= 1, "layanan.availability.explore-every must be at least 1m");
		Assert.isTrue(buffer > 0, "layanan.availability.buffer must be positive");
		if (enabled) {
			Assert.isTrue(distinct(canaries) >= FEWEST_CANARIES,
					"layanan.availability.canaries must name at least three addresses of different machines, so that"
							+ " the portal's own network is not taken for the city's");
		}
	}

	private static long distinct(List<String> canaries) {
		return targets(canaries).stream()
			.map((target) -> target.address().host() + ":" + target.address().port())
			.distinct()
			.count();
	}

	/** Any answer will do. */
	public List<? extends Target> canaryTargets() {
		return targets(this.canaries);
	}

	private static List<HttpTarget> targets(List<String> canaries) {
		return canaries.stream()
			.map((canary) -> HttpTarget.get(canary).staying().expecting(StatusRanges.parse("100-599")))
			.toList();
	}

	/** Which part a check belongs to. */
	public int shardOf(int check) {
		return Math.floorMod(check, this.shards);
	}

}
