package id.tangerangkota.layanan.complaint;

/** How a complaint came in. */
public enum Channel {

	/** The form of the portal. */
	WEB,

	/** An officer at a counter filed it for somebody. */
	COUNTER,

	/** Another system, through Open311. */
	OPEN311,

	/** Taken over from the LAKSA of before. */
	IMPORT,

	/** The portal itself, for an outage. */
	OUTAGE

}
