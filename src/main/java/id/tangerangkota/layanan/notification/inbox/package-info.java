/** Messages in the portal itself, and the number of those that were not read. */
@NullMarked
package id.tangerangkota.layanan.notification.inbox;

import org.jspecify.annotations.NullMarked;
