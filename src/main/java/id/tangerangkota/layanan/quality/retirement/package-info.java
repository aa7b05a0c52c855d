/** Finds services that may have come to their end, for a person to decide. */
@NullMarked
package id.tangerangkota.layanan.quality.retirement;

import org.jspecify.annotations.NullMarked;
