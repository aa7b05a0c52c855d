package id.tangerangkota.layanan.availability.state;

import id.tangerangkota.layanan.catalog.Platform;

/**
 * The states of a check.
 *
 * @param platform the listing of the service it looks at
 */
record WatchedCheck(int check, Platform platform, Timeline states) {
}
