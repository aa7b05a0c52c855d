/** Scores for Prometheus, brought up to date once a day. */
@NullMarked
package id.tangerangkota.layanan.quality.metrics;

import org.jspecify.annotations.NullMarked;
