/** How a complaint comes in: drafts, similar ones, the receipt. */
@NullMarked
package id.tangerangkota.layanan.complaint.filing;

import org.jspecify.annotations.NullMarked;
