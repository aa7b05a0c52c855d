/**
 * What is checked, how often, and how results are to be read: definitions, their changes,
 * what the catalogue brings, guessed addresses.
 */
@NullMarked
package id.tangerangkota.layanan.availability.check;

import org.jspecify.annotations.NullMarked;
