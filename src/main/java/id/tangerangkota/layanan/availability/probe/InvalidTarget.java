package id.tangerangkota.layanan.availability.probe;

/** Something that cannot be checked: the address says what no check may follow. */
public final class InvalidTarget extends IllegalArgumentException {

	private static final long serialVersionUID = 1;

	private final Reason reason;

	InvalidTarget(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** What is wrong, for the form it came from. */
	public Reason reason() {
		return this.reason;
	}

	/** What can be wrong. */
	public enum Reason {

		/** Nothing there, or far too much. */
		LENGTH,

		/** Neither http nor https. */
		SCHEME,

		/** User name or password in the address. */
		CREDENTIALS,

		/** No name and no address of a machine. */
		HOST,

		/** No number from 1 to 65535. */
		PORT,

		/** White space, control characters or a backslash in the address. */
		CHARACTERS,

		/** Status ranges that are none. */
		STATUS,

		/** A time limit, a text or a combination that makes no sense. */
		RULE

	}

}
