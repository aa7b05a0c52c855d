/** What identity needs somebody to tell people: links and notices. Implemented above. */
@NullMarked
@NamedInterface("delivery")
package id.tangerangkota.layanan.identity.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
