package id.tangerangkota.layanan.availability.incident;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is worked on: one service, or all services an agency has when the work begins.
 */
public record MaintenanceScope(@Nullable ServiceId service, @Nullable AgencyId agency) {

	public MaintenanceScope {
		Assert.isTrue((service == null) != (agency == null), "Work is on a service or on those of an agency");
	}

	public static MaintenanceScope of(ServiceId service) {
		return new MaintenanceScope(service, null);
	}

	public static MaintenanceScope of(AgencyId agency) {
		return new MaintenanceScope(null, agency);
	}

}
