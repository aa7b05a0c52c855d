/** Keys, and what they do: encrypt, look up what is encrypted, sign. */
@NullMarked
@ApplicationModule(displayName = "Vault", allowedDependencies = { "command", "web", "postgres" })
package id.tangerangkota.layanan.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
