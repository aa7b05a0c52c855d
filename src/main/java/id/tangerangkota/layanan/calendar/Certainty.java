package id.tangerangkota.layanan.calendar;

/** How sure it is that a day falls where the list says. */
public enum Certainty {

	/** Named by the joint decree of the three ministers, found in several sources. */
	CERTAIN,

	/** Reported alike by several sources that do not show the decree. */
	LIKELY,

	/** May move yet, as collective leave and what follows the moon does. */
	UNCERTAIN

}
