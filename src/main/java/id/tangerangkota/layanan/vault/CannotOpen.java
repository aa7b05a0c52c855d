package id.tangerangkota.layanan.vault;

import org.jspecify.annotations.Nullable;

/**
 * A value cannot be opened: its key is not here, somebody changed it, or it was sealed
 * for another place. Says where it stands, never what.
 */
public class CannotOpen extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CannotOpen(Place place, @Nullable KeyId key, String reason, @Nullable Throwable cause) {
		super("Cannot open %s.%s of row %s, sealed with %s: %s".formatted(place.table(), place.column(), place.row(),
				(key != null) ? key : "no known key", reason), cause);
	}

}
