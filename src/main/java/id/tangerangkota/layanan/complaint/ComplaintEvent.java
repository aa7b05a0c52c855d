package id.tangerangkota.layanan.complaint;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a complaint. Published synchronously inside of the transaction in
 * which it happened. That a complaint is resolved, closed or reopened is published also
 * of each one that goes on as part of it, so that their reporters hear of it.
 */
public sealed interface ComplaintEvent {

	ComplaintId complaint();

	/**
	 * It was received.
	 *
	 * @param reachable whether its reporter can be told of anything
	 */
	record ComplaintSubmitted(ComplaintId complaint, ComplaintKind kind, String category, @Nullable ServiceId service,
			Channel channel, boolean reachable, Instant at) implements ComplaintEvent {
	}

	/**
	 * The staff made it of something in another one.
	 *
	 * @param from the one it was a part of
	 */
	record ComplaintSplit(ComplaintId complaint, ComplaintId from, Instant at) implements ComplaintEvent {
	}

	/**
	 * It was handed to an agency.
	 *
	 * @param from the agency that had it, null the first time
	 */
	record ComplaintAssigned(ComplaintId complaint, AgencyId agency, @Nullable AgencyId from,
			Instant at) implements ComplaintEvent {
	}

	/** It became the case of one officer. */
	record ComplaintTaken(ComplaintId complaint, AccountId officer, Instant at) implements ComplaintEvent {
	}

	/** The agency works on it. */
	record ComplaintStarted(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/**
	 * The staff wrote something the citizen can read.
	 *
	 * @param question whether the citizen is to answer, until the instant
	 */
	record ComplaintAnswered(ComplaintId complaint, boolean question, @Nullable Instant until,
			Instant at) implements ComplaintEvent {
	}

	/** The citizen wrote something. */
	record CitizenReplied(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** The officer says that it is done, and the citizen is asked whether it is. */
	record ComplaintResolved(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** It is over. */
	record ComplaintClosed(ComplaintId complaint, Closing closing, Instant at) implements ComplaintEvent {
	}

	/** It is not taken up. */
	record ComplaintRejected(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** It goes on as part of another one. */
	record ComplaintMerged(ComplaintId complaint, ComplaintId into, Instant at) implements ComplaintEvent {
	}

	/** Somebody else decides on it. */
	record ComplaintReferred(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** The citizen, or whoever looked at the work, is not content. */
	record ComplaintReopened(ComplaintId complaint, Reopening why, Instant at) implements ComplaintEvent {
	}

	/** A formal request gets more time. */
	record ComplaintExtended(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** The staff took something out of what was written or shown. */
	record ComplaintRedacted(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/** Not everybody may see it any more. */
	record ComplaintHidden(ComplaintId complaint, Instant at) implements ComplaintEvent {
	}

	/**
	 * The outage it is about is over, and the citizen is asked whether it works again.
	 */
	record ComplaintOutageEnded(ComplaintId complaint, Instant start, Instant end,
			Instant at) implements ComplaintEvent {
	}

	/** Why a complaint is open again. */
	enum Reopening {

		/** Its reporter is not content. */
		BY_REPORTER,

		/** A coordinator or inspector saw that it is not done. */
		BY_STAFF,

		/**
		 * It is part of one that is open again, and nothing more is to be done for it.
		 */
		WITH_MASTER

	}

	/** How a complaint ends. */
	enum Closing {

		/** The citizen says that it is solved. */
		CONFIRMED_BY_CITIZEN,

		/** A coordinator looked at it, or an inspector where it is about officials. */
		CONFIRMED_BY_COORDINATOR,

		/** Nobody said anything for ten working days. Counted apart. */
		UNCONFIRMED

	}

}
