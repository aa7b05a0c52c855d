/**
 * What people say about services: questionnaires, who is asked when, answers, and what
 * they add up to.
 */
@NullMarked
@ApplicationModule(displayName = "Survey",
		allowedDependencies = { "postgres", "web", "web :: session", "web :: security", "web :: table", "actor",
				"vault", "throttle", "audit", "catalog", "identity", "availability", "complaint" })
package id.tangerangkota.layanan.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
