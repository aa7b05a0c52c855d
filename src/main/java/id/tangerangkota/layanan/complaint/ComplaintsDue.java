package id.tangerangkota.layanan.complaint;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Complaints come near their deadlines or are past them: one reminder for all of them.
 * Published inside of the transaction that records it.
 *
 * @param audience who has to know
 * @param agency whose complaints; null when it is about all agencies
 * @param officer whose they are, null unless the audience is one officer
 * @param halfway how many have half of their time left
 * @param near how many have a fifth of it left
 * @param overdue how many are past it
 */
public record ComplaintsDue(Audience audience, @Nullable AgencyId agency, @Nullable AccountId officer, int halfway,
		int near, int overdue, Instant at) {

	/** Who has to know. */
	public enum Audience {

		/** The officer whose cases they are. */
		OFFICER,

		/** All officers of the agency: nobody took them. */
		AGENCY,

		/** The head of the agency: they are late. */
		AGENCY_HEAD,

		/** The coordinators: they wait for verification, or the agency is late still. */
		COORDINATOR,

		/** The inspectors. */
		INSPECTOR

	}

}
