package id.tangerangkota.layanan.audit;

/** What became of an act. */
public enum AuditOutcome {

	/** It was done. The record stands in the same transaction as the act. */
	DONE,

	/** The portal refused it: wrong password, no right, too often. */
	REFUSED

}
