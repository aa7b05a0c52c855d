/**
 * How a complaint comes in: drafts, similar ones, the receipt. Apart from the base
 * package because the screens of the form need more of it than other modules may.
 */
@NullMarked
package id.tangerangkota.layanan.complaint.filing;

import org.jspecify.annotations.NullMarked;
