package id.tangerangkota.layanan.notification;

import java.util.Locale;

/** How a message or one attempt at it ended. */
enum Outcome {

	/** The mail server or the program took it. */
	SENT,

	/** There is no such receiver; it is given up. */
	REFUSED,

	/** It did not work and is tried again. */
	FAILED,

	/** Nobody needs it any more; it was never sent. */
	EXPIRED,

	/** There is nobody any more to tell. */
	DROPPED;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
