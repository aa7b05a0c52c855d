package id.tangerangkota.layanan.notification;

/** What became of a message. The names are stored. */
public enum MessageState {

	/** It is tried, now or later. */
	WAITING,

	/** It was taken. */
	SENT,

	/** There is no such receiver. */
	REFUSED,

	/** It was not delivered while it was of use. */
	EXPIRED,

	/** The staff gave it up, or its receiver was disabled. */
	GIVEN_UP

}
