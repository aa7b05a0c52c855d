/** What people see and do about what they reported themselves. */
@NullMarked
package id.tangerangkota.layanan.complaint.web.follow;

import org.jspecify.annotations.NullMarked;
