package id.tangerangkota.layanan.identity;

/** Who vouches that an account belongs to the owner of the NIK. */
public enum VerifiedBy {

	/** An officer saw the card. */
	COUNTER,

	/**
	 * The population registry knows a person of this NIK, name and birth date. Others may
	 * know them too, so the card counts for more.
	 */
	REGISTRY

}
