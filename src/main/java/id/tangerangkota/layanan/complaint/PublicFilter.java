package id.tangerangkota.layanan.complaint;

import java.time.Instant;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which public complaints are asked for; null and empty let all through.
 *
 * @param region a kelurahan or a kecamatan
 * @param from of receipt
 * @param until of receipt, exclusive
 */
public record PublicFilter(Set<PublicState> states, @Nullable String category, @Nullable AgencyId agency,
		@Nullable ServiceId service, @Nullable RegionCode region, @Nullable ComplaintKind kind, boolean overdue,
		@Nullable Instant from, @Nullable Instant until) {

	public static final PublicFilter ALL = new PublicFilter(Set.of(), null, null, null, null, null, false, null, null);

	public PublicFilter {
		states = Set.copyOf(states);
	}

}
