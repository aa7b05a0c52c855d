package id.tangerangkota.layanan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Counts complaints of people, also those not everybody may see. The cases the portal
 * itself opens for outages are counted apart: nobody waits for an answer to them. Those
 * taken over from the LAKSA of before count where they came and are, but neither as
 * solved nor as unconfirmed. Those about the conduct of officials count for no agency,
 * but for the city, and once more by themselves: together with those of all agencies they
 * are those of the city.
 */
public interface ComplaintStatistics {

	/**
	 * What became of the complaints received in a time, at one agency. It adds up:
	 * received + transferred in = open + closed + rejected + merged + referred +
	 * transferred out.
	 *
	 * @param agency null for those no agency has yet
	 * @param closed with {@code unconfirmed} among them
	 * @param overdue of the open ones
	 * @param resolved how many were solved
	 * @param inTime how many of these within their time
	 * @param medianDays calendar days from receipt to solution, null without any
	 * @param reopened how many were reopened at least once, also after they were rejected
	 * @param everResolved how many were solved at least once, also if they are worked on
	 * again
	 * @param resolvedReopened how many of these were reopened at least once
	 * @param ratings how many were rated; the last rating counts, also of an end that was
	 * none
	 * @param ratingSum of the ratings, 1 to 5 each
	 * @param judged how many reporters said whether it was really solved
	 * @param reallySolved how many of these said that it was
	 */
	record AgencyCount(@Nullable AgencyId agency, long received, long transferredIn, long open, long closed,
			long unconfirmed, long rejected, long merged, long referred, long transferredOut, long overdue,
			long resolved, long inTime, @Nullable Double medianDays, long reopened, long everResolved,
			long resolvedReopened, long ratings, long ratingSum, long judged, long reallySolved) {

		/** Of fewer, a figure says nothing, and may tell what one of them said. */
		private static final int LEAST = 10;

		/** Whether enough rated that what they rated may be told. */
		public boolean isRated() {
			return this.ratings >= LEAST;
		}

		/** Whether enough said whether it was solved that what they said may be told. */
		public boolean isJudged() {
			return this.judged >= LEAST;
		}

	}

	/**
	 * All agencies with any, in the order of their codes; those no agency has come last.
	 * @param from day of receipt, in Jakarta
	 * @param to inclusive
	 */
	List<AgencyCount> byAgency(LocalDate from, LocalDate to);

	/** The whole city; transfers between agencies are not counted. */
	AgencyCount city(LocalDate from, LocalDate to);

	/**
	 * Those about the conduct of officials, as {@link #city} and among them: of an
	 * agency, few as they are, they would tell those they are about.
	 */
	AgencyCount conduct(LocalDate from, LocalDate to);

	/** What the portal itself opened for outages, as {@link #city}. */
	AgencyCount portal(LocalDate from, LocalDate to);

	/** One agency. */
	Optional<AgencyCount> of(AgencyId agency, LocalDate from, LocalDate to);

}
