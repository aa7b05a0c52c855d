/** The number of residents: how it is made, read and masked. */
@NullMarked
@NamedInterface("nik")
package id.tangerangkota.layanan.identity.nik;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
