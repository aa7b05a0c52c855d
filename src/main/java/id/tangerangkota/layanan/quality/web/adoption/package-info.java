/** The pages about how much people use the portal. */
@NullMarked
package id.tangerangkota.layanan.quality.web.adoption;

import org.jspecify.annotations.NullMarked;
