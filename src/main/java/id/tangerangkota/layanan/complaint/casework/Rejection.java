package id.tangerangkota.layanan.complaint.casework;

/** Why a complaint is not taken up. Each has a text for the citizen. */
public enum Rejection {

	/** It is not for the city to decide; the text says for whom. */
	NOT_OURS,

	/** Nobody understands what is meant, and the citizen did not answer. */
	UNCLEAR,

	/** It is before a court, or was decided by one. */
	IN_COURT,

	/** The same was answered before, and nothing is new. */
	ANSWERED_BEFORE,

	/** It insults, threatens or advertises. */
	ABUSE,

	/** The citizen takes it back. */
	WITHDRAWN

}
