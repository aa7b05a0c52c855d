/** The resources of GeoReport v2, in XML and JSON. */
@NullMarked
package id.tangerangkota.layanan.open311.web;

import org.jspecify.annotations.NullMarked;
