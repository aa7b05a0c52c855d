package id.tangerangkota.layanan.quality.web;

/**
 * A sentence that follows from numbers.
 *
 * @param text with the numbers it rests on
 * @param href where to see them
 * @param link what that place is called
 */
record Insight(String text, String href, String link) {
}
