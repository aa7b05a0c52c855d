package id.tangerangkota.layanan.quality.retirement;

import java.util.List;

import id.tangerangkota.layanan.catalog.ServiceSummary;

/**
 * A service somebody should decide about.
 *
 * @param signs one of each kind, in their order
 */
public record Candidate(ServiceSummary service, List<Sign> signs) {

	/** What the signs suggest. */
	public enum Advice {

		/** It is dead and nothing shows that anybody misses it. */
		RETIRE,

		/** It is dead, and people still look for it. */
		REPAIR,

		/** It is not known to be dead, and nobody takes notice of it. */
		ASK

	}

	public Candidate {
		signs = List.copyOf(signs);
	}

	public Advice advice() {
		if (!isDead()) {
			return Advice.ASK;
		}
		return this.signs.stream().anyMatch((sign) -> sign.kind().isAboutInterest() && sign.isAgainst()) ? Advice.REPAIR
				: Advice.RETIRE;
	}

	boolean isDead() {
		return this.signs.stream().anyMatch((sign) -> sign.kind() == Sign.Kind.DEAD && sign.isFor());
	}

	/**
	 * Whether there is anything to decide: it is dead, or everything besides is known and
	 * speaks for the end. What nobody knows is no reason.
	 */
	boolean isOne() {
		return isDead() || this.signs.stream().filter((sign) -> sign.kind() != Sign.Kind.DEAD).allMatch(Sign::isFor);
	}

	long reasons() {
		return this.signs.stream().filter(Sign::isFor).count();
	}

}
