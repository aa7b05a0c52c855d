package id.tangerangkota.layanan.quality.evidence;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Subject.Level;

/**
 * The scale that scores in evidence follow.
 *
 * @param reach the finest level its indicator can say something about
 */
public record UsedScale(QualityDimension dimension, Level reach, Scale scale) {
}
