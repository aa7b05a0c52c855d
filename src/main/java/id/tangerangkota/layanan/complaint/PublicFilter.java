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
 * @param byPortal only those the portal itself opened for an outage, or only those of
 * people
 */
public record PublicFilter(Set<PublicState> states, @Nullable String category, @Nullable AgencyId agency,
		@Nullable ServiceId service, @Nullable RegionCode region, @Nullable ComplaintKind kind, boolean overdue,
		@Nullable Instant from, @Nullable Instant until, @Nullable Boolean byPortal) {

	public static final PublicFilter ALL = new PublicFilter(Set.of(), null, null, null, null, null, false, null, null);

	public PublicFilter {
		states = Set.copyOf(states);
	}

	/** Whoever they come from. */
	public PublicFilter(Set<PublicState> states, @Nullable String category, @Nullable AgencyId agency,
			@Nullable ServiceId service, @Nullable RegionCode region, @Nullable ComplaintKind kind, boolean overdue,
			@Nullable Instant from, @Nullable Instant until) {
		this(states, category, agency, service, region, kind, overdue, from, until, null);
	}

	/** The same, of the portal itself or of people; null of both. */
	public PublicFilter byPortal(@Nullable Boolean only) {
		return new PublicFilter(this.states, this.category, this.agency, this.service, this.region, this.kind,
				this.overdue, this.from, this.until, only);
	}

}
