/**
 * The record of who did what: append-only, and evident where somebody tampered with it.
 */
@NullMarked
@ApplicationModule(displayName = "Audit",
		allowedDependencies = { "command", "postgres", "web", "web :: security", "actor", "vault", "throttle" })
package id.tangerangkota.layanan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
