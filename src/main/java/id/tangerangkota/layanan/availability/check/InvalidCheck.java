package id.tangerangkota.layanan.availability.check;

/** A check that makes no sense, for the form it came from. */
public final class InvalidCheck extends IllegalArgumentException {

	private static final long serialVersionUID = 1;

	private final Reason reason;

	InvalidCheck(Reason reason) {
		super("The check makes no sense: " + reason);
		this.reason = reason;
	}

	/** What is wrong. */
	public Reason reason() {
		return this.reason;
	}

	/** What can be wrong, besides what is wrong with a target. */
	public enum Reason {

		/** Not whole seconds from 10 s to a day. */
		INTERVAL,

		/** Not 1 to 20 in a row. */
		COUNT,

		/** Over 30 s, or not over before the next look. */
		TIMEOUT,

		/** No reason given, or one of more than 500 characters. */
		PAUSE_REASON,

		/** The service has no such listing, or is not there. */
		SERVICE,

		/** An address in an inner network that is not said to be there. */
		INNER_NETWORK,

		/** A port that checks do not ask. */
		PORT

	}

}
