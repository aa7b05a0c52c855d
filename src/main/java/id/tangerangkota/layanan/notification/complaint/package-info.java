/** What is told about complaints: to who reported them, and to the staff. */
@NullMarked
package id.tangerangkota.layanan.notification.complaint;

import org.jspecify.annotations.NullMarked;
