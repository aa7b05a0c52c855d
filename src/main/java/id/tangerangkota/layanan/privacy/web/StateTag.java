package id.tangerangkota.layanan.privacy.web;

/**
 * A state with what is left of its time, in words, shape and colour.
 *
 * @param color one of the tags'
 * @param icon a symbol
 */
record StateTag(String color, String icon, String text) {
}
