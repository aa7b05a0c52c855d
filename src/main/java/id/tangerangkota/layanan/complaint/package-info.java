/**
 * The complaint desk (LAKSA): complaints, aspirations and requests for information, their
 * way through the agencies, and the clocks that run meanwhile.
 */
@NullMarked
@ApplicationModule(displayName = "Complaint",
		allowedDependencies = { "command", "postgres", "web", "web :: session", "web :: security", "actor", "vault",
				"throttle", "audit", "region", "calendar", "catalog", "identity", "identity :: delivery",
				"identity :: personaldata", "availability", "attachment" })
package id.tangerangkota.layanan.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
