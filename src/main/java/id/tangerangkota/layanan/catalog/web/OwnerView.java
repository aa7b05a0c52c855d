package id.tangerangkota.layanan.catalog.web;

import id.tangerangkota.layanan.catalog.OwnerConfidence;
import org.jspecify.annotations.Nullable;

/**
 * The agency behind a service.
 *
 * @param presumed whether no source names it as the owner
 */
record OwnerView(String code, String name, boolean presumed) {

	static @Nullable OwnerView of(@Nullable String code, @Nullable String name, @Nullable OwnerConfidence confidence) {
		return (code != null && name != null) ? new OwnerView(code, name, confidence != OwnerConfidence.STATED) : null;
	}

}
