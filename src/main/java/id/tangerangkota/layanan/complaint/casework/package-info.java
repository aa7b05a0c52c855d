/**
 * The way of a complaint: its aggregate, the verbs of staff and citizens, and its clocks.
 */
@NullMarked
package id.tangerangkota.layanan.complaint.casework;

import org.jspecify.annotations.NullMarked;
