/** People at their browsers, for tests of everything behind the sign-in. */
@NullMarked
package id.tangerangkota.layanan.identity.testing;

import org.jspecify.annotations.NullMarked;
