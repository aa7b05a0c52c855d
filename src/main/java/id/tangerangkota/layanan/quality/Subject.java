package id.tangerangkota.layanan.quality;

import java.util.UUID;

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

	/** What a subject is one of. */
	public enum Level {

		CITY, AGENCY, SERVICE

	}

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

	/** As the tables write it. */
	public static Subject of(Level level, String id) {
		return switch (level) {
			case CITY -> CITY;
			case AGENCY -> of(new AgencyId(id));
			case SERVICE -> of(new ServiceId(UUID.fromString(id)));
		};
	}

	public Level level() {
		if (this.service != null) {
			return Level.SERVICE;
		}
		return (this.agency != null) ? Level.AGENCY : Level.CITY;
	}

	/** The id of a service, the code of an agency, nothing for the city. */
	public String id() {
		if (this.service != null) {
			return this.service.value().toString();
		}
		return (this.agency != null) ? this.agency.code() : "";
	}

	public boolean isCity() {
		return this.agency == null && this.service == null;
	}

}
