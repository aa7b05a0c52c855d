package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceId;

/** Services whose states must be made anew, and from when on. */
final class Touched {

	private final Map<ServiceId, Instant> from = new HashMap<>();

	Touched add(ServiceId service, Instant instant) {
		this.from.merge(service, instant, (one, two) -> one.isBefore(two) ? one : two);
		return this;
	}

	boolean isEmpty() {
		return this.from.isEmpty();
	}

	Map<ServiceId, Instant> services() {
		return Map.copyOf(this.from);
	}

}
