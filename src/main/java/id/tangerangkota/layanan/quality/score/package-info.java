/** From sums to scores, dimensions and gaps. */
@NullMarked
package id.tangerangkota.layanan.quality.score;

import org.jspecify.annotations.NullMarked;
