/** What people and the staff see of surveys. */
@NullMarked
package id.tangerangkota.layanan.survey.web;

import org.jspecify.annotations.NullMarked;
