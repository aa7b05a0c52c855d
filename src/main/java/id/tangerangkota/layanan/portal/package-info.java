/** Home, help and the other pages that compose the modules; owns no table. */
@NullMarked
@ApplicationModule(displayName = "Portal", allowedDependencies = { "web", "web :: security", "actor", "region",
		"availability", "catalog", "identity", "complaint", "survey", "quality" })
package id.tangerangkota.layanan.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
