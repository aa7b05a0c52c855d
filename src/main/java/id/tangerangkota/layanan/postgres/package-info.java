/** The PostgreSQL server the portal brings along when none is configured. */
@NullMarked
@ApplicationModule(displayName = "PostgreSQL", allowedDependencies = {})
package id.tangerangkota.layanan.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
