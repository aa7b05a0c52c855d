/** The indicators: one class for each, and the daily count. */
@NullMarked
package id.tangerangkota.layanan.quality.indicator;

import org.jspecify.annotations.NullMarked;
