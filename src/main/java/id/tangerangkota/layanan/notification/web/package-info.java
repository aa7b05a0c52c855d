/** Screens of messages, subscriptions and webhooks. */
@NullMarked
package id.tangerangkota.layanan.notification.web;

import org.jspecify.annotations.NullMarked;
