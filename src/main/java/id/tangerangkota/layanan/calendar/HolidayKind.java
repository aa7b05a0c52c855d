package id.tangerangkota.layanan.calendar;

/** Why the offices are closed on a day. */
public enum HolidayKind {

	/** Hari libur nasional. */
	NATIONAL,

	/** Cuti bersama: leave that all civil servants take together. */
	COLLECTIVE_LEAVE

}
