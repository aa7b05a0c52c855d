package id.tangerangkota.layanan.postgres.cluster;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A part of readiness. */
class ClockHealth implements HealthIndicator {

	private final ClockOffset clock;

	ClockHealth(ClockOffset clock) {
		this.clock = clock;
	}

	@Override
	public Health health() {
		Duration offset = this.clock.offset();
		if (offset == null) {
			return Health.unknown().build();
		}
		Health.Builder health = ClockOffset.isTolerable(offset) ? Health.up() : Health.down();
		return health.withDetail("offset", offset.toString()).build();
	}

}
