package id.tangerangkota.layanan.complaint;

/** A complaint cannot be taken as it is. */
public class SubmissionRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/** Why. */
	public enum Reason {

		/** There is no such category, or nobody may choose it. */
		UNKNOWN_CATEGORY,

		/** There is no such service. */
		UNKNOWN_SERVICE,

		/** There is no such kelurahan. */
		UNKNOWN_PLACE

	}

	public SubmissionRefused(Reason reason) {
		super("Complaint refused: " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
