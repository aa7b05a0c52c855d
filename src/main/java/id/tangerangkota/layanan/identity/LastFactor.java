package id.tangerangkota.layanan.identity;

/** Staff cannot be without a second factor. */
public class LastFactor extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LastFactor() {
		super("The last second factor of a member of staff stays", null, false, false);
	}

}
