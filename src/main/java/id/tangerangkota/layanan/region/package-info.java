/** Districts (kecamatan) and sub-districts (kelurahan) of the city. */
@NullMarked
@ApplicationModule(displayName = "Region", allowedDependencies = "postgres")
package id.tangerangkota.layanan.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
