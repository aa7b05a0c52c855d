package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.complaint.ComplaintPlace;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, and where exactly it is: the part of a complaint that is sealed
 * where not everybody may read it. The kelurahan is not part of it.
 */
public record CaseWords(String subject, String text, @Nullable String address, @Nullable Double latitude,
		@Nullable Double longitude) {

	static CaseWords of(String subject, String text, @Nullable ComplaintPlace place) {
		return (place != null) ? new CaseWords(subject, text, place.address(), place.latitude(), place.longitude())
				: new CaseWords(subject, text, null, null, null);
	}

	/** Nothing of what was written. */
	@Override
	public String toString() {
		return "CaseWords";
	}

}
