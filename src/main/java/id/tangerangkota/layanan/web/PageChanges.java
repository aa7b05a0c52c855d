package id.tangerangkota.layanan.web;

/** Tells all nodes that what kept pages show has changed. */
public interface PageChanges {

	/**
	 * Drops the pages with this tag on every node, this one included. Inside a
	 * transaction that happens at its commit, and not at all if it is rolled back.
	 * @see CachedPage#tags()
	 */
	void changed(String tag);

}
