/**
 * Answers what went wrong, as a page or as a problem document. Apart from the base
 * package because modules only throw: {@code NotFound}, {@code InvalidParameter} and what
 * Spring throws.
 */
@NullMarked
package id.tangerangkota.layanan.web.error;

import org.jspecify.annotations.NullMarked;
