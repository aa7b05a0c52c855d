/** Who acts: a citizen, a member of staff, the portal itself, or somebody unknown. */
@NullMarked
@ApplicationModule(displayName = "Actor", allowedDependencies = "web")
package id.tangerangkota.layanan.actor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
