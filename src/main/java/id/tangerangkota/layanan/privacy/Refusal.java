package id.tangerangkota.layanan.privacy;

/** The only reasons to refuse a request (UU 27/2022, article 33). */
public enum Refusal {

	/** It would endanger safety or health, of the person or of others. */
	DANGER,

	/** It would disclose data of somebody else. */
	OTHERS_DATA,

	/** It would harm defence or national security. */
	DEFENCE

}
