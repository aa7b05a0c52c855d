/** What everybody sees of complaints: pages, feeds, numbers, the API. */
@NullMarked
package id.tangerangkota.layanan.complaint.web.open;

import org.jspecify.annotations.NullMarked;
