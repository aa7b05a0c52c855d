package id.tangerangkota.layanan.survey;

import java.util.List;

/**
 * What people say in each dimension by one version of an instrument: the one that most of
 * them answered. Two versions ask in other words, so nothing follows from their
 * difference.
 *
 * @param version number of the version
 */
public record Opinion(int version, List<Figure> dimensions) {
}
