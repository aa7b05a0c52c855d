package id.tangerangkota.layanan.survey;

/** What made somebody answer. */
public enum Occasion {

	/** The page of a service. */
	SERVICE,

	/** A complaint that was closed or rejected. */
	COMPLAINT,

	/** The end of an outage one has followed. */
	OUTAGE,

	/** A printed code at a counter. */
	COUNTER

}
