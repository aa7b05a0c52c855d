package id.tangerangkota.layanan.notification;

/**
 * Why a message did not go, in words an administrator can act on. The names are stored.
 */
public enum Trouble {

	/** The mail server cannot be reached or lets the portal not in. */
	MAIL_SERVER_AWAY,

	/** The mail server says that there is no such mailbox. */
	NO_SUCH_RECEIVER,

	/** The mail server did not take this message. */
	NOT_TAKEN,

	/** It is sealed with a key, or of a kind, that this node does not know. */
	NOT_READABLE,

	/** The receiver of a webhook answered with an error. */
	ANSWERED_WITH_ERROR,

	/** The receiver of a webhook did not answer in time, or cannot be reached. */
	NO_ANSWER,

	/** The receiver of a webhook lies in a network that is not open to it. */
	NETWORK_CLOSED,

	/** The receiver of a webhook says that it wants no more. */
	GONE,

	/** The webhook is disabled. */
	DISABLED,

	/** It was not delivered in time. */
	TOO_LATE

}
