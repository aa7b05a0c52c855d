/** Pages to register, sign in and out, and keep one's account; for staff and citizens. */
@NullMarked
package id.tangerangkota.layanan.identity.web;

import org.jspecify.annotations.NullMarked;
