package id.tangerangkota.layanan.availability.check;

import id.tangerangkota.layanan.availability.probe.Reach;

/** What becomes of a check's results. */
public enum CheckMode {

	/** They count and are published: somebody verified the address. */
	COUNTED,

	/** They count for the service's own state, but stay out of published totals. */
	CITED,

	/**
	 * The address was guessed: it is looked at now and then, to propose verification.
	 * Counts nowhere.
	 */
	EXPLORED,

	/**
	 * Reachable from inside the city's network only: not checked, unless
	 * {@code layanan.availability.inside} says that the portal stands there and two
	 * people vouched for the address.
	 */
	INTERNAL;

	/** People vouch for the inner addresses of this kind only. */
	public Reach reach() {
		return (this == INTERNAL) ? Reach.INNER : Reach.PUBLIC;
	}

	/** Whether results say something about the service. */
	boolean counts(boolean inside) {
		return this == COUNTED || this == CITED || (this == INTERNAL && inside);
	}

}
