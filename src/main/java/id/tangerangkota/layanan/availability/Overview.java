package id.tangerangkota.layanan.availability;

import java.util.Map;

/**
 * All services at a glance.
 *
 * @param services how many services are in each state; all states are there
 * @param unverified how many of these nobody has verified the address of; none of them is
 * unmonitored
 * @param monitored how many listings checks really look at
 * @param unverifiedListings how many of these nobody has verified the address of
 * @param listings how many the catalogue has
 */
public record Overview(Map<ServiceState, Integer> services, Map<ServiceState, Integer> unverified, int monitored,
		int unverifiedListings, int listings) {

	/**
	 * How many listings have an address somebody verified: published totals count them.
	 */
	public int verified() {
		return this.monitored - this.unverifiedListings;
	}

	/** How many services are in a state. */
	public int in(ServiceState state) {
		return this.services.getOrDefault(state, 0);
	}

	/** How many services in a state nobody has verified the address of. */
	public int unverified(ServiceState state) {
		return this.unverified.getOrDefault(state, 0);
	}

	/** How many services in a state have an address somebody verified. */
	public int verified(ServiceState state) {
		return in(state) - unverified(state);
	}

	/** How many of the services checks look at have an address somebody verified. */
	public int verifiedServices() {
		return watched() - this.unverified.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How many services the catalogue has. */
	public int total() {
		return this.services.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How many services checks look at. */
	public int watched() {
		return total() - in(ServiceState.UNMONITORED);
	}

}
