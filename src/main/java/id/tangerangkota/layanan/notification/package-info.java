/** Tells people what concerns them. So far: mails about their accounts. */
@NullMarked
@ApplicationModule(displayName = "Notification",
		allowedDependencies = { "postgres", "web", "actor", "vault", "identity :: delivery" })
package id.tangerangkota.layanan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
