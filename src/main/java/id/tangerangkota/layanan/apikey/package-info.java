/** Keys with which programs of others may do something here: issued, counted, revoked. */
@NullMarked
@ApplicationModule(displayName = "API keys",
		allowedDependencies = { "postgres", "web", "web :: security", "actor", "vault", "throttle", "audit" })
package id.tangerangkota.layanan.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
