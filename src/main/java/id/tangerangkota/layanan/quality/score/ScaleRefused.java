package id.tangerangkota.layanan.quality.score;

/** A new version of a scale cannot become the next one. */
public class ScaleRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	ScaleRefused(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why. */
	public enum Reason {

		/** Somebody else made that version meanwhile. */
		CHANGED_MEANWHILE,

		/** Its first day lies before today: what was published keeps its scale. */
		IN_THE_PAST,

		/** Its first day lies before that of the version before. */
		BEFORE_THE_LAST

	}

}
