package id.tangerangkota.layanan.quality.retirement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for or against the end of a service.
 *
 * @param holds null where nobody knows: not watched, or not counted for long enough
 * @param since from when on, as far as known; null without
 * @param count how often it was seen, null where that means nothing
 */
public record Sign(Kind kind, @Nullable Boolean holds, @Nullable LocalDate since, @Nullable Long count) {

	/** What is looked at, in this order. */
	public enum Kind {

		/** Confirmed to be down for thirty days and more, without an end. */
		DEAD,

		/** Nobody went on to it from the portal. */
		UNVISITED,

		/** Nobody complained about it. */
		NO_COMPLAINTS,

		/** Nobody said how good it is. */
		NO_ANSWERS,

		/** Nobody looked at its entry in the catalogue for a year. */
		NOT_REVIEWED;

		/** Whether the contrary shows that people want the service. */
		public boolean isAboutInterest() {
			return this == UNVISITED || this == NO_COMPLAINTS || this == NO_ANSWERS;
		}

	}

	public boolean isKnown() {
		return this.holds != null;
	}

	/** Whether it is known to speak for the end. */
	public boolean isFor() {
		return Boolean.TRUE.equals(this.holds);
	}

	/** Whether it is known to speak against the end. */
	public boolean isAgainst() {
		return Boolean.FALSE.equals(this.holds);
	}

}
