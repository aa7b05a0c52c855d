package id.tangerangkota.layanan.quality;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Whose quality is meant: the city's, an agency's or a service's.
 *
 * @param agency null unless it is an agency
 * @param service null unless it is a service
 */
public record Subject(@Nullable AgencyId agency, @Nullable ServiceId service) {

	/** All services and agencies together. */
	public static final Subject CITY = new Subject(null, null);

	public Subject {
		Assert.isTrue(agency == null || service == null, "One or the other");
	}

	public static Subject of(AgencyId agency) {
		return new Subject(agency, null);
	}

	public static Subject of(ServiceId service) {
		return new Subject(null, service);
	}

	public boolean isCity() {
		return this.agency == null && this.service == null;
	}

}
