package id.tangerangkota.layanan.survey.instrument;

/**
 * Something a version asks.
 *
 * @param position from 1, within its version
 * @param code the same in all versions
 */
public record Item(int position, String code, String dimension, String text, String textEn) {
}
