package id.tangerangkota.layanan.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Subject.Level;
import org.jspecify.annotations.Nullable;

/**
 * One measure of what happened. A bean for each; its texts are in
 * {@code messages/quality}: what it means, what is counted, where it comes from, why it
 * stands for its dimension.
 */
public interface Indicator {

	/** Such as {@code uptime}; small letters and hyphens, for ever. */
	String id();

	QualityDimension dimension();

	/** Of the value that people read. */
	Unit unit();

	/**
	 * The finest level it can say something about: what is counted at the doors of the
	 * portal belongs to no service, and is no hole in what is known of one.
	 */
	default Level reach() {
		return Level.SERVICE;
	}

	/**
	 * Whether it is counted at the address of a service. Of an address nobody verified,
	 * the service alone has the figures: agencies and the city add verified ones only.
	 */
	default boolean ofAddress() {
		return false;
	}

	/**
	 * The indicator whose denominator is how many reports this one is made of; null where
	 * it is made of none. Of fewer than ten it has no value: whoever filed one of them
	 * could tell how the others went.
	 */
	default @Nullable String reports() {
		return null;
	}

	/**
	 * Whether there is something to count on every day, such as time or a state: a day
	 * without any was not measured. Of anything else, nothing happened.
	 */
	default boolean lasting() {
		return false;
	}

	/**
	 * Days of a period that have nothing to be counted by its own rule: days off, or all
	 * on which no site had its turn.
	 */
	default Set<LocalDate> daysOff(Subject subject, Period period) {
		return Set.of();
	}

	/** How a sum becomes the value that people read: most are shares. */
	default Reading reading() {
		return Reading.SHARE;
	}

	/** The value that people read, of a sum that is not empty. */
	default double value(Sum sum) {
		return reading().of(sum);
	}

	/**
	 * What was counted on a day that is over. The same day again gives the same, unless
	 * what it is made of was corrected.
	 * @throws SourceMissing if what it is counted from was not there: the day is a gap
	 * then, never zero
	 */
	List<Fact> count(LocalDate day);

	/**
	 * What was counted for one service, one agency or (both null) the city itself.
	 *
	 * @param agency the owner on that day where it is a service
	 */
	record Fact(@Nullable ServiceId service, @Nullable AgencyId agency, Sum sum) {
	}

	/** What an indicator is counted from was not there on that day. */
	class SourceMissing extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public SourceMissing(String source) {
			super(source);
		}

	}

}
