/**
 * What people may demand about their data, and the city's duty when data got out (UU
 * 27/2022). Asks every module that holds any.
 */
@NullMarked
@ApplicationModule(displayName = "Privacy",
		allowedDependencies = { "postgres", "web", "web::session", "web::security", "actor", "vault", "audit", "region",
				"identity", "identity :: nik", "identity :: delivery", "identity :: personaldata" })
package id.tangerangkota.layanan.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
