package id.tangerangkota.layanan.quality;

/** What numerator / denominator of an indicator is. */
public enum Unit {

	/** A share; shown in percent. */
	SHARE,

	/** A mean time in milliseconds. */
	MILLISECONDS,

	/** A mean time in minutes. */
	MINUTES,

	/** A mean time in days. */
	DAYS,

	/** How many for each; such as outages a service and month. */
	COUNT

}
