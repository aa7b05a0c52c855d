package id.tangerangkota.layanan.availability.result;

import java.util.Locale;

/** Why a result was not stored. */
enum Loss {

	/** The database was away for so long that no more could wait. */
	NO_ROOM,

	/** The process ended while the database was away. */
	NO_DATABASE,

	/** Another process had taken the shard over. */
	TAKEN_OVER,

	/** Storing it, or what listens, failed for good. */
	REFUSED;

	String tag() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
