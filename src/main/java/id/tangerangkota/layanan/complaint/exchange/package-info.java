/** Cases from and to other desks: the LAKSA of before, the national SP4N-LAPOR. */
@NullMarked
package id.tangerangkota.layanan.complaint.exchange;

import org.jspecify.annotations.NullMarked;
