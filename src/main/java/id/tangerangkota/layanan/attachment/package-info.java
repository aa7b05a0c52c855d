/** Photos and documents people send: judged, made harmless, kept and handed out again. */
@NullMarked
@ApplicationModule(displayName = "Attachments", allowedDependencies = { "web" })
package id.tangerangkota.layanan.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
