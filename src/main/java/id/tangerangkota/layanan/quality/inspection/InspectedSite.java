package id.tangerangkota.layanan.quality.inspection;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * The last inspection of a site, in numbers.
 *
 * @param pages how many were read
 * @param met items as they should be
 * @param missed items that are not; what two people say is wrong is left out
 * @param unknown items nobody could see
 * @param kept promises found
 * @param broken promises not found; what two people say is wrong is left out
 */
public record InspectedSite(ServiceId service, String address, SiteOutcome outcome, Instant at, int pages, int met,
		int missed, int unknown, int kept, int broken) {
}
