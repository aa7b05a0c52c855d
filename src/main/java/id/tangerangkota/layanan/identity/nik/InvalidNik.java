package id.tangerangkota.layanan.identity.nik;

/** What was typed cannot be a NIK. Holds how long it was, never what it was. */
public class InvalidNik extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What is wrong. */
	public enum Reason {

		/** It has signs that are no digits. */
		NOT_DIGITS,

		/** It does not have 16 digits. */
		LENGTH,

		/** Its digits 7 to 12 are no date. */
		DATE,

		/** Its last four digits are 0000. */
		SERIAL

	}

	private final Reason reason;

	private final int length;

	InvalidNik(Reason reason, int length) {
		super("No NIK: " + reason, null, false, false);
		this.reason = reason;
		this.length = length;
	}

	public Reason reason() {
		return this.reason;
	}

	/** How many signs were typed, separators left out. */
	public int length() {
		return this.length;
	}

}
