/**
 * How fast the portal's own pages are for those who open them, told by some of their
 * browsers: counts in classes by day and kind of page, nothing about anybody.
 */
@NullMarked
package id.tangerangkota.layanan.quality.beacon;

import org.jspecify.annotations.NullMarked;
