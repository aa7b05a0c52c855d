/** Hands out photos and documents. */
@NullMarked
package id.tangerangkota.layanan.attachment.web;

import org.jspecify.annotations.NullMarked;
