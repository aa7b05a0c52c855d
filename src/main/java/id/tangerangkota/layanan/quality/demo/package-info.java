/**
 * Counts of a past that never was, for the demo alone. Apart, so that nothing of it gets
 * among what was really counted.
 */
@NullMarked
package id.tangerangkota.layanan.quality.demo;

import org.jspecify.annotations.NullMarked;
