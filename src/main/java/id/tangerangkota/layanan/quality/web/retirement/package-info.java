/** The pages of the finder of services at their end. */
@NullMarked
package id.tangerangkota.layanan.quality.web.retirement;

import org.jspecify.annotations.NullMarked;
