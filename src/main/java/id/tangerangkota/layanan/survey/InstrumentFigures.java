package id.tangerangkota.layanan.survey;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people say by one version of an instrument. Versions are never mixed.
 *
 * @param version number of the version
 * @param answers people in the total, without {@link Stratum#SUSPECT}
 * @param needed how many people it takes for a sample error of 5 % (Krejcie and Morgan)
 * @param population of how many; the service's users where they are known, else the city
 * @param overall mean of the means of all dimensions; null while one has no figure
 * @param bySituation the dimensions while the service was up, down, or neither was known
 * @param byOutage the dimensions of people who met an outage lately, and of all others
 * @param byStratum the dimensions by who answered
 */
public record InstrumentFigures(Instrument instrument, int version, long answers, long needed, long population,
		List<DimensionFigure> dimensions, List<ItemFigure> items, @Nullable Double overall,
		Map<Situation, List<Figure>> bySituation, Map<Boolean, List<Figure>> byOutage,
		Map<Stratum, List<Figure>> byStratum) {
}
