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
 * @param named services whose checks match the words whatever their address is
 * @param checks which of them, null for any
 */
public record CheckFilter(String words, @Nullable CheckMode mode, @Nullable Boolean paused,
		@Nullable Set<ServiceId> services, Set<ServiceId> named, @Nullable Set<Integer> checks) {

	/** All checks. */
	public static final CheckFilter NONE = new CheckFilter("", null, null, null);

	/** By what the checks themselves say. */
	public CheckFilter(String words, @Nullable CheckMode mode, @Nullable Boolean paused,
			@Nullable Set<ServiceId> services) {
		this(words, mode, paused, services, Set.of(), null);
	}

}
