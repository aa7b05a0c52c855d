/** Answers of people for tests, without any browser. */
@NullMarked
package id.tangerangkota.layanan.survey.testing;

import org.jspecify.annotations.NullMarked;
