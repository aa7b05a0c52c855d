/** Pages of the quality dashboard. */
@NullMarked
package id.tangerangkota.layanan.quality.web;

import org.jspecify.annotations.NullMarked;
