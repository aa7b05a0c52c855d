package id.tangerangkota.layanan.web;

/**
 * A way on from a page that is not there.
 *
 * @param label the text, already in the reader's language
 * @param href an address of this portal, without the language
 */
public record Suggestion(String label, String href) {
}
