/** Pages of the complaint desk. */
@NullMarked
package id.tangerangkota.layanan.complaint.web;

import org.jspecify.annotations.NullMarked;
