/**
 * How good the services are: what happened, measured day by day, beside what people say,
 * in the four dimensions of E-S-QUAL. Both are shown, never blended.
 */
@NullMarked
@ApplicationModule(displayName = "Quality",
		allowedDependencies = { "postgres", "web", "web :: session", "web :: security", "web :: table", "actor",
				"throttle", "audit", "region", "calendar", "catalog", "identity", "privacy", "availability",
				"complaint", "survey" })
package id.tangerangkota.layanan.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
