package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.quality.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Whose quality a page shows, with its name.
 *
 * @param agency code of the agency, or of the service's owner; null for the city and
 * where the owner is not known
 * @param slug of the service, null unless it is one
 */
record DashboardSubject(Subject subject, String name, @Nullable String agency, @Nullable String slug) {

	@Nullable AgencyId agencyId() {
		return (this.agency != null) ? new AgencyId(this.agency) : null;
	}

}
