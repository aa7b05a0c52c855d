package id.tangerangkota.layanan.audit;

/**
 * What is wrong with the trail at a place.
 *
 * @param text what, in words
 */
record AuditProblem(String chain, long seq, Kind kind, String text) {

	/** What can be wrong. */
	enum Kind {

		/** A row's hash does not fit its content and the row before. */
		CONTENT,

		/** A row is not there. */
		MISSING,

		/** A row stands where none can. */
		ORDER,

		/** The chain's end is another than it is said to be. */
		HEAD,

		/** An anchor knows another row than the one that is there. */
		ANCHOR

	}

	@Override
	public String toString() {
		return "chain %s, row %d, %s: %s".formatted(this.chain, this.seq, this.kind, this.text);
	}

}
