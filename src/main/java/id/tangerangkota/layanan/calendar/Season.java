package id.tangerangkota.layanan.calendar;

/** Parts of the year with office hours of their own. */
public enum Season {

	ORDINARY,

	/** The fasting month; offices open later and close earlier. */
	RAMADAN

}
