package id.tangerangkota.layanan.survey;

/** How much is known about who answered. Figures are also given for each apart. */
public enum Stratum {

	/** Signed in, so once per person, service and quarter. */
	ACCOUNT,

	/** Came by a link for one occasion. */
	INVITED,

	/** Anybody; told apart by network and device as well as can be. */
	ANONYMOUS,

	/** By the code at a counter, where many share a device or a network. */
	COUNTER,

	/**
	 * Part of a flood of answers about which nobody has decided. Never part of a total.
	 */
	SUSPECT

}
