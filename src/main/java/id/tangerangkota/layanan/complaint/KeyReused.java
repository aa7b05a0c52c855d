package id.tangerangkota.layanan.complaint;

import java.util.UUID;

/** Another system handed in something else under a key it has used before. */
public class KeyReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public KeyReused(UUID key) {
		super("Something else was handed in as " + key);
	}

}
