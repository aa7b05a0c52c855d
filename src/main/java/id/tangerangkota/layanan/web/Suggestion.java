package id.tangerangkota.layanan.web;

/** A way on from a page that is not there. */
public record Suggestion(String label, String href) {
}
