package id.tangerangkota.layanan.web;

/** Tells all nodes that what pages show has changed. */
public interface PageChanges {

	/** Drops the pages with this tag, on all nodes, when the transaction commits. */
	void changed(String tag);

}
