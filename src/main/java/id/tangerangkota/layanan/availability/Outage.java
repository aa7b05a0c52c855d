package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a service was confirmed to be down. It goes on while nobody can say
 * whether it is over; such minutes are part of the outage, but not of the
 * {@linkplain Uptime#down() time down}.
 *
 * @param start of the first failure
 * @param end null while it lasts
 */
public record Outage(OutageId id, ServiceId service, Instant start, @Nullable Instant end, StateReason cause) {

	public boolean isOpen() {
		return this.end == null;
	}

}
