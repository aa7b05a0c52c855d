package id.tangerangkota.layanan.survey;

import org.jspecify.annotations.Nullable;

/**
 * What people say in a dimension.
 *
 * @param alpha Cronbach's alpha from pairwise covariances; null where a pair of items has
 * less than thirty people, or there is only one item
 * @param pairs people who answered the rarest pair of its items
 */
public record DimensionFigure(Figure figure, @Nullable Double alpha, long pairs) {
}
