package id.tangerangkota.layanan.availability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long a service was in which state. The six durations add up to the whole time that
 * was asked for, exactly: a moment is counted once.
 *
 * @param up without degraded
 * @param degraded counts as up and is shown apart
 * @param unmonitored no check looked, or none existed yet
 */
public record Uptime(Duration up, Duration degraded, Duration down, Duration maintenance, Duration unknown,
		Duration unmonitored) {

	/** Of no time at all. */
	public static final Uptime NONE = new Uptime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
			Duration.ZERO, Duration.ZERO);

	private static final int NANOS = 9;

	/** By the time spent in each state; states that are left out had none. */
	public static Uptime of(Map<ServiceState, Duration> times) {
		return new Uptime(time(times, ServiceState.UP), time(times, ServiceState.DEGRADED),
				time(times, ServiceState.DOWN), time(times, ServiceState.MAINTENANCE),
				time(times, ServiceState.UNKNOWN), time(times, ServiceState.UNMONITORED));
	}

	private static Duration time(Map<ServiceState, Duration> times, ServiceState state) {
		return times.getOrDefault(state, Duration.ZERO);
	}

	/** Both times together. */
	public Uptime plus(Uptime other) {
		return new Uptime(this.up.plus(other.up), this.degraded.plus(other.degraded), this.down.plus(other.down),
				this.maintenance.plus(other.maintenance), this.unknown.plus(other.unknown),
				this.unmonitored.plus(other.unmonitored));
	}

	/** The time spent in a state. */
	public Duration in(ServiceState state) {
		return switch (state) {
			case UP -> this.up;
			case DEGRADED -> this.degraded;
			case DOWN -> this.down;
			case MAINTENANCE -> this.maintenance;
			case UNKNOWN -> this.unknown;
			case UNMONITORED -> this.unmonitored;
		};
	}

	/** The time that counts: up, degraded and down. */
	public Duration counted() {
		return this.up.plus(this.degraded).plus(this.down);
	}

	/** The time that does not count, and is printed beside the figure. */
	public Duration excluded() {
		return this.maintenance.plus(this.unknown).plus(this.unmonitored);
	}

	/** All of the time. */
	public Duration total() {
		return counted().plus(excluded());
	}

	/**
	 * The share of the counted time in which the service was up, in percent. Rounded
	 * down, so that 100 means without any outage.
	 * @param decimals how many digits after the point
	 * @return empty when nothing counted
	 */
	public Optional<BigDecimal> percent(int decimals) {
		if (counted().isZero()) {
			return Optional.empty();
		}
		BigDecimal available = exact(this.up.plus(this.degraded)).movePointRight(2);
		return Optional.of(available.divide(exact(counted()), decimals, RoundingMode.DOWN));
	}

	private static BigDecimal exact(Duration duration) {
		return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANOS));
	}

}
