package id.tangerangkota.layanan.survey;

/** The questionnaires. Their words are data, with versions; what they measure is not. */
public enum Instrument {

	/** One question, from 1 to 5. */
	SHORT(5, 1),

	/**
	 * Four dimensions of a service on the web in 22 items (after E-S-QUAL, Parasuraman,
	 * Zeithaml and Malhotra 2005; in words of the portal's own).
	 */
	ESQUAL(5, 6),

	/**
	 * How a problem was handled, in 11 items of three dimensions (after E-RecS-QUAL), for
	 * those who had one.
	 */
	ERECS(5, 6),

	/**
	 * The nine parts of the satisfaction survey of PermenPAN-RB 14/2017, from 1 to 4. The
	 * rule wants all nine of everybody, so it is never split.
	 */
	SKM(4, 9);

	private final int highest;

	private final int block;

	Instrument(int highest, int block) {
		this.highest = highest;
		this.block = block;
	}

	/** The best value; the worst is 1. */
	public int highest() {
		return this.highest;
	}

	/** How many items one person is asked. */
	public int block() {
		return this.block;
	}

}
