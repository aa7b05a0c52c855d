package id.tangerangkota.layanan.availability.check;

/** Something cannot be done with a check as it is. */
public final class CheckRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final Reason reason;

	CheckRefused(Reason reason) {
		super("Not possible: " + reason);
		this.reason = reason;
	}

	/** Why not. */
	public Reason reason() {
		return this.reason;
	}

	/** Why something is not possible. */
	public enum Reason {

		/** Somebody changed it meanwhile. */
		CHANGED_MEANWHILE,

		/** It is paused already. */
		PAUSED,

		/** It is not paused. */
		NOT_PAUSED,

		/** Checks are switched off ({@code layanan.availability.enabled}). */
		SWITCHED_OFF,

		/** It is not looked at from here: only explored, from inside only, or gone. */
		NOT_LOOKED_AT,

		/** No verification is proposed. */
		NOT_PROPOSED,

		/** The address is no longer the one that was looked at. */
		ADDRESS_CHANGED,

		/** The catalogue has another address, and only that one can be vouched for. */
		OTHER_THAN_LISTED,

		/** It is not in an inner network, so nobody need vouch for it. */
		NOT_INTERNAL,

		/** The same person vouched for it before. */
		VOUCHED

	}

}
