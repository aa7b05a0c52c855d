package id.tangerangkota.layanan.identity;

/** Where an account stands. Only an active one signs in. */
public enum AccountState {

	/** Somebody of the staff was invited and has not joined yet. */
	INVITED,

	/** In use. */
	ACTIVE,

	/** A member of staff left, or was locked by an administrator. */
	DEACTIVATED,

	/** The NIK went to somebody who showed the card. */
	DISPLACED,

	/** Closed by its owner: empty, kept for the records that point to it. */
	CLOSED

}
