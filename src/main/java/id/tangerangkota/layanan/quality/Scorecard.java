package id.tangerangkota.layanan.quality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Subject.Level;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a subject in a period, measured and perceived side by side. A constant
 * number of queries each, over sums of days.
 */
public interface Scorecard {

	/** The tag of kept pages that show scores, scales or indicators. */
	String PAGES = "quality";

	/**
	 * An indicator in a period.
	 *
	 * @param value null without any data, and where it is hidden
	 * @param score 0 to 100, null as the value
	 * @param counted days with data
	 * @param gaps days on which its source was missing
	 */
	record Measured(String indicator, QualityDimension dimension, Sum sum, @Nullable Double value,
			@Nullable Double score, Scale scale, int counted, int gaps) {

		/**
		 * Whether it is of fewer than ten reports: it has no value then, counts for no
		 * dimension, and its sum is for the staff alone.
		 */
		public boolean isHidden() {
			return this.value == null && !this.sum.isEmpty();
		}

	}

	/**
	 * What people say about a dimension.
	 *
	 * @param score 0 to 100, null under ten answers
	 * @param low end of the 95 % confidence interval
	 * @param high end of it
	 * @param n answers
	 * @param needed answers for a sample of the size Krejcie and Morgan (1970) ask for;
	 * null where many subjects are shown at once
	 * @param alpha Cronbach's; null where there are too few answers or many subjects
	 * @param words the day since which people were asked in the words that count here,
	 * where others were answered too; null else, and where many subjects are shown
	 * @param version number of these words; null where nobody answered
	 */
	record Perceived(@Nullable Double score, @Nullable Double low, @Nullable Double high, long n, @Nullable Long needed,
			@Nullable Double alpha, @Nullable LocalDate words, @Nullable Integer version) {

		/**
		 * Else a difference of both says something about the words, not about opinion.
		 */
		public boolean isInWordsOf(Perceived other) {
			return this.version != null && this.version.equals(other.version);
		}

	}

	/**
	 * A dimension in a period.
	 *
	 * @param measured weighted mean of its indicators that have a value, null without any
	 * @param coverage share of the weights that have one, 0 to 1
	 * @param gap perceived minus measured, null where one is missing
	 */
	record Dimension(QualityDimension dimension, @Nullable Double measured, double coverage, Perceived perceived,
			@Nullable Double gap) {
	}

	/**
	 * A subject in a period: four dimensions and those indicators that can say something
	 * about subjects of its level.
	 */
	record Card(Subject subject, Period period, Map<QualityDimension, Dimension> dimensions,
			List<Measured> indicators) {

		/**
		 * The share of an indicator's weight among those of its dimension that can say
		 * something about the subject, 0 to 1.
		 */
		public double weight(Measured one) {
			int all = this.indicators.stream()
				.filter((other) -> other.dimension() == one.dimension())
				.mapToInt((other) -> other.scale().weight())
				.sum();
			return (all > 0) ? (double) one.scale().weight() / all : 0;
		}

		/**
		 * Whether the indicators of a dimension are scored and weighed as in another
		 * time: else a difference of both says something about the scales, not about
		 * quality.
		 */
		public boolean isOnScalesOf(Card other, QualityDimension dimension) {
			Map<String, Scale> mine = weighed(dimension);
			Map<String, Scale> others = other.weighed(dimension);
			return mine.keySet().equals(others.keySet()) && mine.values().stream().allMatch((scale) -> {
				Scale then = Objects.requireNonNull(others.get(scale.indicator()));
				return scale.scoresLike(then) && scale.weight() == then.weight();
			});
		}

		/** What counts nothing changes nothing. */
		private Map<String, Scale> weighed(QualityDimension dimension) {
			return this.indicators.stream()
				.filter((one) -> one.dimension() == dimension)
				.map(Measured::scale)
				.filter((scale) -> scale.weight() > 0)
				.collect(Collectors.toMap(Scale::indicator, (scale) -> scale));
		}

	}

	/**
	 * One day of an indicator, for drilling down.
	 *
	 * @param gap whether its source was missing, or nobody counted it while it was there
	 */
	record Day(LocalDate day, Sum sum, boolean gap) {
	}

	/** What a period is divided into. */
	enum Part {

		MONTH, WEEK

	}

	Card card(Subject subject, Period period);

	/** Of many of one level at once, as for a heat map or a ranking. */
	Map<Subject, Card> cards(Level level, Collection<Subject> subjects, Period period);

	/** All of a level that have data in the period. */
	Map<Subject, Card> all(Level level, Period period);

	List<Day> days(String indicator, Subject subject, Period period);

	/**
	 * A period in months or weeks, in their order, each as {@link #card} without what one
	 * would need a second look for: needed answers, alpha and days without a source. The
	 * first and the last are cut to the period.
	 */
	List<Card> parts(Subject subject, Period period, Part part);

}
