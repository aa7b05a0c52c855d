/** How often somebody may try something; counted once for all nodes. */
@NullMarked
@ApplicationModule(displayName = "Throttle", allowedDependencies = { "web", "vault" })
package id.tangerangkota.layanan.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
