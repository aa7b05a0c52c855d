package id.tangerangkota.layanan.catalog;

/** A service cannot be changed like this; the message names it and says why. */
public class IllegalServiceChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IllegalServiceChange(String slug, String reason) {
		super(slug + " " + reason);
	}

}
