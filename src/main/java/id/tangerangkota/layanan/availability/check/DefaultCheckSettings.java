package id.tangerangkota.layanan.availability.check;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What checks are like that the catalogue brings, until an administrator changes them.
 *
 * @param interval from the start of one to the start of the next, whole seconds, 20 s to
 * a day; checks that are there keep theirs
 */
@ConfigurationProperties("layanan.availability")
record DefaultCheckSettings(@DefaultValue("60s") Duration interval) {

	/** Time to look again after a failure, before the next one is due. */
	private static final Duration SHORTEST = Slots.SHORTEST_PAUSE.multipliedBy(2);

	DefaultCheckSettings {
		Assert.isTrue(
				interval.toNanosPart() == 0 && interval.compareTo(SHORTEST) >= 0
						&& interval.compareTo(Duration.ofDays(1)) <= 0,
				"layanan.availability.interval must be whole seconds, 20s to 1d");
	}

}
