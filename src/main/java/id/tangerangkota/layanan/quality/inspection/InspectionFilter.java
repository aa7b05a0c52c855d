package id.tangerangkota.layanan.quality.inspection;

import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Which sites a list shows.
 *
 * @param services only these, null for all
 * @param outcome only those, null for all
 * @param missed only those that lack this item, null for all
 */
public record InspectionFilter(@Nullable Set<ServiceId> services, @Nullable SiteOutcome outcome,
		@Nullable String missed) {

	/** Shows all. */
	public static final InspectionFilter ALL = new InspectionFilter(null, null, null);

}
