package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * The state a service is in.
 *
 * @param since when it began, of one that is down when its outage did, whatever minutes
 * nobody could say; null when nobody ever looked at the service
 * @param reason why, null when it is up or there is nothing to say
 */
public record CurrentState(ServiceId service, ServiceState state, @Nullable Instant since,
		@Nullable StateReason reason) {

	/** Of a service nobody ever looked at. */
	static CurrentState unmonitored(ServiceId service) {
		return new CurrentState(service, ServiceState.UNMONITORED, null, null);
	}

}
