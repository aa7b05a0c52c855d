/** The administrators' pages about holidays and office hours. */
@NullMarked
package id.tangerangkota.layanan.calendar.web;

import org.jspecify.annotations.NullMarked;
