package id.tangerangkota.layanan.complaint;

import org.jspecify.annotations.Nullable;

/**
 * What reporters say in a survey about a complaint that is over. Their other answers stay
 * with the survey, which keeps them without a person.
 */
public interface ComplaintRatings {

	/**
	 * Takes what somebody said, in the transaction of the caller. "Not really solved"
	 * opens the complaint again where that is still possible, and whoever decided does
	 * not decide a second time. The rating is kept with the day only, so that no other
	 * answer of the same minute leads to the complaint.
	 * @param rating 1 to 5, null when it was left out
	 * @param reallySolved null when it was left out
	 */
	Outcome rate(ComplaintId complaint, @Nullable Integer rating, @Nullable Boolean reallySolved);

	/**
	 * Whether nobody handled it, nor what it goes on as a part of, so that nobody can say
	 * how that was.
	 */
	boolean isRejected(ComplaintId complaint);

	/**
	 * Whether those it is about, or everybody at an agency, may not read of it: words
	 * about it must not leave it. So it is of one that is not there any more.
	 */
	boolean isSealed(ComplaintId complaint);

	/** Whether its reporter said that it is solved when they closed it. */
	boolean isConfirmed(ComplaintId complaint);

	/** What became of it. */
	enum Outcome {

		/** It counts. */
		TAKEN,

		/** It counts, and somebody else looks at the complaint again. */
		REOPENED,

		/** It counts; the time to open it again is over. */
		TOO_LATE,

		/** The complaint is not over, or not there: nothing counts. */
		NOT_OVER

	}

}
