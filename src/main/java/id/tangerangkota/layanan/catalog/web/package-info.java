/** Pages and JSON of the catalogue. */
@NullMarked
package id.tangerangkota.layanan.catalog.web;

import org.jspecify.annotations.NullMarked;
