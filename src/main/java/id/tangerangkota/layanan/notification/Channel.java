package id.tangerangkota.layanan.notification;

import java.util.Locale;

/** How a message comes to whoever it is for. The names are stored. */
public enum Channel {

	EMAIL,

	/** In the portal itself; needs no carrier and cannot fail. */
	INBOX,

	WEBHOOK;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
