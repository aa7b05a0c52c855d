package id.tangerangkota.layanan.availability;

import java.util.Map;

/**
 * All services at a glance.
 *
 * @param services how many services are in each state; all states are there
 * @param monitored how many listings checks really look at
 * @param listings how many the catalogue has
 */
public record Overview(Map<ServiceState, Integer> services, int monitored, int listings) {

	/** How many services are in a state. */
	public int in(ServiceState state) {
		return this.services.getOrDefault(state, 0);
	}

}
