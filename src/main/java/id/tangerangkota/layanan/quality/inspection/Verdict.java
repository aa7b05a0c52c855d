package id.tangerangkota.layanan.quality.inspection;

import java.util.Locale;

/** What came of looking at an item. */
public enum Verdict {

	/** As it should be. */
	MET,

	/** Seen that it is not, or not found on the pages that were read. */
	MISSED,

	/** It could not be seen: says nothing about the site. */
	UNKNOWN,

	/** Does not concern the site, such as cookies where there is none. */
	NOT_APPLICABLE;

	/** As keys of texts and the style sheet write it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
