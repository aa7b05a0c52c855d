/** Starts the portal and runs its commands. */
@NullMarked
package id.tangerangkota.layanan;

import org.jspecify.annotations.NullMarked;
