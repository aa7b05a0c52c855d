package id.tangerangkota.layanan.quality;

import java.util.Locale;

/**
 * The dimensions of E-S-QUAL (Parasuraman, Zeithaml &amp; Malhotra 2005,
 * doi:10.1177/1094670504271156), which the city was studied by.
 */
public enum QualityDimension {

	/** Easy and quick to reach, to find and to use. */
	EFFICIENCY,

	/** What is promised is delivered: product, time, cost, answers. */
	FULFILLMENT,

	/** Works when it is wanted. */
	AVAILABILITY,

	/** Keeps what it knows about people to itself. */
	PRIVACY;

	/** As addresses and keys of texts write it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
