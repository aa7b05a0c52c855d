/** What the staff see: queues, cases, counts, exports. */
@NullMarked
package id.tangerangkota.layanan.complaint.queue;

import org.jspecify.annotations.NullMarked;
