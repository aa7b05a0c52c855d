/**
 * The questionnaires and their versions. Apart from answers, which only refer to a
 * version.
 */
@NullMarked
package id.tangerangkota.layanan.survey.instrument;

import org.jspecify.annotations.NullMarked;
