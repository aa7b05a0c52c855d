package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What people say by one version of an instrument. Versions are never mixed.
 *
 * @param version number of the version
 * @param since the day on which people were first asked by it
 * @param answers people in the total, without {@link Stratum#SUSPECT}
 * @param needed how many people it takes for a sample error of 5 % (Krejcie and Morgan)
 * @param population of how many; the service's users where they are known, else the city
 * @param overall mean of the means of all dimensions; null while one has no figure
 * @param bySituation the dimensions while the service was up, down, or neither was known
 * @param byOutage the dimensions of people who met an outage lately, and of all others
 * @param byStratum the dimensions by who answered
 */
public record InstrumentFigures(Instrument instrument, int version, LocalDate since, long answers, long needed,
		long population, List<DimensionFigure> dimensions, List<ItemFigure> items, @Nullable Double overall,
		Map<Situation, List<Figure>> bySituation, Map<Boolean, List<Figure>> byOutage,
		Map<Stratum, List<Figure>> byStratum) {

	/** Of several versions the one that most people answered, the newer one of two. */
	public static Optional<InstrumentFigures> mostAnswered(List<InstrumentFigures> versions) {
		return versions.stream()
			.max(Comparator.comparingLong(InstrumentFigures::answers).thenComparing(InstrumentFigures::version));
	}

}
