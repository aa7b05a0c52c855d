/** What outages do to complaints: one case for all who report the same one. */
@NullMarked
package id.tangerangkota.layanan.complaint.outage;

import org.jspecify.annotations.NullMarked;
