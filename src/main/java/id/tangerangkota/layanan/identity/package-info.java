/** Accounts of citizens and staff: how they come about, sign in and end. */
@NullMarked
@ApplicationModule(displayName = "Identity", allowedDependencies = { "command", "postgres", "web", "web :: session",
		"web :: security", "actor", "vault", "throttle", "audit", "region" })
package id.tangerangkota.layanan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
