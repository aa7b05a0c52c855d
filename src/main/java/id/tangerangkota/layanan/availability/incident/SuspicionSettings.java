package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;

import id.tangerangkota.layanan.throttle.Limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * When reports of people become a suspicion.
 *
 * @param reports how many, of different visitors; taps come from at least two networks
 * @param within in which time
 * @param tries how many reports, of all services together, a visitor can make in an hour;
 * loose because mobile carriers share addresses
 */
@ConfigurationProperties("layanan.availability.suspicion")
record SuspicionSettings(@DefaultValue("3") int reports, @DefaultValue("15m") Duration within,
		@DefaultValue("20") int tries) {

	/**
	 * How long a report of the same visitor about the same thing does not count again.
	 */
	private static final Duration ONCE = Duration.ofHours(1);

	SuspicionSettings {
		Assert.isTrue(reports > 0, "layanan.availability.suspicion.reports must be positive");
		Assert.isTrue(within.isPositive() && within.compareTo(Duration.ofDays(1)) <= 0,
				"layanan.availability.suspicion.within must be positive and at most 1d");
	}

	Limit visitor(String what) {
		return new Limit("availability." + what + ".visitor", this.tries, ONCE);
	}

	/**
	 * Of taps from one network on one service, one less than are needed; so slow to fill
	 * up that never more of them fall within the time that counts.
	 */
	Limit network(String what) {
		Duration counted = this.within.multipliedBy(this.reports);
		return new Limit("availability." + what + ".network", Math.max(1, this.reports - 1),
				(counted.compareTo(ONCE) > 0) ? counted : ONCE);
	}

	Limit once(String what) {
		return new Limit("availability." + what, 1, ONCE);
	}

}
