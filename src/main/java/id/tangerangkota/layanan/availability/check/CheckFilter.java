package id.tangerangkota.layanan.availability.check;

import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Which checks to list.
 *
 * @param words part of the address, empty for any
 * @param named services whose checks match the words whatever their address is
 * @param mode null for any
 * @param paused null for any
 * @param checks which of them, null for any
 */
public record CheckFilter(String words, Set<ServiceId> named, @Nullable CheckMode mode, @Nullable Boolean paused,
		@Nullable Set<Integer> checks) {

	/** All checks. */
	public static final CheckFilter NONE = new CheckFilter("", Set.of(), null, null, null);

}
