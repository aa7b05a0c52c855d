/**
 * Who is told about outages: those who subscribe to a service or follow an outage, with
 * an account or a confirmed e-mail address, and the staff whose services they are.
 */
@NullMarked
package id.tangerangkota.layanan.notification.subscription;

import org.jspecify.annotations.NullMarked;
