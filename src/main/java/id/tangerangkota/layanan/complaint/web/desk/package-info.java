/** Where the staff work on cases. */
@NullMarked
package id.tangerangkota.layanan.complaint.web.desk;

import org.jspecify.annotations.NullMarked;
