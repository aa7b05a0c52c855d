/**
 * Tables as files to take along, for spreadsheets. A named interface, because only
 * modules with reports need it.
 */
@NullMarked
@NamedInterface("table")
package id.tangerangkota.layanan.web.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
