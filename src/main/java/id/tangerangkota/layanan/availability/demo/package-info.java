/**
 * The profile {@code demo}: a city on loopback whose sites fail by a timetable, and a
 * past that never was. Nothing here exists without the profile.
 */
@NullMarked
package id.tangerangkota.layanan.availability.demo;

import org.jspecify.annotations.NullMarked;
