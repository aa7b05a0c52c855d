package id.tangerangkota.layanan.availability.probe;

/** Where a check may go, of what the guard lets pass. */
public enum Reach {

	/**
	 * Everywhere but {@linkplain InnerNetworks inner networks}, also when they are
	 * opened: a name that is public today may lead inside tomorrow.
	 */
	PUBLIC,

	/** Opened inner networks too: somebody answers for the address. */
	INNER

}
