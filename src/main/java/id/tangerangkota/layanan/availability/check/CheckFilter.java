package id.tangerangkota.layanan.availability.check;

import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Which checks to list.
 *
 * @param words part of the address, empty for any
 * @param mode null for any
 * @param paused null for any
 * @param services whose checks, null for any
 */
public record CheckFilter(String words, @Nullable CheckMode mode, @Nullable Boolean paused,
		@Nullable Set<ServiceId> services) {

	/** All checks. */
	public static final CheckFilter NONE = new CheckFilter("", null, null, null);

}
