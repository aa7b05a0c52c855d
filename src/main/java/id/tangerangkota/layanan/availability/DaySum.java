package id.tangerangkota.layanan.availability;

import java.time.LocalDate;

/**
 * A day of a service.
 *
 * @param day of the city (Asia/Jakarta)
 * @param uptime of the part of the day that is over
 */
public record DaySum(LocalDate day, Uptime uptime) {

	/**
	 * The state a strip of days shows: the worst of those that count, else the one that
	 * lasted longest.
	 */
	public ServiceState shown() {
		if (this.uptime.down().isPositive()) {
			return ServiceState.DOWN;
		}
		if (this.uptime.degraded().isPositive()) {
			return ServiceState.DEGRADED;
		}
		if (this.uptime.up().isPositive()) {
			return ServiceState.UP;
		}
		ServiceState longest = ServiceState.UNMONITORED;
		for (ServiceState state : new ServiceState[] { ServiceState.MAINTENANCE, ServiceState.UNKNOWN }) {
			if (this.uptime.in(state).compareTo(this.uptime.in(longest)) > 0) {
				longest = state;
			}
		}
		return longest;
	}

}
