package id.tangerangkota.layanan.notification;

/** What a failure stands in the way of. */
public enum Scope {

	/** Nothing: the message was taken before something went wrong. */
	NONE,

	/** This attempt. */
	MESSAGE,

	/** All messages for this receiver, for now. */
	RECEIVER_AWAY,

	/** All attempts: there is no such receiver. */
	RECEIVER,

	/**
	 * All messages: the server behind the channel cannot be reached or lets nobody in.
	 */
	SERVER

}
