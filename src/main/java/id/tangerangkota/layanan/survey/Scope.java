package id.tangerangkota.layanan.survey;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Whose answers.
 *
 * @param agency all answers about services that were its own when they were given; null
 * unless it is about one
 * @param service null unless it is about one
 */
public record Scope(@Nullable String agency, @Nullable ServiceId service) {

	private static final Scope CITY = new Scope(null, null);

	public Scope {
		Assert.isTrue(agency == null || service == null, "One or the other");
	}

	public static Scope city() {
		return CITY;
	}

	/** By its code in the catalogue. */
	public static Scope agency(String code) {
		return new Scope(code, null);
	}

	public static Scope service(ServiceId service) {
		return new Scope(null, service);
	}

}
