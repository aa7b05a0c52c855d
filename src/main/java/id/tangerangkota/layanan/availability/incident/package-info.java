/**
 * What people do about states: incidents and their timeline, announced maintenance,
 * suspicions of citizens.
 */
@NullMarked
package id.tangerangkota.layanan.availability.incident;

import org.jspecify.annotations.NullMarked;
