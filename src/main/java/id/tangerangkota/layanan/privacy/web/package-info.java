/** Pages of the privacy centre: for people about their own data, and for the staff. */
@NullMarked
package id.tangerangkota.layanan.privacy.web;

import org.jspecify.annotations.NullMarked;
