package id.tangerangkota.layanan.complaint.casework;

/** Who may read an entry of the timeline. */
public enum Visibility {

	/** Everybody who may see the complaint. */
	PUBLIC,
	/** The reporter and the staff. */
	REPORTER,
	/** The staff alone. */
	STAFF

}
