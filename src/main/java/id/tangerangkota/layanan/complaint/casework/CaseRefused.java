package id.tangerangkota.layanan.complaint.casework;

/** Something about a case is not allowed to this person, or not like this. */
public class CaseRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/** Why. Each has a text for whoever tried. */
	public enum Reason {

		/** Who resolved it does not confirm it. */
		OWN_WORK,

		/** Who decided when somebody was not content does not decide again. */
		BARRED,

		/** Somebody else wrote to it in the meantime; what changed is shown. */
		CHANGED_MEANWHILE,

		/** Words are taken out only, never added or put in the place of others. */
		ADDED_WORDS,

		/** It is too late to reopen it. */
		TOO_LATE,

		/**
		 * It cannot go into itself, into one nobody works on any more, or into a secret
		 * one.
		 */
		CANNOT_MERGE,

		/** It is the case of an outage, and stays it until that is over. */
		OUTAGE,

		/** There is no such agency. */
		UNKNOWN_AGENCY,

		/** That person does not work there. */
		UNKNOWN_OFFICER,

		/** Only formal requests for information are extended, once. */
		CANNOT_EXTEND,

		/** Who asks to unmask does not agree to it. */
		SECOND_PERSON_NEEDED,

		/** Nothing was agreed to, or it was used. */
		NOT_GRANTED

	}

	public CaseRefused(Reason reason) {
		super("Refused: " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
