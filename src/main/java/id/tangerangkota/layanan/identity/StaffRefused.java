package id.tangerangkota.layanan.identity;

/** Something about the staff cannot be done. */
public class StaffRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** The address belongs to somebody of the staff. */
		KNOWN_EMAIL,

		/** Staff have at least one role. */
		NO_ROLE,

		/** Officers and heads belong to an agency. */
		NO_AGENCY,

		/** Then nobody could let an administrator in. */
		LAST_ADMINISTRATOR,

		/** Who decides about access does not give it to themselves. */
		OWN_ROLES,

		/** A new invitation has nowhere to go. */
		NO_EMAIL,

		/** Nor can it be shown to somebody who is signed out by it. */
		NO_MAIL

	}

	private final Reason reason;

	StaffRefused(Reason reason) {
		super("Refused: " + reason, null, false, false);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
