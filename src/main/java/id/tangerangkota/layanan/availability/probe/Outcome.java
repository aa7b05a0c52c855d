package id.tangerangkota.layanan.availability.probe;

/** What a check came to. The numbers are stored. */
public enum Outcome {

	/** As it should be. */
	UP(1),

	/** As it should be, but slower than the check's threshold. */
	SLOW(2),

	/** A failure that counts once it is confirmed. */
	DOWN(3),

	/** It answers, but turns checks away (401, 403, 429): says nothing about people. */
	REFUSED(4),

	/**
	 * Says nothing about the address: the portal's own network failed, or it was late.
	 */
	VOID(5),

	/** Nobody looked. Never stored as a result. */
	BLIND(6);

	private final short code;

	Outcome(int code) {
		this.code = (short) code;
	}

	/** The number that is stored. */
	public short code() {
		return this.code;
	}

	/** The outcome with this number. */
	public static Outcome of(int code) {
		for (Outcome outcome : values()) {
			if (outcome.code == code) {
				return outcome;
			}
		}
		throw new IllegalArgumentException("No outcome " + code);
	}

}
