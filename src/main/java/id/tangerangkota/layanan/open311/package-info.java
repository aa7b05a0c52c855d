/**
 * Open311 GeoReport v2: other systems hand in complaints and read those that are public.
 * A thin layer over the complaint desk, without any data of its own.
 */
@NullMarked
@ApplicationModule(displayName = "Open311", allowedDependencies = { "web", "web :: security", "region", "calendar",
		"catalog", "complaint", "apikey", "attachment", "actor" })
package id.tangerangkota.layanan.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
