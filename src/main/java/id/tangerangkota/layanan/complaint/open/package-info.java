/** What everybody sees: lists, counts, places. */
@NullMarked
package id.tangerangkota.layanan.complaint.open;

import org.jspecify.annotations.NullMarked;
