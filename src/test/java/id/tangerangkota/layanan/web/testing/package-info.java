/** A portal of a few made-up pages, to prove the page technique on. */
@NullMarked
package id.tangerangkota.layanan.web.testing;

import org.jspecify.annotations.NullMarked;
