package id.tangerangkota.layanan.identity.delivery;

/**
 * A gateway for WhatsApp or SMS: where the city connects one. The portal brings none, and
 * nothing calls it yet, for an account holds no phone number that was confirmed. Messages
 * go by e-mail until a bean of this type is there and a person has asked for it.
 */
public interface TextMessages {

	/**
	 * Hands a text over to the gateway. Called outside of transactions, and again when it
	 * fails.
	 * @param phone in international form, such as {@code +6281234567890}
	 * @param text a few lines, with at most one link
	 */
	void send(String phone, String text);

}
