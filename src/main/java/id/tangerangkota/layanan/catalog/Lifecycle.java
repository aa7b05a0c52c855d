package id.tangerangkota.layanan.catalog;

/** Where a service stands in its life. */
public enum Lifecycle {

	/** Seen in use. */
	ACTIVE,

	/** Nobody has looked yet. */
	UNKNOWN,

	/** Looks abandoned; people are told and sent to a replacement where one is known. */
	SUSPECTED_OBSOLETE,

	/** Another service does its work now. */
	REPLACED,

	/** Closed for good. */
	RETIRED;

	/** Whether it has come to its end. */
	public boolean isOver() {
		return this == REPLACED || this == RETIRED;
	}

	/** Whether people should be warned before they go there. */
	public boolean isObsolete() {
		return this == SUSPECTED_OBSOLETE || this == REPLACED || this == RETIRED;
	}

}
