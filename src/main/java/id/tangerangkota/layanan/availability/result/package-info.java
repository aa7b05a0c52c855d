/**
 * How results come to be and what becomes of them: which process looks at which checks
 * and when, canaries, results in daily partitions, roll-ups.
 */
@NullMarked
package id.tangerangkota.layanan.availability.result;

import org.jspecify.annotations.NullMarked;
