package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Key;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Made;

/**
 * Numbers that are made of other numbers: scores of indicators by their scales, and what
 * follows of a dimension. Nothing is rounded on the way.
 */
final class Recount {

	/** An indicator. */
	static final String INDICATOR = "indikator-";

	/** The score of an indicator. */
	static final String SCORE = "skor-";

	/** What was measured of a dimension. */
	static final String MEASURED = "terukur-";

	/** How much of a dimension was measured. */
	static final String COVERAGE = "cakupan-";

	/** What people say of a dimension. */
	static final String PERCEIVED = "warga-";

	/** How far both lie apart. */
	static final String GAP = "selisih-";

	/** The points of a scale. */
	static final String SCALE = "skala";

	private static final int SHOWN = 4;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Map<Key, List<Count>> counts;

	private final Map<Key, Rule> rules;

	private final List<ScaleFile.Line> scales;

	Recount(Map<Key, List<Count>> counts, Map<Key, Rule> rules, List<ScaleFile.Line> scales) {
		this.counts = counts;
		this.rules = rules;
		this.scales = scales;
	}

	/** Not rounded; nothing where something it is made of is missing. */
	Optional<BigDecimal> value(Rule rule, Key key) {
		String of = key.figure().substring(key.figure().indexOf('-') + 1);
		return switch (rule) {
			case SCALE -> scale(of).flatMap((scale) -> score(scale, key.subject()));
			case MEASURED -> measured(of, key.subject());
			case COVERAGE -> coverage(of, key.subject());
			case GAP -> counted(PERCEIVED + of, key.subject())
				.flatMap((said) -> measured(of, key.subject()).map(said::subtract));
			default -> Optional.empty();
		};
	}

	/** What it is made of, for people. */
	List<Made> made(Rule rule, Key key) {
		String of = key.figure().substring(key.figure().indexOf('-') + 1);
		List<Made> made = new ArrayList<>();
		switch (rule) {
			case SCALE -> {
				counted(INDICATOR + of, key.subject()).ifPresent((value) -> made.add(made(INDICATOR + of, value)));
				scale(of).ifPresent((scale) -> made.add(new Made(SCALE, scale.text())));
			}
			case MEASURED, COVERAGE ->
				of(of, key.subject()).forEach((scale) -> made.add(new Made(SCORE + scale.indicator(),
						score(scale, key.subject()).map(this::shown).orElse("–") + " × " + scale.weight())));
			case GAP -> {
				counted(PERCEIVED + of, key.subject()).ifPresent((value) -> made.add(made(PERCEIVED + of, value)));
				measured(of, key.subject()).ifPresent((value) -> made.add(made(MEASURED + of, value)));
			}
			default -> {
			}
		}
		return made;
	}

	private Made made(String figure, BigDecimal value) {
		return new Made(figure, shown(value));
	}

	private String shown(BigDecimal value) {
		return value.setScale(SHOWN, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
	}

	private Optional<ScaleFile.Line> scale(String indicator) {
		return this.scales.stream().filter((scale) -> scale.indicator().equals(indicator)).findFirst();
	}

	/** The indicators of a dimension that can say something about a subject. */
	private List<ScaleFile.Line> of(String dimension, String subject) {
		Level level = subject.equals(Found.CITY) ? Level.CITY : Level.AGENCY;
		return this.scales.stream()
			.filter((scale) -> scale.dimension().equals(dimension) && level.compareTo(scale.reach()) <= 0)
			.toList();
	}

	private Optional<BigDecimal> counted(String figure, String subject) {
		Key key = new Key(figure, subject);
		return Optional.ofNullable(this.rules.get(key))
			.flatMap((rule) -> rule.exactly(this.counts.getOrDefault(key, List.of())));
	}

	private Optional<BigDecimal> score(ScaleFile.Line scale, String subject) {
		return counted(INDICATOR + scale.indicator(), subject).map(scale::score);
	}

	private Optional<BigDecimal> measured(String dimension, String subject) {
		BigDecimal points = BigDecimal.ZERO;
		long weights = 0;
		for (ScaleFile.Line scale : of(dimension, subject)) {
			Optional<BigDecimal> score = score(scale, subject);
			if (score.isPresent()) {
				points = points.add(score.get().multiply(BigDecimal.valueOf(scale.weight())));
				weights += scale.weight();
			}
		}
		return (weights == 0) ? Optional.empty() : Optional.of(points.divide(BigDecimal.valueOf(weights), Rule.EXACT));
	}

	private Optional<BigDecimal> coverage(String dimension, String subject) {
		long all = 0;
		long counted = 0;
		for (ScaleFile.Line scale : of(dimension, subject)) {
			all += scale.weight();
			counted += score(scale, subject).isPresent() ? scale.weight() : 0;
		}
		return Optional.of((all == 0) ? BigDecimal.ZERO
				: BigDecimal.valueOf(counted).multiply(HUNDRED).divide(BigDecimal.valueOf(all), Rule.EXACT));
	}

}
