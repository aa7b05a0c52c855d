package id.tangerangkota.layanan.survey.answer;

/** How a flood of answers was noticed. */
public enum BurstKind {

	/** Many about one service from one network within an hour. */
	NETWORK,

	/**
	 * Many about one agency from one network within a day, and half or more of all it
	 * got.
	 */
	SHARE,

	/** Very many about one service within ten minutes, and far more than usual. */
	CROWD,

	/** Several about one service within an hour, faster than anybody reads. */
	HASTE

}
