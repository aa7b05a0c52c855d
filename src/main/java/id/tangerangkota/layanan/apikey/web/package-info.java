/** The administrators' pages about programs that have keys. */
@NullMarked
package id.tangerangkota.layanan.apikey.web;

import org.jspecify.annotations.NullMarked;
