/** Working days, office hours, and the deadlines that are counted in them. */
@NullMarked
@ApplicationModule(displayName = "Calendar",
		allowedDependencies = { "actor", "audit", "postgres", "web", "web :: security" })
package id.tangerangkota.layanan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
