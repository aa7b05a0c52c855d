package id.tangerangkota.layanan.complaint;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;

/** Where complaints are handed in. */
public interface ComplaintDesk {

	/** The agency of the coordinators, which has what is nobody else's. */
	AgencyId COORDINATORS = new AgencyId("diskominfo");

	/**
	 * Takes a complaint, once: the same key again, also at the same time on another node,
	 * gets the receipt of the first. To be called outside of a transaction; what is on
	 * the receipt is safe on disk.
	 * @throws SubmissionRefused if the category or service is not there (any more)
	 * @throws KeyReused if another system handed in something else with this key
	 */
	Receipt file(Submission submission);

	/** The receipt of an earlier submission, for whoever holds its key. */
	Optional<Receipt> receipt(UUID key);

}
