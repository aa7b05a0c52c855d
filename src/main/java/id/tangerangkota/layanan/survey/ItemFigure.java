package id.tangerangkota.layanan.survey;

/**
 * What people say to an item, with its words.
 *
 * @param dimension code
 */
public record ItemFigure(String dimension, String text, String textEn, Figure figure) {
}
