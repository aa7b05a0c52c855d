/**
 * Tells people and programs what concerns them: by e-mail, in the portal's own inbox, by
 * webhook. What happened is written down where it happens, turned into messages for each
 * who wants to know, and each message is tried until it is delivered or somebody looks at
 * it.
 */
@NullMarked
@ApplicationModule(displayName = "Notification",
		allowedDependencies = { "postgres", "web", "web :: security", "actor", "vault", "throttle", "audit", "catalog",
				"identity", "identity :: delivery", "identity :: personaldata", "availability", "complaint", "survey" })
package id.tangerangkota.layanan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
