package id.tangerangkota.layanan.quality.inspection;

import java.util.Locale;

/** How the inspection of a site went. */
public enum SiteOutcome {

	/** Its first page was read. */
	SEEN,

	/**
	 * It answered, with nothing that can be read without running scripts. How the site
	 * answers is known, what it says is not.
	 */
	UNREADABLE,

	/** Its certificate is worth nothing, so no page was asked for. */
	UNTRUSTED,

	/** It turns checks away. */
	TURNED_AWAY,

	/** No page came. */
	UNREACHABLE;

	/** As keys of texts and addresses write it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
