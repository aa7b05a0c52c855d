package id.tangerangkota.layanan.privacy.breach;

/** Who is told about a breach (UU 27/2022, article 46). */
public enum Recipient {

	/** The people whose data are concerned. Always. */
	PEOPLE,

	/** The agency for the protection of personal data. Always. */
	AGENCY,

	/**
	 * Everybody, where the breach disturbs public services or weighs heavily on people.
	 */
	PUBLIC

}
