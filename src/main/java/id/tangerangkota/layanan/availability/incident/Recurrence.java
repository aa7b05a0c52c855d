package id.tangerangkota.layanan.availability.incident;

/** How often a maintenance window comes. The names are stored. */
public enum Recurrence {

	/** Once. */
	ONCE,

	/** Every week at the same day and time of the city. */
	WEEKLY,

	/**
	 * Every month at the same day and time of the city; on its last day where the month
	 * is too short.
	 */
	MONTHLY

}
