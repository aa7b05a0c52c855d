/**
 * PostgreSQL technique: the server the portal brings along, and the loading of reference
 * data.
 */
@NullMarked
@ApplicationModule(displayName = "PostgreSQL", allowedDependencies = {})
package id.tangerangkota.layanan.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
