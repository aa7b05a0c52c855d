/** Files as people and attackers send them, made in code. */
@NullMarked
package id.tangerangkota.layanan.attachment.testing;

import org.jspecify.annotations.NullMarked;
