package id.tangerangkota.layanan.availability.web;

/**
 * An incident in a list.
 *
 * @param span from when to when
 * @param kind of the tag
 * @param status in words
 * @param verified whether it concerns an address that somebody verified
 */
record IncidentItem(String id, String title, String span, String kind, String status, boolean verified) {
}
