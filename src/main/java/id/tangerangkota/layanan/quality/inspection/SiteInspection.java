package id.tangerangkota.layanan.quality.inspection;

import java.util.List;

/**
 * What an inspection found.
 *
 * @param address of the page that was read, else the one that was asked for
 * @param pages how many were read
 */
record SiteInspection(SiteOutcome outcome, String address, int pages, List<Finding> findings) {
}
