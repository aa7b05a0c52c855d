package id.tangerangkota.layanan.apikey;

/**
 * A key is not good for what its bearer wants. Whether it is unknown, has run out, was
 * revoked or is for something else is told to nobody who holds it.
 */
public class RefusedKey extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RefusedKey() {
		super("The key is not good for this", null, false, false);
	}

}
