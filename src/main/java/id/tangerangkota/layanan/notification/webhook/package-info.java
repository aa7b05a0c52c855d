/**
 * Programs of others that are told what happens, as the specification Standard Webhooks
 * says.
 */
@NullMarked
package id.tangerangkota.layanan.notification.webhook;

import org.jspecify.annotations.NullMarked;
