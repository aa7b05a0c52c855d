/** Makes complaints for tests, without any browser. */
@NullMarked
package id.tangerangkota.layanan.complaint.testing;

import org.jspecify.annotations.NullMarked;
