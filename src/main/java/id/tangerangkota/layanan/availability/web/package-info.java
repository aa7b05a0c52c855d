/** What people and programs see of availability. */
@NullMarked
package id.tangerangkota.layanan.availability.web;

import org.jspecify.annotations.NullMarked;
