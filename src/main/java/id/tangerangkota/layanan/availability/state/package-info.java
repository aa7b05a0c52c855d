/**
 * What results mean: states of checks and of services, kept as intervals, and what they
 * add up to.
 */
@NullMarked
package id.tangerangkota.layanan.availability.state;

import org.jspecify.annotations.NullMarked;
