package id.tangerangkota.layanan.identity.delivery;

/** Takes messages along in the caller's transaction and sends them after it. */
public interface MessageDelivery {

	/**
	 * Sends the message, unless the transaction is rolled back or the message expires
	 * first.
	 */
	void deliver(AccountMessage message);

	/** Whether messages can leave the portal at all: not without a mail server. */
	boolean isPossible();

}
