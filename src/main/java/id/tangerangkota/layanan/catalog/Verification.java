package id.tangerangkota.layanan.catalog;

/** How sure we are of a listing's address. */
public enum Verification {

	/** Somebody opened it and vouches for it. */
	VERIFIED,

	/** A public source names it. */
	CITED,

	/** Guessed from a naming pattern: never linked, never counted. */
	INFERRED;

	/** Whether the address may be linked. */
	public boolean isLinkable() {
		return this != INFERRED;
	}

}
