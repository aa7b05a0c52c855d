package id.tangerangkota.layanan.complaint.web.desk;

/**
 * What is left of a time, in words, shape and colour.
 *
 * @param color one of the tags'
 * @param icon a symbol
 * @param date until when, in full
 */
record DueTag(String color, String icon, String text, String date) {
}
