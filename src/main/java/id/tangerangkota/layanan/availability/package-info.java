/** Whether services can be reached: checks, states, incidents, maintenance. */
@NullMarked
@ApplicationModule(displayName = "Availability", allowedDependencies = { "postgres", "web", "web :: session",
		"web :: security", "actor", "throttle", "audit", "catalog", "identity" })
package id.tangerangkota.layanan.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
