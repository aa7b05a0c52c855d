package id.tangerangkota.layanan.complaint.queue;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null lets everything through.
 *
 * @param officer whose cases
 * @param subDistrict a kelurahan
 * @param from of receipt
 * @param until of receipt, exclusive
 * @param words all of which the subject or the text has to hold; those of secret
 * complaints are encrypted and never found
 */
public record CaseFilter(QueueTab tab, @Nullable AgencyId agency, @Nullable AccountId officer,
		@Nullable String category, @Nullable ComplaintKind kind, @Nullable RegionCode subDistrict,
		@Nullable ServiceId service, @Nullable Instant from, @Nullable Instant until, @Nullable String words) {

	public static CaseFilter of(QueueTab tab) {
		return new CaseFilter(tab, null, null, null, null, null, null, null, null, null);
	}

}
